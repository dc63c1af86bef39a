using System.Runtime.InteropServices;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Rows of totals, one after the other, each with a number: only the totals that are something take room,
/// since most are nothing.</summary>
internal sealed class SparseRows
{
    private const int BytesOfRow = 2 * sizeof(int);
    private const int BytesOfTotal = sizeof(byte) + sizeof(double);

    // By row: its number, and where its totals end.
    private readonly List<int> numbers = [];
    private readonly List<int> ends = [];

    // By total that is something.
    private readonly List<byte> which = [];
    private readonly List<double> values = [];

    /// <summary>How many rows.</summary>
    public int Count => numbers.Count;

    /// <summary>About how much memory they take, in bytes.</summary>
    public long Size => ((long)Count * BytesOfRow) + ((long)values.Count * BytesOfTotal);

    /// <summary>The number of each row.</summary>
    public ReadOnlySpan<int> Numbers => CollectionsMarshal.AsSpan(numbers);

    /// <summary>Whether a total takes room. Negative zero does: what is read must be what was written, to the last
    /// bit.</summary>
    public static bool IsSomething(double total) => BitConverter.DoubleToInt64Bits(total) != 0;

    /// <summary>Adds a row.</summary>
    public void Add(int number, ReadOnlySpan<double> totals)
    {
        for (int total = 0; total < totals.Length; total++)
        {
            if (IsSomething(totals[total]))
            {
                which.Add((byte)total);
                values.Add(totals[total]);
            }
        }

        numbers.Add(number);
        ends.Add(values.Count);
    }

    /// <summary>Adds some rows of others.</summary>
    public void Add(SparseRows others, Range rows)
    {
        (int first, int count) = rows.GetOffsetAndLength(others.Count);
        int from = others.EndBefore(first);
        int to = others.EndBefore(first + count);
        int moved = values.Count - from;
        numbers.AddRange(CollectionsMarshal.AsSpan(others.numbers).Slice(first, count));
        which.AddRange(CollectionsMarshal.AsSpan(others.which)[from..to]);
        values.AddRange(CollectionsMarshal.AsSpan(others.values)[from..to]);
        for (int row = first; row < first + count; row++)
        {
            ends.Add(others.ends[row] + moved);
        }
    }

    /// <summary>Sets the totals of a row that are something.</summary>
    public void CopyTo(int row, Span<double> totals)
    {
        for (int at = EndBefore(row); at < ends[row]; at++)
        {
            totals[which[at]] = values[at];
        }
    }

    /// <summary>One total of some of the rows.</summary>
    public void CopyTotal(int total, Range rows, Span<double> into)
    {
        (int first, int count) = rows.GetOffsetAndLength(Count);
        int at = EndBefore(first);
        for (int i = 0; i < count; i++)
        {
            double value = 0;
            for (; at < ends[first + i]; at++)
            {
                value = which[at] == total ? values[at] : value;
            }

            into[i] = value;
        }
    }

    /// <summary>Makes room for so many, and hardly more: many of these live side by side.</summary>
    public void Reserve(int rows, int totals)
    {
        Reserve(numbers, rows);
        Reserve(ends, rows);
        Reserve(which, totals);
        Reserve(values, totals);
    }

    /// <summary>Keeps the first rows only. They keep their room.</summary>
    public void Truncate(int rows)
    {
        // A column that could not grow is as long as it was.
        Cut(values, EndBefore(rows));
        Cut(which, EndBefore(rows));
        Cut(ends, rows);
        Cut(numbers, rows);
    }

    private static void Reserve<T>(List<T> column, int length)
    {
        if (column.Capacity < length)
        {
            column.Capacity = length + (length / 8);
        }
    }

    private static void Cut<T>(List<T> column, int length)
    {
        if (column.Count > length)
        {
            column.RemoveRange(length, column.Count - length);
        }
    }

    private int EndBefore(int row) => row == 0 ? 0 : ends[row - 1];
}
