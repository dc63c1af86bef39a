namespace SimInterdiction.Experiments.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class StandardNormal
{
    /// <summary>Phi(z) (MathNet.Numerics).</summary>
    public static double Cdf(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);

    /// <summary>The z that is not exceeded with this probability (MathNet.Numerics); infinite at 0 and 1.</summary>
    public static double Quantile(double probability) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);
}
