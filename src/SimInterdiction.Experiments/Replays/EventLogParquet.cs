using System.IO.Compression;
using Parquet;
using Parquet.Schema;
using SimInterdiction.Model.Chronicle;

namespace SimInterdiction.Experiments.Replays;

/// <summary>An event log as a Parquet file: the columns of <see cref="LogColumns"/>, a row for each fact.</summary>
public static class EventLogParquet
{
    // The library's own level takes five times as long, for a file hardly smaller.
    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Optimal,
    };

    /// <summary>The file's content.</summary>
    public static byte[] Write(IReadOnlyList<Fact> facts)
    {
        using var stream = new MemoryStream();

        // Writing to memory never waits.
        Write(facts, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static async Task Write(IReadOnlyList<Fact> facts, MemoryStream stream)
    {
        DataField[] fields = [.. LogColumns.All.Select(column => new DataField(column.Name, column.Type, isNullable: true))];
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, Options);
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        foreach ((DataField field, LogColumn column) in fields.Zip(LogColumns.All))
        {
            await (
                Type.GetTypeCode(column.Type) switch
                {
                    TypeCode.String => group.WriteAsync(field, [.. facts.Select(fact => (string)column.Of(fact)!)]),
                    TypeCode.Boolean => group.WriteAsync<bool>(field, Values<bool>(column)),
                    TypeCode.Int32 => group.WriteAsync<int>(field, Values<int>(column)),
                    TypeCode.Double => group.WriteAsync<double>(field, Values<double>(column)),
                    TypeCode.DateTime => group.WriteAsync<DateTime>(field, Values<DateTime>(column)),
                    _ => throw new InvalidOperationException($"Column '{column.Name}' has a type that no file holds: {column.Type}."),
                }
            );
        }

        ReadOnlyMemory<T?> Values<T>(LogColumn column)
            where T : struct => facts.Select(fact => (T?)column.Of(fact)).ToArray();
    }
}
