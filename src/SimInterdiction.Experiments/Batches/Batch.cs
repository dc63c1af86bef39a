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

    public WorkDone Work { get; set; } = new(0, 0, 0);

    public void Merge(Slot slot)
    {
        if (slot.Failed.Count > 0)
        {
            FailedReplications++;
            failed.AddRange(slot.Failed);
            return;
        }

        Replications++;
        for (int i = 0; i < Arms.Count; i++)
        {
            Arms[i].Add(slot.Records[i]);
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
