using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Parquet;
using Parquet.Schema;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>A chunk as a Parquet file: a tidy table that other programs read too.</summary>
internal static class ParquetChunk
{
    /// <summary>Where the hash of the arm's key stands in the file.</summary>
    public const string KeyName = "arm_key";

    /// <summary>How many rows a group has at most, unless one replication has more. Files are read group by group, so
    /// this is all of a file that is in memory at once: some 2 MB, and no array of it a large object.</summary>
    public const int RowsOfGroup = 8192;

    public static readonly DataField<int> Replication = new("replication");
    public static readonly DataField<string> Dimension = new("dimension", false);
    public static readonly DataField<string> Entry = new("entry", false);
    public static readonly DataField<string> Failure = new("failure", true);
    public static readonly DataField<long> Events = new("events");
    public static readonly DataField<long> Shipments = new("shipments");
    public static readonly DataField<long> Searches = new("vehicles_searched");
    public static readonly DataField<double>[] Totals =
    [
        .. Enum.GetNames<Total>().Select(name => new DataField<double>(JsonNamingPolicy.SnakeCaseLower.ConvertName(name))),
    ];
    private static readonly ParquetSchema Schema = new([Replication, Dimension, Entry, .. Totals, Events, Shipments, Searches, Failure]);

    // No dictionaries of numbers: they would take negative zero for zero. LZ4 as other programs read it, too: whoever
    // takes in what others have simulated reads more chunks than it writes, and Parquet.Net unpacks Brotli on another
    // thread for each column.
    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Lz4Raw,
        CompressionLevel = CompressionLevel.Fastest,
        DictionaryEncodingThreshold = 0,
    };

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

    private static async Task Write(Chunk chunk, RowLayout layout, string key, MemoryStream stream)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(Schema, stream, Options);
        writer.CustomMetadata = new Dictionary<string, string> { [KeyName] = key };
        foreach (Range part in chunk.Parts(RowsOfGroup))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await Write(chunk, layout, part, group);
        }
    }

    private static async Task Write(Chunk chunk, RowLayout layout, Range part, ParquetRowGroupWriter group)
    {
        int[] rows = chunk.RowsOf(part).ToArray();
        await group.WriteAsync<int>(Replication, chunk.ByRow(part, (place, _) => chunk.First + place));
        await group.WriteAsync(Dimension, [.. rows.Select(row => layout.NameOf(row).Dimension)]);
        await group.WriteAsync(Entry, [.. rows.Select(row => layout.NameOf(row).Entry)]);
        double[] column = ArrayPool<double>.Shared.Rent(rows.Length);
        for (int total = 0; total < Totals.Length; total++)
        {
            chunk.CopyTotal(total, part, column);
            await group.WriteAsync<double>(Totals[total], column.AsMemory(0, rows.Length));
        }

        ArrayPool<double>.Shared.Return(column);

        await group.WriteAsync<long>(Events, chunk.ByRow(part, (place, isEverything) => isEverything ? chunk.WorkOf(place).Events : 0));
        await group.WriteAsync<long>(
            Shipments,
            chunk.ByRow(part, (place, isEverything) => isEverything ? chunk.WorkOf(place).Shipments : 0)
        );
        await group.WriteAsync<long>(Searches, chunk.ByRow(part, (place, isEverything) => isEverything ? chunk.WorkOf(place).Searches : 0));
        await group.WriteAsync(Failure, chunk.ByRow(part, (place, isEverything) => isEverything ? chunk.FailureOf(place)! : null!));
    }
}
