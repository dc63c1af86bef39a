using MathNet.Numerics.Distributions;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>Whether one deployment beats another more often than a coin would: the exact two-sided sign test on paired replications (Dixon and Mood 1946).</summary>
public static class SignTest
{
    /// <summary>The chance of a split at least as uneven if both won equally often. Ties and undefined pairs (NaN) are left out; 1 when none is left.</summary>
    /// <param name="values">One deployment's single replications.</param>
    /// <param name="others">The other's, in the same order.</param>
    public static double PValue(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        Pairing.RequireSameLength(values, others);
        int above = 0;
        int below = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double difference = values[i] - others[i];
            above += difference > 0 ? 1 : 0;
            below += difference < 0 ? 1 : 0;
        }

        int decided = above + below;
        return decided == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, decided, Math.Min(above, below)));
    }
}
