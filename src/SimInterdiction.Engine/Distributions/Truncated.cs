namespace SimInterdiction.Engine.Distributions;

/// <summary>Another distribution, given that the value is from <see cref="Low"/> on and below
/// <see cref="High"/>.</summary>
/// <remarks>Mean and variance come from the inner distribution's partial moments, which are known in closed form; their
/// relative error is about 1e-15 divided by the chance of the interval, times (mean / standard deviation)^2 for the
/// variance.</remarks>
public sealed record Truncated : Distribution
{
    /// <summary>Intervals with less chance than this under the inner distribution are refused: too few digits are
    /// left.</summary>
    public const double LeastChance = 1e-9;

    private readonly double below;
    private readonly double through;
    private readonly double chance;

    /// <param name="inner">The distribution.</param>
    /// <param name="low">The bound that values may reach; minus infinity for none.</param>
    /// <param name="high">The bound that values stay below; plus infinity for none.</param>
    /// <exception cref="ArgumentException">The bounds are no numbers or don't rise, or the distribution has no chance
    /// between them.</exception>
    public Truncated(Distribution inner, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (!(low < high))
        {
            throw new ArgumentException($"The lower bound ({low}) must lie below the upper one ({high}).", nameof(high));
        }

        Inner = inner;
        Low = low;
        High = high;
        chance = inner.ChanceWithin(low, high);
        if (!(chance >= LeastChance))
        {
            throw new ArgumentException(
                $"The distribution has no chance of a value from {low} on and below {high}; its values lie from {inner.Minimum} to "
                    + $"{inner.Maximum}.",
                nameof(inner)
            );
        }

        below = inner.Cdf(Math.BitDecrement(low));
        through = inner.Cdf(Math.BitDecrement(high));
        (Minimum, Maximum) = Bounds();
        Mean = Math.Clamp(MomentThrough(1, Maximum), Minimum, Maximum);
        Variance = IsConstant ? 0 : Math.Max(0, MomentThrough(2, Maximum) - (Mean * Mean));
    }

    public Distribution Inner { get; }

    /// <summary>The bound that values may reach.</summary>
    public double Low { get; }

    /// <summary>The bound that values stay below.</summary>
    public double High { get; }

    public override double Mean { get; }

    public override double Variance { get; }

    public override double Minimum { get; }

    public override double Maximum { get; }

    internal override bool HasAtoms => Inner.HasAtoms;

    public override double Quantile(double u) => Math.Clamp(InnerQuantile(u), Minimum, Maximum);

    public override double Cdf(double x)
    {
        if (x >= Maximum)
        {
            return 1;
        }

        return x < Low ? 0 : Math.Min(1, Inner.ChanceWithin(Low, Math.BitIncrement(x)) / chance);
    }

    public override double Survival(double x)
    {
        if (x >= Maximum)
        {
            return 0;
        }

        return x < Low ? 1 : Math.Min(1, Inner.ChanceWithin(Math.BitIncrement(x), High) / chance);
    }

    internal override double MomentThrough(int order, double x)
    {
        double end = Math.Min(x, Maximum);
        return end < Low ? 0 : (Inner.MomentThrough(order, end) - Inner.MomentThrough(order, Math.BitDecrement(Low))) / chance;
    }

    // Strictly above the chance of what lies below the interval, so that a distribution with atoms can't give the atom
    // before it.
    private double InnerQuantile(double u) => Inner.Quantile(Math.Clamp(below + (u * chance), Math.BitIncrement(below), through));

    private (double Minimum, double Maximum) Bounds() =>
        Inner.HasAtoms
            ? (InnerQuantile(0), InnerQuantile(1))
            : (Math.Max(Low, Inner.Minimum), Math.Min(Math.BitDecrement(High), Inner.Maximum));
}
