using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>
/// What a batch has come to so far. Replications are merged into it in their order; one that failed for any arm is left
/// out for all, since pairing needs all. Deployments may drop out between replications: what they have come to stays as
/// it is.
/// </summary>
internal sealed class Batch
{
    private readonly List<FailedReplication> failed = [];
    private readonly OrderedDictionary<string, int> droppedOut = [];
    private readonly List<int>? draws;
    private readonly ReplicationRecord record;
    private int units;

    public Batch(BatchPlan plan, IReadOnlyList<int> entryCounts)
    {
        Plan = plan;
        draws = plan.Draws is null ? null : [];
        record = new ReplicationRecord(entryCounts);
        Arms = [.. plan.Arms.Select(arm => new ArmBatch(plan, arm, entryCounts, draws))];
    }

    public BatchPlan Plan { get; }

    /// <summary>In the plan's order.</summary>
    public IReadOnlyList<ArmBatch> Arms { get; }

    public IReadOnlyList<FailedReplication> Failed => failed;

    /// <summary>The deployments that dropped out of a choice, in the order in which they did, each with the
    /// replications that count until then.</summary>
    public IReadOnlyDictionary<string, int> DroppedOut => droppedOut;

    /// <summary>The arms still simulated, as indices into the plan's.</summary>
    public IEnumerable<int> Running => Enumerable.Range(0, Arms.Count).Where(IsRunning);

    /// <summary>Replications that count, the same ones for every arm that is still simulated.</summary>
    public int Replications { get; private set; }

    /// <summary>Replications that failed, however many arms they failed for.</summary>
    public int FailedReplications { get; private set; }

    /// <summary>Replications merged, those that failed included; also the number of the next one.</summary>
    public int Done => Replications + FailedReplications;

    /// <summary>How many replications there shall be, failed ones included, when the stage under way is done.</summary>
    public int Asked { get; set; }

    public WorkDone Work { get; private set; } = new(0, 0, 0);

    /// <summary>Whether an arm is still simulated. The baseline always is: all others are compared with it.</summary>
    public bool IsRunning(int arm) => Plan.Arms[arm].Deployment == Plan.Baseline || !droppedOut.ContainsKey(Plan.Arms[arm].Deployment);

    /// <summary>A deployment is out of the choice from here on.</summary>
    public void DropOut(string deployment) => droppedOut.Add(deployment, Replications);

    public void Merge(int replication, Outcome[] outcomes)
    {
        (int Index, Outcome Item)[] simulated = [.. outcomes.Index().Where(o => !o.Item.IsLeftOut)];
        foreach ((_, Outcome outcome) in simulated)
        {
            Work += outcome.Work;
        }

        if (simulated.Any(o => o.Item.Failure is not null))
        {
            FailedReplications++;
            failed.AddRange(
                simulated
                    .Where(o => o.Item.Failure is not null)
                    .Select(o => new FailedReplication(Plan.Arms[o.Index], replication, Printable.Of(o.Item.Failure!)))
            );
            return;
        }

        Replications++;
        int unit = NextUnit(replication);
        foreach ((int arm, Outcome outcome) in simulated)
        {
            outcome.CopyTo(record);
            Arms[arm].Add(record, unit);
        }
    }

    // Replications that share their inputs are one observation of plausible inputs.
    private int NextUnit(int replication)
    {
        if (draws is null || Plan.Draws is not { } drawn)
        {
            return units++;
        }

        int draw = drawn.Of(replication);
        units += draws.Count > 0 && draws[^1] == draw ? 0 : 1;
        draws.Add(draw);
        return units - 1;
    }
}

/// <summary>What one arm of a batch has come to so far.</summary>
internal sealed class ArmBatch
{
    /// <param name="plan">Whose arm it is.</param>
    /// <param name="arm">Which.</param>
    /// <param name="entryCounts">How many entries each dimension has.</param>
    /// <param name="draws">Filled by the batch: the draw of the inputs that each replication has; null where nothing is
    /// drawn.</param>
    public ArmBatch(BatchPlan plan, Arm arm, IReadOnlyList<int> entryCounts, IReadOnlyList<int>? draws)
    {
        Totals = new TotalsTable(plan.Replications) { Draws = draws };
        By = new RunningSums(entryCounts, plan.BrokenDownBy(arm));
        Corridors = new CorridorFirearms(entryCounts[(int)Dimension.Corridor]);
        Weeks = new WeekSums(entryCounts[(int)Dimension.Week]);
    }

    public TotalsTable Totals { get; }

    public CorridorFirearms Corridors { get; }

    public WeekSums Weeks { get; }

    public RunningSums By { get; }

    /// <param name="record">What a replication came to.</param>
    /// <param name="unit">Which independent observation it belongs to, from 0 upwards.</param>
    public void Add(ReplicationRecord record, int unit)
    {
        Totals.Add(record.Totals);
        By.Add(record, unit);
        Corridors.Add(record.By(Dimension.Corridor), unit);
        Weeks.Add(record, unit);
    }
}
