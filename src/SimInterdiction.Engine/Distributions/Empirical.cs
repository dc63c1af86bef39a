using System.Collections.Immutable;

namespace SimInterdiction.Engine.Distributions;

/// <summary>A list of values and how often each comes up.</summary>
/// <remarks>
/// Draws cost the same however long the list is: a guide table (Chen and Asau 1974) points near the place, from where
/// it is half a step on average. Two distributions are equal when they give the same values the same shares, in
/// whatever order they were listed.
/// </remarks>
public sealed record Empirical : Distribution
{
    private const double ShareTolerance = 1e-9;

    private readonly Entry[] entries;
    private readonly int[] guide;

    /// <param name="outcomes">The values and their shares, which are above 0 and sum to 1 within 1e-9; a value listed
    /// twice has both shares.</param>
    /// <exception cref="ArgumentException">No outcome, a value that is not finite, a share that is not above 0, or
    /// shares that don't sum to 1.</exception>
    public Empirical(IReadOnlyList<(double Value, double Share)> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        Outcomes = Merge(outcomes);
        entries = Accumulate(Outcomes);
        guide = Guide(entries);
        foreach ((double value, double share) in Outcomes)
        {
            Mean += share * value;
        }

        foreach ((double value, double share) in Outcomes)
        {
            Variance += share * (value - Mean) * (value - Mean);
        }
    }

    /// <summary>The values in rising order, each with its share.</summary>
    public ImmutableArray<(double Value, double Share)> Outcomes { get; }

    public override double Mean { get; }

    public override double Variance { get; }

    public override double Minimum => entries[0].Value;

    public override double Maximum => entries[^1].Value;

    internal override bool HasAtoms => true;

    public override double Quantile(double u)
    {
        Entry[] table = entries;
        int place = guide[(int)(u * (guide.Length - 1))];
        while (table[place].Through < u)
        {
            place++;
        }

        return table[place].Value;
    }

    public override double Cdf(double x)
    {
        int count = CountThrough(x);
        return count == 0 ? 0 : entries[count - 1].Through;
    }

    public bool Equals(Empirical? other) => other is not null && Outcomes.AsSpan().SequenceEqual(other.Outcomes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Outcomes.Length, Mean, Variance);

    internal override double MomentThrough(int order, double x)
    {
        double sum = 0;
        for (int i = CountThrough(x) - 1; i >= 0; i--)
        {
            (double value, double share) = Outcomes[i];
            sum += share * (order == 1 ? value : value * value);
        }

        return sum;
    }

    private static ImmutableArray<(double Value, double Share)> Merge(IReadOnlyList<(double Value, double Share)> outcomes)
    {
        var shares = new SortedDictionary<double, double>();
        double sum = 0;
        foreach ((double value, double share) in outcomes.OrderBy(o => o.Value).ThenBy(o => o.Share))
        {
            double key = Require.Finite(value, "A value") + 0.0;
            shares[key] = shares.GetValueOrDefault(key) + Require.Positive(share, $"The share of {value}");
            sum += share;
        }

        if (!(Math.Abs(sum - 1) <= ShareTolerance))
        {
            throw new ArgumentException($"The shares must sum to 1, not {sum}.", nameof(outcomes));
        }

        return [.. shares.Select(pair => (pair.Key, pair.Value / sum))];
    }

    private static Entry[] Accumulate(ImmutableArray<(double Value, double Share)> outcomes)
    {
        var table = new Entry[outcomes.Length];
        double through = 0;
        for (int i = 0; i < table.Length; i++)
        {
            through += outcomes[i].Share;
            table[i] = new Entry(outcomes[i].Value, through);
        }

        table[^1] = new Entry(outcomes[^1].Value, 1);
        return table;
    }

    // For each cell of the unit interval, the first place that a uniform in it can lead to; the last cell is the point
    // 1.
    private static int[] Guide(Entry[] entries)
    {
        var guide = new int[(entries.Length * 2) + 1];
        int place = 0;
        for (int cell = 0; cell < guide.Length; cell++)
        {
            // Rounding may put a uniform just below the cell's edge into the cell, so the edge is taken a little lower.
            double edge = ((double)cell / (guide.Length - 1)) - ShareTolerance;
            while (entries[place].Through < edge)
            {
                place++;
            }

            guide[cell] = place;
        }

        return guide;
    }

    private int CountThrough(double x)
    {
        int low = 0;
        int high = entries.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (entries[middle].Value <= x)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private readonly record struct Entry(double Value, double Through);
}
