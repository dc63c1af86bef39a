using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// What successive replications of one arm came to, in rows. Of each replication there is the row of everything
/// together, and those of the entries for which anything was counted.
/// </summary>
internal sealed class Chunk
{
    private readonly SparseRows rows = new();

    // By replication: where its rows begin, what was done, and why it failed.
    private readonly List<(int Start, WorkDone Work, string? Failure)> replications = [];

    public int First { get; private set; }

    public int Last => First + Count - 1;

    /// <summary>How many replications.</summary>
    public int Count => replications.Count;

    /// <summary>How many rows.</summary>
    public int RowCount => rows.Count;

    /// <summary>About how much memory its rows take, in bytes.</summary>
    public long Size => rows.Size;

    /// <summary>Adds a replication.</summary>
    /// <exception cref="ArgumentException">It does not follow on the one before.</exception>
    public void Add(int replication, Outcome outcome)
    {
        if (Count > 0 && replication != Last + 1)
        {
            throw new ArgumentException($"Replication {replication} does not follow on {Last}.", nameof(replication));
        }

        (int count, int before) = (Count, RowCount);
        try
        {
            Begin(replication, outcome.Work, outcome.Failure);
            rows.Add(outcome.Rows, ..);
        }
        catch (OutOfMemoryException)
        {
            // Part of a replication must not be written.
            Truncate(count, before);
            throw;
        }
    }

    /// <summary>Makes it empty, for other replications; it keeps its room.</summary>
    public void Clear() => Truncate(0, 0);

    /// <summary>Adds one row as it was read; rows of a replication stand together, that of everything first, which
    /// alone tells of work and failure.</summary>
    /// <exception cref="InvalidDataException">It can't follow on the row before.</exception>
    public void AddRow(int replication, int row, ReadOnlySpan<double> totals, WorkDone done, string? failure)
    {
        bool follows = row == 0 ? Count == 0 || replication == Last + 1 : Count > 0 && replication == Last && row > rows.Numbers[^1];
        if (!follows)
        {
            throw new InvalidDataException($"Row {row} of replication {replication} is out of order.");
        }

        if (row == 0)
        {
            Begin(replication, done, failure);
        }

        rows.Add(row, totals);
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
    public ReadOnlySpan<int> RowsOf(Range places)
    {
        (int from, int to) = Bounds(places);
        return rows.Numbers[from..to];
    }

    /// <summary>Something of each row of some of its replications.</summary>
    /// <param name="places">Their places among all.</param>
    /// <param name="value">What stands in a row of the replication at a place; whether it is that of everything
    /// together.</param>
    public T[] ByRow<T>(Range places, Func<int, bool, T> value)
    {
        (int from, int to) = Bounds(places);
        var column = new T[to - from];
        int place = places.Start.Value - 1;
        for (int row = from; row < to; row++)
        {
            bool isEverything = rows.Numbers[row] == 0;
            place += isEverything ? 1 : 0;
            column[row - from] = value(place, isEverything);
        }

        return column;
    }

    /// <summary>What was done in the replication at a place.</summary>
    public WorkDone WorkOf(int place) => replications[place].Work;

    /// <summary>Why the replication at a place failed; null where it did not.</summary>
    public string? FailureOf(int place) => replications[place].Failure;

    /// <summary>One total of each row of some of its replications.</summary>
    public void CopyTotal(int total, Range places, Span<double> into)
    {
        (int from, int to) = Bounds(places);
        rows.CopyTotal(total, from..to, into);
    }

    /// <summary>One of its replications, to the last bit as it was added.</summary>
    public void Read(int replication, Outcome into)
    {
        int place = replication - First;
        (int start, WorkDone work, string? failure) = replications[place];
        into.Take(rows, start..StartOf(place + 1), failure, work);
    }

    private void Begin(int replication, WorkDone done, string? failure)
    {
        First = Count == 0 ? replication : First;
        replications.Add((RowCount, done, failure));
    }

    private (int From, int To) Bounds(Range places) => (StartOf(places.Start.Value), StartOf(places.End.Value));

    private int StartOf(int place) => place < Count ? replications[place].Start : RowCount;

    private void Truncate(int count, int rowCount)
    {
        replications.RemoveRange(count, Count - count);
        rows.Truncate(rowCount);
    }
}
