namespace SimInterdiction.Experiments.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class StandardNormal
{
    /// <summary>Phi(z) (MathNet.Numerics).</summary>
    public static double Cdf(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);
}
