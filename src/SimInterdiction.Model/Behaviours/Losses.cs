using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;

namespace SimInterdiction.Model.Behaviours;

/// <summary>The seizures an organization has heard of, as far back as splitting its loads depends on them.</summary>
internal sealed class Losses
{
    private readonly LoadSplitting rule;
    private readonly int vehicles;

    // The last few, in a ring: the one about to be overwritten is the oldest that counts.
    private readonly double[] heardAt;
    private int oldest;

    public Losses(LoadSplitting rule)
    {
        this.rule = rule;
        vehicles = Math.Max(1, (int)Math.Floor((1 / rule.Factor) + 0.5));
        heardAt = new double[rule.AfterSeizures];
        Clear();
    }

    public void Clear()
    {
        Array.Fill(heardAt, double.NegativeInfinity);
        oldest = 0;
    }

    public void Hear(Instant at)
    {
        heardAt[oldest] = at.Hours;
        oldest = oldest + 1 == heardAt.Length ? 0 : oldest + 1;
    }

    /// <summary>Over how many vehicles a load is spread: no vehicle goes empty.</summary>
    public int VehiclesFor(int firearms, Instant now) => now.Hours - heardAt[oldest] <= rule.WithinHours ? Math.Min(vehicles, firearms) : 1;
}
