namespace SimInterdiction.Engine.Distributions;

/// <summary>A count made from another distribution: its value rounded to the nearest whole number, halves up.</summary>
/// <remarks>
/// Mean and variance are summed count by count until the rest weighs less than 1e-16 of them. A distribution spread
/// over more than a million counts is not summed: rounding then adds 1/12 to the variance and nothing to the mean
/// (Sheppard's correction), which is off by less than half a count in any case.
/// </remarks>
public sealed record Discretised : Distribution
{
    private const long MostCounts = 1 << 20;
    private const double Negligible = 1e-16;

    public Discretised(Distribution inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
        Minimum = Round(inner.Minimum);
        Maximum = Round(inner.Maximum);

        // A greatest value of k + 1/2 that no share of draws takes does not make the count k + 1.
        if (inner.Maximum == Maximum - 0.5 && !inner.HasAtoms)
        {
            Maximum--;
        }

        (Mean, Variance) = Moments();
    }

    public Distribution Inner { get; }

    public override double Mean { get; }

    public override double Variance { get; }

    public override double Minimum { get; }

    public override double Maximum { get; }

    internal override bool HasAtoms => true;

    /// <summary>The distribution given that it rounds to a count from <paramref name="low"/> to
    /// <paramref name="high"/>, as a table, so that a draw is quick whatever the distribution.</summary>
    /// <exception cref="ArgumentException">The bounds fall, or the distribution has no chance between them, or there
    /// are more than a million counts.</exception>
    public static Empirical Count(Distribution distribution, long low, long high)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (low > high)
        {
            throw new ArgumentException($"The least count ({low}) must not exceed the greatest ({high}).", nameof(high));
        }

        var counts = new Discretised(distribution);
        double first = Math.Max(low, counts.Minimum);
        double last = Math.Min(high, counts.Maximum);
        if (!(last - first < MostCounts))
        {
            throw new ArgumentException(
                $"A table of the counts from {first} to {last} would be too long (at most {MostCounts}).",
                nameof(high)
            );
        }

        double chance = distribution.ChanceWithin(low - 0.5, high + 0.5);
        if (!(chance >= Truncated.LeastChance))
        {
            throw new ArgumentException(
                $"The distribution has no chance of a count from {low} to {high}; its values lie from {distribution.Minimum} to "
                    + $"{distribution.Maximum}.",
                nameof(distribution)
            );
        }

        return new Empirical(Shares(distribution, first, last));
    }

    public override double Quantile(double u) => Round(Inner.Quantile(u));

    public override double Cdf(double x) => x >= Maximum ? 1 : Inner.Cdf(JustBelowNext(x));

    public override double Survival(double x) => x >= Maximum ? 0 : Inner.Survival(JustBelowNext(x));

    internal override double MomentThrough(int order, double x)
    {
        if (x >= Maximum)
        {
            return order == 1 ? Mean : Variance + (Mean * Mean);
        }

        double sum = 0;
        for (double count = Minimum; count <= x; count++)
        {
            sum += ChanceOf(Inner, count) * (order == 1 ? count : count * count);
        }

        return sum;
    }

    // Adding a half before the floor would round the number just below 0.5 to 1.
    private static double Round(double value)
    {
        double floor = Math.Floor(value);
        return value - floor >= 0.5 ? floor + 1 : floor;
    }

    private static double JustBelowNext(double x) => Math.BitDecrement(Math.Floor(x) + 0.5);

    private static double ChanceOf(Distribution distribution, double count) => distribution.ChanceWithin(count - 0.5, count + 0.5);

    private static List<(double Value, double Share)> Shares(Distribution distribution, double first, double last)
    {
        var shares = new List<(double Value, double Share)>();
        double sum = 0;
        for (double count = first; count <= last; count++)
        {
            double share = ChanceOf(distribution, count);
            if (share > 0)
            {
                shares.Add((count, share));
                sum += share;
            }
        }

        return shares.ConvertAll(entry => (entry.Value, entry.Share / sum));
    }

    private (double Mean, double Variance) Moments()
    {
        double last = Math.Min(Maximum, Minimum + MostCounts);
        double origin = Round(Inner.Mean);
        double first = 0;
        double second = 0;
        double count = Minimum;
        while (true)
        {
            double chance = ChanceOf(Inner, count);
            double distance = count - origin;
            first += chance * distance;
            second += chance * distance * distance;
            if (count == Maximum || (distance > 0 && distance * distance * Inner.Survival(count + 0.5) <= Negligible * second))
            {
                return (origin + first, Math.Max(0, second - (first * first)));
            }

            if (!(count < last))
            {
                return (Inner.Mean, Inner.Variance + (1.0 / 12));
            }

            count++;
        }
    }
}
