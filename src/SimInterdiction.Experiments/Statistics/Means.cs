using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>Means of replications, and the paired difference of two.</summary>
public static class Means
{
    /// <summary>The mean with its standard error s / sqrt(n), on n - 1 degrees of freedom (Student 1908; Law 2015,
    /// section 4.5).</summary>
    public static PointEstimate Estimate(ReadOnlySpan<double> values) => Estimate(Summarise(values));

    /// <summary>
    /// The mean of the differences <c>values[i] - others[i]</c>: replication i of both used the same random numbers
    /// (paired t; Law 2015, section 10.2.1).
    /// </summary>
    public static PointEstimate PairedDifference(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        Pairing.RequireSameLength(values, others);
        var tally = new Tally();
        for (int i = 0; i < values.Length; i++)
        {
            tally.Add(values[i] - others[i]);
        }

        return Estimate(tally);
    }

    /// <summary>Unbiased standard deviation; NaN with fewer than two values.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values) => Math.Sqrt(Summarise(values).Variance);

    /// <summary>Count, mean and variance of the values.</summary>
    public static Tally Summarise(ReadOnlySpan<double> values)
    {
        var tally = new Tally();
        foreach (double value in values)
        {
            tally.Add(value);
        }

        return tally;
    }

    private static PointEstimate Estimate(Tally tally) => new(tally.Mean, Math.Sqrt(tally.Variance / tally.Count), tally.Count - 1);
}
