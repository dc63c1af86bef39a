using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>How far a study is: a view of the running batch, to be read only while the progress callback
/// runs.</summary>
public sealed class StudyProgress
{
    private readonly Batch batch;
    private readonly TotalsTable?[] first;

    internal StudyProgress(Batch batch)
    {
        this.batch = batch;
        first = new TotalsTable?[batch.Arms.Count];
    }

    /// <summary>What is being simulated, in the file's order.</summary>
    public IReadOnlyList<Arm> Arms => batch.Plan.Arms;

    /// <summary>Replications done, failed ones included. All arms advance together.</summary>
    public int Done => batch.Done;

    /// <summary>How many there shall be; with a precision it grows as long as that is not reached.</summary>
    public int Asked => batch.Asked;

    public int Failed => batch.FailedReplications;

    /// <summary>What the study is about.</summary>
    public Measure Measure => batch.Plan.Measure;

    /// <summary>What an arm has come to; null as long as not even its first replication is simulated.</summary>
    /// <param name="arm">Index into <see cref="Arms"/>.</param>
    internal TotalsTable? TotalsOf(int arm) => Done == 0 ? first[arm] : batch.Arms[arm].Totals;

    /// <summary>An arm of the first replication is simulated; it is merged when all are.</summary>
    internal void Begin(int arm, Outcome outcome)
    {
        if (outcome.Failure is null)
        {
            var record = new double[ReplicationRecord.TotalCount];
            outcome.Rows.CopyTo(0, record);
            first[arm] = new TotalsTable(1);
            first[arm]!.Add(record);
        }
    }
}
