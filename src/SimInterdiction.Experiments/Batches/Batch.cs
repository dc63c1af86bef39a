using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>
/// What a batch has come to so far. Replications are merged into it in their order; one that failed for any arm is left out for all, since pairing
/// needs all.
/// </summary>
internal sealed class Batch
{
    private readonly List<FailedReplication> failed = [];

    public Batch(BatchPlan plan, IReadOnlyList<int> entryCounts)
    {
        Plan = plan;
        Arms = [.. plan.Arms.Select(_ => new ArmBatch(plan, entryCounts))];
    }

    public BatchPlan Plan { get; }

    /// <summary>In the plan's order.</summary>
    public IReadOnlyList<ArmBatch> Arms { get; }

    public IReadOnlyList<FailedReplication> Failed => failed;

    /// <summary>Replications that count, the same ones for every arm.</summary>
    public int Replications { get; private set; }

    /// <summary>Replications that failed, however many arms they failed for.</summary>
    public int FailedReplications { get; private set; }

    /// <summary>Replications merged, those that failed included; also the number of the next one.</summary>
    public int Done => Replications + FailedReplications;

    /// <summary>How many replications there shall be, failed ones included, when the stage under way is done.</summary>
    public int Asked { get; set; }

    public WorkDone Work { get; private set; } = new(0, 0, 0);

    public void Merge(int replication, Outcome[] outcomes)
    {
        foreach (Outcome outcome in outcomes)
        {
            Work += outcome.Work;
        }

        if (outcomes.Any(o => o.Failure is not null))
        {
            FailedReplications++;
            failed.AddRange(outcomes.Index().Where(o => o.Item.Failure is not null).Select(o => new FailedReplication(Plan.Arms[o.Index], replication, o.Item.Failure!)));
            return;
        }

        Replications++;
        for (int i = 0; i < Arms.Count; i++)
        {
            Arms[i].Add(outcomes[i].Record);
        }
    }
}

/// <summary>What one arm of a batch has come to so far.</summary>
internal sealed class ArmBatch
{
    private readonly Measure measure;
    private readonly CoMoments soFar = new();

    public ArmBatch(BatchPlan plan, IReadOnlyList<int> entryCounts)
    {
        measure = plan.Measure;
        Totals = new TotalsTable(plan.Replications);
        By = new RunningSums(entryCounts);
        Corridors = new CorridorFirearms(entryCounts[(int)Dimension.Corridor]);
    }

    public TotalsTable Totals { get; }

    public CorridorFirearms Corridors { get; }

    public RunningSums By { get; }

    /// <summary>The study's measure so far; NaN where undefined.</summary>
    public double MeasureSoFar => RatioEstimator.Estimate(soFar).Value;

    public void Add(ReplicationRecord record)
    {
        Totals.Add(record.Totals);
        By.Add(record);
        Corridors.Add(record.By(Dimension.Corridor));
        double numerator = measure.Numerator(record.Totals);
        if (!double.IsNaN(numerator))
        {
            soFar.Add(numerator, measure.Denominator?.Invoke(record.Totals) ?? 1);
        }
    }
}
