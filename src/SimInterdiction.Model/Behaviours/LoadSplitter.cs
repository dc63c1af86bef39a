using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;

namespace SimInterdiction.Model.Behaviours;

/// <summary>Spreads loads over more vehicles after several losses heard of within a while.</summary>
internal sealed class LoadSplitter : IHearFates, ISplitLoads
{
    private readonly LoadSplitting rule;
    private readonly int vehicles;

    // The last few, in a ring: the one about to be overwritten is the oldest that counts.
    private readonly double[] heardAt;
    private int oldest;

    public LoadSplitter(LoadSplitting rule)
    {
        this.rule = rule;
        vehicles = Math.Max(1, (int)Math.Floor((1 / rule.Factor) + 0.5));
        heardAt = new double[rule.AfterSeizures];
        Begin(0);
    }

    public static LoadSplitter? For(OrganizationPlan plan) => plan.Behaviour.SplitsLoads is { } rule ? new LoadSplitter(rule) : null;

    public void Begin(uint replication)
    {
        Array.Fill(heardAt, double.NegativeInfinity);
        oldest = 0;
    }

    public void Hear(in HeardFate fate, Instant at)
    {
        if (fate.IsSeized)
        {
            heardAt[oldest] = at.Hours;
            oldest = oldest + 1 == heardAt.Length ? 0 : oldest + 1;
        }
    }

    public int VehiclesFor(int firearms, Instant now) => now.Hours - heardAt[oldest] <= rule.WithinHours ? Math.Min(vehicles, firearms) : 1;
}
