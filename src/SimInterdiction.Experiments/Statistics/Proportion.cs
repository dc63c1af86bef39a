namespace SimInterdiction.Experiments.Statistics;

/// <summary>A share of independent trials.</summary>
public static class Proportion
{
    /// <summary>Wilson's score interval (1927): always within 0 and 1, and of some width even when none or all
    /// succeed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No trials, or more successes than trials.</exception>
    public static Interval Wilson(long successes, long trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        return Wilson((double)successes, trials, confidence);
    }

    /// <summary>The same where a tie counts as half a success; ties only make the share surer than the interval
    /// says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No trials.</exception>
    public static Interval Wilson(double successes, long trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        double z = StandardNormal.Quantile((1 + confidence) / 2);
        double share = successes / trials;
        double shrink = 1 + (z * z / trials);
        double middle = (share + (z * z / (2 * trials))) / shrink;
        double halfWidth = z / shrink * Math.Sqrt(((share * (1 - share)) + (z * z / (4 * trials))) / trials);

        // At the ends the bound is exactly 0 or 1, which rounding would miss.
        return new Interval(successes == 0 ? 0 : middle - halfWidth, successes == trials ? 1 : middle + halfWidth);
    }
}
