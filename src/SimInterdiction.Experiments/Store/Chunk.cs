using System.Runtime.InteropServices;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// What successive replications of one arm came to, in rows. Of each replication there is the row of everything
/// together, and those of the entries for which anything was counted; of each row, the totals that are something, since
/// most are nothing.
/// </summary>
internal sealed class Chunk
{
    private const int BytesOfRow = 2 * sizeof(int);
    private const int BytesOfTotal = sizeof(byte) + sizeof(double);

    private static readonly double[] Nothing = new double[ReplicationRecord.TotalCount];
    private static readonly WorkDone NoWork = new(0, 0, 0);

    // By replication: where its rows begin, what was done, and why it failed.
    private readonly List<int> starts = [];
    private readonly List<WorkDone> work = [];
    private readonly List<string?> failures = [];

    // By row: its number in the layout, and where its totals end.
    private readonly List<int> numbers = [];
    private readonly List<int> ends = [];

    // By total that is something.
    private readonly List<byte> which = [];
    private readonly List<double> values = [];

    public int First { get; private set; }

    public int Last => First + Count - 1;

    /// <summary>How many replications.</summary>
    public int Count => starts.Count;

    /// <summary>How many rows.</summary>
    public int RowCount => numbers.Count;

    /// <summary>About how much memory its rows take, in bytes.</summary>
    public long Size => ((long)RowCount * BytesOfRow) + ((long)values.Count * BytesOfTotal);

    /// <summary>Adds a replication.</summary>
    /// <exception cref="ArgumentException">It does not follow on the one before.</exception>
    public void Add(int replication, Outcome outcome)
    {
        if (Count > 0 && replication != Last + 1)
        {
            throw new ArgumentException($"Replication {replication} does not follow on {Last}.", nameof(replication));
        }

        (int count, int rows, int somethings) = (Count, RowCount, values.Count);
        try
        {
            foreach ((int row, double[] totalsOfRow) in RowLayout.Rows(outcome.Record).Index())
            {
                if (row == 0)
                {
                    AddRow(replication, 0, outcome.Failure is null ? totalsOfRow : Nothing, outcome.Work, outcome.Failure);
                }
                else if (outcome.Failure is null && Array.Exists(totalsOfRow, IsSomething))
                {
                    AddRow(replication, row, totalsOfRow, NoWork, null);
                }
            }
        }
        catch (OutOfMemoryException)
        {
            // Part of a replication must not be written.
            Truncate(count, rows, somethings);
            throw;
        }
    }

    /// <summary>Makes it empty, for other replications; it keeps its room.</summary>
    public void Clear() => Truncate(0, 0, 0);

    /// <summary>Adds one row as it was read; rows of a replication stand together, that of everything first, which
    /// alone tells of work and failure.</summary>
    /// <exception cref="InvalidDataException">It can't follow on the row before.</exception>
    public void AddRow(int replication, int row, ReadOnlySpan<double> totals, WorkDone done, string? failure)
    {
        bool follows = row == 0 ? Count == 0 || replication == Last + 1 : Count > 0 && replication == Last && row > numbers[^1];
        if (!follows)
        {
            throw new InvalidDataException($"Row {row} of replication {replication} is out of order.");
        }

        if (row == 0)
        {
            First = Count == 0 ? replication : First;
            starts.Add(RowCount);
            work.Add(done);
            failures.Add(failure);
        }

        for (int total = 0; total < totals.Length; total++)
        {
            if (IsSomething(totals[total]))
            {
                which.Add((byte)total);
                values.Add(totals[total]);
            }
        }

        numbers.Add(row);
        ends.Add(values.Count);
    }

    /// <summary>Its replications in parts of so many rows at most, or of one replication; each as its place among
    /// them.</summary>
    public IEnumerable<Range> Parts(int mostRows)
    {
        int from = 0;
        for (int index = 1; index <= Count; index++)
        {
            if (index == Count || StartOf(index + 1) - StartOf(from) > mostRows)
            {
                yield return from..index;
                from = index;
            }
        }
    }

    /// <summary>The rows of some of its replications, by number of the <see cref="RowLayout"/>.</summary>
    public ReadOnlySpan<int> RowsOf(Range replications)
    {
        (int from, int to) = Bounds(replications);
        return CollectionsMarshal.AsSpan(numbers)[from..to];
    }

    /// <summary>Something of each row of some of its replications.</summary>
    /// <param name="replications">Their places among all.</param>
    /// <param name="value">What stands in a row of the replication at a place; whether it is that of everything
    /// together.</param>
    public T[] ByRow<T>(Range replications, Func<int, bool, T> value)
    {
        (int from, int to) = Bounds(replications);
        var column = new T[to - from];
        int place = replications.Start.Value - 1;
        for (int row = from; row < to; row++)
        {
            bool isEverything = numbers[row] == 0;
            place += isEverything ? 1 : 0;
            column[row - from] = value(place, isEverything);
        }

        return column;
    }

    /// <summary>What was done in the replication at a place.</summary>
    public WorkDone WorkOf(int place) => work[place];

    /// <summary>Why the replication at a place failed; null where it did not.</summary>
    public string? FailureOf(int place) => failures[place];

    /// <summary>One total of each row of some of its replications.</summary>
    public void CopyTotal(int total, Range replications, Span<double> into)
    {
        (int from, int to) = Bounds(replications);
        int at = EndBefore(from);
        for (int row = from; row < to; row++)
        {
            double value = 0;
            for (; at < ends[row]; at++)
            {
                value = which[at] == total ? values[at] : value;
            }

            into[row - from] = value;
        }
    }

    /// <summary>One of its replications, to the last bit as it was added.</summary>
    public void Read(int replication, Outcome into)
    {
        int place = replication - First;
        int row = starts[place];
        int end = StartOf(place + 1);
        int at = EndBefore(row);
        into.Failure = failures[place];
        into.Work = work[place];
        into.Record.Clear();
        int number = 0;
        foreach (double[] totals in RowLayout.Rows(into.Record))
        {
            if (row < end && numbers[row] == number)
            {
                for (; at < ends[row]; at++)
                {
                    totals[which[at]] = values[at];
                }

                row++;
            }

            number++;
        }
    }

    private (int From, int To) Bounds(Range replications) => (StartOf(replications.Start.Value), StartOf(replications.End.Value));

    private int StartOf(int place) => place < Count ? starts[place] : RowCount;

    private int EndBefore(int row) => row == 0 ? 0 : ends[row - 1];

    private void Truncate(int count, int rows, int totals)
    {
        Cut(starts, count);
        Cut(work, count);
        Cut(failures, count);
        Cut(numbers, rows);
        Cut(ends, rows);
        Cut(which, totals);
        Cut(values, totals);
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
