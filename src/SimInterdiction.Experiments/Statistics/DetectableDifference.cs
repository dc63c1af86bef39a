namespace SimInterdiction.Experiments.Statistics;

/// <summary>How small a true difference a study still finds.</summary>
public static class DetectableDifference
{
    /// <summary>
    /// The true paired difference whose interval leaves out 0 in a share of studies: (t(1 - a/2) + t(power)) s /
    /// sqrt(n), with n - 1 degrees of freedom. Within a replication of the exact answer by the noncentral t for 15
    /// replications and more.
    /// </summary>
    /// <param name="spread">Standard deviation of single paired differences.</param>
    /// <param name="replications">At least 2.</param>
    /// <param name="confidence">Of the interval.</param>
    /// <param name="power">The share of studies, such as 0.8.</param>
    public static double At(double spread, int replications, double confidence, double power)
    {
        double df = replications - 1;
        return (StudentT.TwoSidedQuantile(confidence, df) + StudentT.Quantile(power, df)) * spread / Math.Sqrt(replications);
    }

    /// <summary>The fewest replications that find a difference; null above two thousand million.</summary>
    /// <param name="difference">Above 0.</param>
    /// <param name="spread">Standard deviation of single paired differences.</param>
    /// <param name="confidence">Of the interval.</param>
    /// <param name="power">The share of studies.</param>
    public static int? ReplicationsFor(double difference, double spread, double confidence, double power)
    {
        long low = 1;
        long high = 2;
        while (At(spread, (int)high, confidence, power) > difference)
        {
            (low, high) = (high, high * 2);
            if (high > int.MaxValue)
            {
                return null;
            }
        }

        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = At(spread, (int)middle, confidence, power) > difference ? (middle, high) : (low, middle);
        }

        return (int)high;
    }
}
