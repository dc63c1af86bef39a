using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>The difference of two means from independent samples.</summary>
public static class Welch
{
    /// <summary>
    /// The difference with its standard error sqrt(s_1^2 / n_1 + s_2^2 / n_2) on the degrees of freedom of
    /// Satterthwaite (Welch 1938; Law 2015, section 10.2.2). For independent samples only: it knows nothing of what
    /// common random numbers gain, or cost.
    /// </summary>
    public static PointEstimate Difference(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        (Tally one, Tally two) = (Means.Summarise(values), Means.Summarise(others));
        double first = one.Variance / one.Count;
        double second = two.Variance / two.Count;
        double sum = first + second;
        double degreesOfFreedom =
            sum == 0 ? one.Count + two.Count - 2 : sum * sum / ((first * first / (one.Count - 1)) + (second * second / (two.Count - 1)));
        return new PointEstimate(one.Mean - two.Mean, Math.Sqrt(sum), degreesOfFreedom);
    }
}
