namespace SimInterdiction.Experiments.Statistics;

/// <summary>Percentiles of single replications, without assuming any distribution.</summary>
public static class OrderStatistics
{
    /// <summary>
    /// The percentile of sorted values: the order statistic of rank n p, rounded up, or the mean of it and the next
    /// where n p is whole, so that the 10th and the 90th are mirror images (Hyndman and Fan 1996, definition 2). NaN
    /// without values.
    /// </summary>
    public static double Percentile(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double position = sorted.Length * p;
        double whole = Math.Round(position);

        // 0.9 * n is whole for every tenth n, but not always to the last digit.
        if (Math.Abs(position - whole) > 1e-9 * sorted.Length)
        {
            return sorted[(int)Math.Ceiling(position) - 1];
        }

        int rank = Math.Clamp((int)whole, 1, sorted.Length);
        return (sorted[rank - 1] + sorted[Math.Min(rank, sorted.Length - 1)]) / 2;
    }

    /// <summary>The interval of a percentile from sorted values by <see cref="Ranks"/>; null with too few
    /// values.</summary>
    public static Interval? PercentileInterval(ReadOnlySpan<double> sorted, double p, double confidence) =>
        Ranks(sorted.Length, p, confidence) is { } ranks ? new Interval(sorted[ranks.Low - 1], sorted[ranks.High - 1]) : null;

    /// <summary>
    /// Ranks (from 1) of the order statistics between which the percentile lies with at least this confidence, with at
    /// most half of the error on either side (binomial ranks; Conover 1999, section 3.2). Null where no rank reaches so
    /// far out.
    /// </summary>
    public static (int Low, int High)? Ranks(int n, double p, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double[] chances = BinomialChances(n, p, out int first);
        int low = RankFromBelow(chances, first, tail);

        // Seen from above, the percentile p has the chance 1 - p, and rank n + 1 - r is rank r.
        double[] mirrored = BinomialChances(n, 1 - p, out int mirroredFirst);
        int high = n + 1 - RankFromBelow(mirrored, mirroredFirst, tail);
        return low >= 1 && high <= n ? (low, high) : null;
    }

    // The largest l with P(Binomial <= l - 1) at most the tail; 0 when there is none.
    private static int RankFromBelow(double[] chances, int first, double tail)
    {
        double below = 0;
        for (int i = 0; i < chances.Length; i++)
        {
            below += chances[i];
            if (below > tail)
            {
                return first + i;
            }
        }

        return first + chances.Length;
    }

    // The chances around the mode, by the ratio of neighbours and scaled to sum to 1; what is left out is below 1e-20
    // of the mode's. Exact enough for any n, where the incomplete beta of MathNet.Numerics runs out of terms.
    private static double[] BinomialChances(int n, double p, out int first)
    {
        int mode = Math.Min(n, (int)((n + 1) * p));
        double odds = p / (1 - p);
        var below = new List<double>();
        double weight = 1;
        for (int k = mode; k > 0 && weight > 1e-20; k--)
        {
            weight *= k / ((n - k + 1) * odds);
            below.Add(weight);
        }

        below.Reverse();
        first = mode - below.Count;
        below.Add(1);
        weight = 1;
        for (int k = mode; k < n && weight > 1e-20; k++)
        {
            weight *= (n - k) * odds / (k + 1);
            below.Add(weight);
        }

        double sum = below.Sum();
        return [.. below.Select(chance => chance / sum)];
    }
}
