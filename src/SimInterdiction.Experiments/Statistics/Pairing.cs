using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>What common random numbers do to a comparison.</summary>
public static class Pairing
{
    /// <summary>
    /// (S_i^2 + S_0^2) / S_difference^2: how many times fewer replications pairing needs than independent sampling (Law
    /// 2015, section 11.2). Reported as measured: it can be below 1. Null where the difference never varies, or is not
    /// known to.
    /// </summary>
    public static double? Gain(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        RequireSameLength(values, others);
        var difference = new Tally();
        for (int i = 0; i < values.Length; i++)
        {
            difference.Add(values[i] - others[i]);
        }

        double gain = (Means.Summarise(values).Variance + Means.Summarise(others).Variance) / difference.Variance;
        return difference.Variance > 0 && double.IsFinite(gain) ? gain : null;
    }

    /// <summary>
    /// Share of replications in which <paramref name="values"/> beat <paramref name="others"/> with the same luck; ties
    /// count half. Replications in which either is undefined (NaN) are left out; null when none is left.
    /// </summary>
    /// <param name="values">The deployment's single replications.</param>
    /// <param name="others">The baseline's.</param>
    /// <param name="sign">+1 when more is better, -1 when less is.</param>
    public static double? BetterIn(ReadOnlySpan<double> values, ReadOnlySpan<double> others, int sign)
    {
        RequireSameLength(values, others);
        int halves = 0;
        int defined = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double difference = sign * (values[i] - others[i]);
            if (!double.IsNaN(difference))
            {
                defined++;
                halves += 1 + Math.Sign(difference);
            }
        }

        return defined == 0 ? null : halves / (2.0 * defined);
    }

    /// <summary>Wilson's interval of that share; null where there is none.</summary>
    public static Interval? BetterInInterval(ReadOnlySpan<double> values, ReadOnlySpan<double> others, int sign, double confidence)
    {
        RequireSameLength(values, others);
        int defined = 0;
        for (int i = 0; i < values.Length; i++)
        {
            defined += double.IsNaN(values[i] - others[i]) ? 0 : 1;
        }

        return BetterIn(values, others, sign) is { } share ? Proportion.Wilson(share * defined, defined, confidence) : null;
    }

    /// <summary>
    /// The same share for independent luck, as one real period would show: Phi(difference / sqrt(s_i^2 + s_0^2)), the
    /// normal approximation; a sure thing where nothing varies. Null where undefined.
    /// </summary>
    /// <param name="difference">The deployment less the baseline, with the sign turned so that above 0 is
    /// better.</param>
    /// <param name="spread">Standard deviation of the deployment's single replications.</param>
    /// <param name="otherSpread">The baseline's.</param>
    public static double? BetterInIndependent(double difference, double spread, double otherSpread)
    {
        double both = Math.Sqrt((spread * spread) + (otherSpread * otherSpread));
        if (double.IsNaN(difference) || double.IsNaN(both))
        {
            return null;
        }

        return both == 0 ? (1 + Math.Sign(difference)) / 2.0 : StandardNormal.Cdf(difference / both);
    }

    internal static void RequireSameLength(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        if (values.Length != others.Length)
        {
            throw new ArgumentException($"Pairs need as many of both, not {values.Length} and {others.Length}.");
        }
    }
}
