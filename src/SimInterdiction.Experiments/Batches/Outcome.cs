using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>What one replication of one arm came to, as it waits to be merged; made once and used again for replication
/// after replication.</summary>
/// <remarks>Of hundreds of arms there are as many at once, so it keeps what is something, not a whole record.</remarks>
internal sealed class Outcome
{
    /// <summary>The row of everything together, number 0, and those of the entries for which anything was counted, by
    /// number of <see cref="ReplicationRecord.Rows"/>. Of a replication that failed, the first alone, with
    /// nothing.</summary>
    public SparseRows Rows { get; } = new();

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether the arm is simulated no further: then nothing in here means anything.</summary>
    public bool IsLeftOut { get; set; }

    public WorkDone Work { get; private set; } = new(0, 0, 0);

    /// <summary>It came to this.</summary>
    public void Take(ReplicationRecord record, WorkDone work)
    {
        Begin(failure: null, work);
        (int rows, int totals) = (1, 0);
        foreach (double[] row in record.Rows)
        {
            int somethings = row.Count(SparseRows.IsSomething);
            rows += somethings > 0 ? 1 : 0;
            totals += somethings;
        }

        Rows.Reserve(rows, totals);
        for (int number = 0; number < record.Rows.Count; number++)
        {
            if (number == 0 || Array.Exists(record.Rows[number], SparseRows.IsSomething))
            {
                Rows.Add(number, record.Rows[number]);
            }
        }
    }

    /// <summary>It failed.</summary>
    public void Fail(string why, WorkDone work)
    {
        Begin(why, work);
        Rows.Add(0, []);
    }

    /// <summary>It came to some rows of others, the first of them that of everything together.</summary>
    /// <param name="others">The rows.</param>
    /// <param name="which">Which of them.</param>
    /// <param name="failure">Why it failed; null where it did not.</param>
    /// <param name="work">What it took.</param>
    public void Take(SparseRows others, Range which, string? failure, WorkDone work)
    {
        Begin(failure, work);
        Rows.Add(others, which);
    }

    /// <summary>Gives what it came to as a whole record.</summary>
    public void CopyTo(ReplicationRecord record)
    {
        record.Clear();
        for (int row = 0; row < Rows.Count; row++)
        {
            Rows.CopyTo(row, record.Rows[Rows.Numbers[row]]);
        }
    }

    private void Begin(string? failure, WorkDone work)
    {
        Failure = failure;
        Work = work;
        Rows.Truncate(0);
    }
}
