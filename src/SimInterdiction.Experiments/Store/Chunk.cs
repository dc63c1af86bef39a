using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// What successive replications of one arm came to, as columns. Of each replication there is the row of everything
/// together, and those of the entries for which anything was counted.
/// </summary>
internal sealed class Chunk
{
    private static readonly double[] Nothing = new double[ReplicationRecord.TotalCount];
    private static readonly WorkDone NoWork = new(0, 0, 0);

    // Columns of totals, and beside them replication, row, work and failure.
    private static readonly int BytesOfRow = (ReplicationRecord.TotalCount * sizeof(double)) + (2 * sizeof(int)) + (2 * IntPtr.Size);

    // Where the rows of each replication begin.
    private readonly List<int> starts = [];

    /// <summary>The columns; all are of one length.</summary>
    public List<int> Replications { get; } = [];

    /// <summary>Numbers of the <see cref="RowLayout"/>.</summary>
    public List<int> Rows { get; } = [];

    public List<double>[] Totals { get; } = [.. Enumerable.Range(0, ReplicationRecord.TotalCount).Select(_ => new List<double>())];

    /// <summary>In the rows of everything together; 0 in the others.</summary>
    public List<WorkDone> Work { get; } = [];

    /// <summary>In the rows of everything together, why a replication failed.</summary>
    public List<string?> Failures { get; } = [];

    public int First => Replications[0];

    public int Last => Replications[^1];

    public int Count => starts.Count;

    /// <summary>About how much memory its rows take, in bytes.</summary>
    public long Size => (long)Replications.Count * BytesOfRow;

    public void Add(int replication, Outcome outcome)
    {
        if (Count > 0 && replication != Last + 1)
        {
            throw new ArgumentException($"Replication {replication} does not follow on {Last}.", nameof(replication));
        }

        (int rows, int count) = (Rows.Count, Count);
        try
        {
            foreach ((int row, double[] totals) in RowLayout.Rows(outcome.Record).Index())
            {
                if (row == 0)
                {
                    AddRow(replication, 0, outcome.Failure is null ? totals : Nothing, outcome.Work, outcome.Failure);
                }
                else if (outcome.Failure is null && Array.Exists(totals, IsSomething))
                {
                    AddRow(replication, row, totals, NoWork, null);
                }
            }
        }
        catch (OutOfMemoryException)
        {
            // Part of a replication must not be written.
            Truncate(count, rows);
            throw;
        }
    }

    /// <summary>Makes it empty, for other replications; it keeps its room.</summary>
    public void Clear() => Truncate(0, 0);

    /// <summary>Adds one row as it was read; rows of a replication stand together, that of everything first.</summary>
    /// <exception cref="InvalidDataException">It can't follow on the row before.</exception>
    public void AddRow(int replication, int row, ReadOnlySpan<double> totals, WorkDone work, string? failure)
    {
        bool follows =
            row == 0 ? Replications.Count == 0 || replication == Last + 1 : Replications.Count > 0 && replication == Last && row > Rows[^1];
        if (!follows)
        {
            throw new InvalidDataException($"Row {row} of replication {replication} is out of order.");
        }

        if (row == 0)
        {
            starts.Add(Replications.Count);
        }

        Replications.Add(replication);
        Rows.Add(row);
        for (int total = 0; total < Totals.Length; total++)
        {
            Totals[total].Add(totals[total]);
        }

        Work.Add(work);
        Failures.Add(failure);
    }

    /// <summary>Its rows in parts of so many at most, or of one replication; none is cut.</summary>
    public IEnumerable<Range> Parts(int mostRows)
    {
        int from = 0;
        for (int index = 1; index <= starts.Count; index++)
        {
            int end = index < starts.Count ? starts[index] : Replications.Count;
            int next = index + 1 < starts.Count ? starts[index + 1] : Replications.Count;
            if (end == Replications.Count || next - from > mostRows)
            {
                yield return from..end;
                from = end;
            }
        }
    }

    /// <summary>One of its replications, to the last bit as it was added.</summary>
    public void Read(int replication, Outcome into)
    {
        int index = replication - First;
        int at = starts[index];
        int end = index + 1 < starts.Count ? starts[index + 1] : Replications.Count;
        into.Failure = Failures[at];
        into.Work = Work[at];
        into.Record.Clear();
        int number = 0;
        foreach (double[] totals in RowLayout.Rows(into.Record))
        {
            if (at < end && Rows[at] == number)
            {
                for (int total = 0; total < totals.Length; total++)
                {
                    totals[total] = Totals[total][at];
                }

                at++;
            }

            number++;
        }
    }

    private void Truncate(int count, int rows)
    {
        Cut(starts, count);
        Cut(Replications, rows);
        Cut(Rows, rows);
        Array.ForEach(Totals, column => Cut(column, rows));
        Cut(Work, rows);
        Cut(Failures, rows);
    }

    // A column that could not grow is as long as it was.
    private static void Cut<T>(List<T> column, int length)
    {
        if (column.Count > length)
        {
            column.RemoveRange(length, column.Count - length);
        }
    }

    // Negative zero is something: what is read must be what was written, to the last bit.
    private static bool IsSomething(double value) => BitConverter.DoubleToInt64Bits(value) != 0;
}
