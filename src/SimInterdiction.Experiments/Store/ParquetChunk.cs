using System.IO.Compression;
using System.Text.Json;
using Parquet;
using Parquet.Schema;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>A chunk as a Parquet file: a tidy table that other programs read too.</summary>
internal static class ParquetChunk
{
    private const string KeyName = "arm_key";

    private static readonly DataField<int> Replication = new("replication");
    private static readonly DataField<string> Dimension = new("dimension", false);
    private static readonly DataField<string> Entry = new("entry", false);
    private static readonly DataField<string> Failure = new("failure", true);
    private static readonly DataField<long> Events = new("events");
    private static readonly DataField<long> Shipments = new("shipments");
    private static readonly DataField<long> Searches = new("vehicles_searched");
    private static readonly DataField<double>[] Totals = [.. Enum.GetNames<Total>().Select(name => new DataField<double>(JsonNamingPolicy.SnakeCaseLower.ConvertName(name)))];
    private static readonly ParquetSchema Schema = new([Replication, Dimension, Entry, .. Totals, Events, Shipments, Searches, Failure]);

    // No dictionaries of numbers: they would take negative zero for zero. Brotli is the runtime's own, in native code: chunks of a few replications are written in less than half the time
    // that Zstandard takes, at the same size.
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Brotli, CompressionLevel = CompressionLevel.Fastest, DictionaryEncodingThreshold = 0 };

    /// <summary>The file's content.</summary>
    /// <param name="chunk">At least one replication.</param>
    /// <param name="layout">Names its rows.</param>
    /// <param name="key">Hash of the arm's key, written into the file.</param>
    public static byte[] Write(Chunk chunk, RowLayout layout, string key)
    {
        using var stream = new MemoryStream();

        // Writing to memory never waits.
        Write(chunk, layout, key, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write(Chunk, RowLayout, string)"/> has made.</summary>
    /// <exception cref="InvalidDataException">It is no chunk of this arm, or of a version of the model that counted less.</exception>
    public static Chunk Read(byte[] content, RowLayout layout, string key)
    {
        try
        {
            return Read(new MemoryStream(content), layout, key).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is ParquetException or IOException or ArgumentException or KeyNotFoundException)
        {
            throw new InvalidDataException($"It can't be read: {error.Message}", error);
        }
    }

    private static async Task Write(Chunk chunk, RowLayout layout, string key, MemoryStream stream)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(Schema, stream, Options);
        writer.CustomMetadata = new Dictionary<string, string> { [KeyName] = key };
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        await group.WriteAsync<int>(Replication, chunk.Replications.ToArray());
        await group.WriteAsync(Dimension, [.. chunk.Rows.Select(row => layout.NameOf(row).Dimension)]);
        await group.WriteAsync(Entry, [.. chunk.Rows.Select(row => layout.NameOf(row).Entry)]);
        for (int total = 0; total < Totals.Length; total++)
        {
            await group.WriteAsync<double>(Totals[total], chunk.Totals[total].ToArray());
        }

        await group.WriteAsync<long>(Events, chunk.Work.Select(w => w.Events).ToArray());
        await group.WriteAsync<long>(Shipments, chunk.Work.Select(w => w.Shipments).ToArray());
        await group.WriteAsync<long>(Searches, chunk.Work.Select(w => w.Searches).ToArray());
        await group.WriteAsync(Failure, [.. chunk.Failures.Select(f => f!)]);
    }

    private static async Task<Chunk> Read(MemoryStream stream, RowLayout layout, string key)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream);
        if (!reader.CustomMetadata.TryGetValue(KeyName, out string? found) || found != key)
        {
            throw new InvalidDataException("It belongs to another arm.");
        }

        if (Totals.Select(total => total.Name).Except(reader.Schema.DataFields.Select(field => field.Name)).FirstOrDefault() is { } missing)
        {
            throw new InvalidDataException($"The run was simulated by another version of the model, which did not count {missing} yet. The command that made it simulates it anew.");
        }

        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        int count = checked((int)group.RowCount);
        int[] replications = await Column<int>(Replication);
        string[] dimensions = await Words(Dimension);
        string[] entries = await Words(Entry);
        string?[] failures = await Words(Failure);
        long[] events = await Column<long>(Events);
        long[] shipments = await Column<long>(Shipments);
        long[] searches = await Column<long>(Searches);
        double[][] totals = new double[Totals.Length][];
        for (int total = 0; total < Totals.Length; total++)
        {
            totals[total] = await Column<double>(Totals[total]);
        }

        var chunk = new Chunk();
        double[] row = new double[Totals.Length];
        for (int i = 0; i < count; i++)
        {
            for (int total = 0; total < row.Length; total++)
            {
                row[total] = totals[total][i];
            }

            chunk.AddRow(replications[i], layout.NumberOf(dimensions[i], entries[i]), row, new WorkDone(events[i], shipments[i], searches[i]), failures[i]);
        }

        return chunk;

        async Task<T[]> Column<T>(DataField field)
            where T : struct
        {
            var values = new T[count];
            await group.ReadAsync<T>(field, values);
            return values;
        }

        async Task<string[]> Words(DataField field)
        {
            var values = new string[count];
            await group.ReadAsync(field, values);
            return values;
        }
    }
}
