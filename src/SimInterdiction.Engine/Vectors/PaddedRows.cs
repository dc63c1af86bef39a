namespace SimInterdiction.Engine.Vectors;

/// <summary>Rows of different lengths, of which eight values in a row are read at once. Immutable.</summary>
/// <remarks>All rows in one array, so that with many of them the nearest caches hold values, not references and
/// lengths.</remarks>
public sealed class PaddedRows<T>
    where T : struct
{
    private readonly int[] starts;
    private readonly T[] values;

    /// <param name="rows">The values of each row; none for a row that is never read.</param>
    public PaddedRows(IEnumerable<IReadOnlyList<T>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var from = new List<int>();
        var all = new List<T>();
        foreach (IReadOnlyList<T> row in rows)
        {
            from.Add(all.Count);
            all.AddRange(row);
            all.AddRange(new T[EightNumbers.Count]);
        }

        starts = [.. from];
        values = [.. all];
    }

    /// <summary>Eight values of a row from one on; behind its last one they mean nothing.</summary>
    /// <param name="row">Index of the row.</param>
    /// <param name="first">Index of the first value, within the row.</param>
    public ReadOnlySpan<T> From(int row, int first) => values.AsSpan(starts[row] + first, EightNumbers.Count);
}
