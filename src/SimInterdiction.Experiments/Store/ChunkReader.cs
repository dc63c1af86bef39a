using Parquet;
using Parquet.Schema;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Experiments.Store;

/// <summary>Reads a Parquet file of chunks part by part, so that little of it is in memory at once.</summary>
internal sealed class ChunkReader : IDisposable
{
    // Far more than any group that was ever written: a file that says it holds more is damaged, and would take all
    // memory.
    private const long MostRows = 4_000_000;

    private readonly ParquetReader reader;
    private readonly RowLayout layout;
    private int group;

    private ChunkReader(ParquetReader reader, RowLayout layout)
    {
        this.reader = reader;
        this.layout = layout;
    }

    /// <param name="content">What <see cref="ParquetChunk"/> has written.</param>
    /// <param name="layout">Names its rows.</param>
    /// <param name="key">Hash of the arm's key.</param>
    /// <exception cref="InvalidDataException">It is no chunk of this arm, or of a version of the model that counted
    /// less.</exception>
    public static ChunkReader Open(byte[] content, RowLayout layout, string key)
    {
        ParquetReader reader = Reading(() => ParquetReader.CreateAsync(new MemoryStream(content)));
        try
        {
            if (!reader.CustomMetadata.TryGetValue(ParquetChunk.KeyName, out string? found) || found != key)
            {
                throw new InvalidDataException("It belongs to another arm.");
            }

            if (
                ParquetChunk
                    .Totals.Select(total => total.Name)
                    .Except(reader.Schema.DataFields.Select(field => field.Name))
                    .FirstOrDefault() is
                { } missing
            )
            {
                throw new InvalidDataException(
                    $"The run was simulated by another version of the model, which did not count {missing} yet; it has to be "
                        + "simulated again."
                );
            }

            return new ChunkReader(reader, layout);
        }
        catch
        {
            Close(reader);
            throw;
        }
    }

    /// <summary>The same of a file that somebody else wrote, who may mean harm: it is read only where it takes no more
    /// memory than <see cref="ParquetChunk"/> lets any take.</summary>
    /// <inheritdoc cref="Open"/>
    public static ChunkReader OpenForeign(byte[] content, RowLayout layout, string key)
    {
        ChunkReader opened = Open(content, layout, key);
        bool isSmall = false;
        try
        {
            long mostRows = Math.Max(ParquetChunk.RowsOfGroup, layout.Count);
            isSmall =
                opened.reader.Metadata is { } metadata
                && Reading(() => Task.FromResult(new ParquetPages(content).AreAtMost(metadata, mostRows)));
        }
        finally
        {
            if (!isSmall)
            {
                opened.Dispose();
            }
        }

        return isSmall ? opened : throw new InvalidDataException("It unpacks to more than any chunk has.");
    }

    /// <summary>The replications of the next part; null where no more follow.</summary>
    /// <exception cref="InvalidDataException">It can't be read.</exception>
    public Chunk? Next() => group < reader.RowGroupCount ? Reading(() => Read(group++)) : null;

    public void Dispose() => Close(reader);

    private static void Close(ParquetReader reader) => reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    // Memory is never waited for. What a file that is no chunk makes the library do, nobody knows; whatever it is, the
    // file is to blame.
    private static T Reading<T>(Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not (InvalidDataException or OutOfMemoryException))
        {
            throw new InvalidDataException($"It can't be read: {error.Message}", error);
        }
    }

    private async Task<Chunk> Read(int number)
    {
        using ParquetRowGroupReader rows = reader.OpenRowGroupReader(number);
        if (rows.RowCount > MostRows)
        {
            throw new InvalidDataException($"It says that it holds {rows.RowCount} rows.");
        }

        int count = (int)rows.RowCount;
        int[] replications = await Column<int>(ParquetChunk.Replication);
        string[] dimensions = await Words(ParquetChunk.Dimension);
        string[] entries = await Words(ParquetChunk.Entry);
        string?[] failures = await Words(ParquetChunk.Failure);
        long[] events = await Column<long>(ParquetChunk.Events);
        long[] shipments = await Column<long>(ParquetChunk.Shipments);
        long[] searches = await Column<long>(ParquetChunk.Searches);
        double[][] totals = new double[ParquetChunk.Totals.Length][];
        for (int total = 0; total < totals.Length; total++)
        {
            totals[total] = await Column<double>(ParquetChunk.Totals[total]);
        }

        var chunk = new Chunk();
        double[] row = new double[totals.Length];
        for (int i = 0; i < count; i++)
        {
            for (int total = 0; total < row.Length; total++)
            {
                row[total] = totals[total][i];
            }

            chunk.AddRow(
                replications[i],
                layout.NumberOf(dimensions[i], entries[i]),
                row,
                new WorkDone(events[i], shipments[i], searches[i]),
                failures[i]
            );
        }

        return chunk;

        async Task<T[]> Column<T>(DataField field)
            where T : struct
        {
            var values = new T[count];
            await rows.ReadAsync<T>(field, values);
            return values;
        }

        async Task<string[]> Words(DataField field)
        {
            var values = new string[count];
            await rows.ReadAsync(field, values);
            return values;
        }
    }
}
