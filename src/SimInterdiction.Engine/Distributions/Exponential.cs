namespace SimInterdiction.Engine.Distributions;

/// <summary>The exponential distribution: the gap until the next event of a Poisson process.</summary>
/// <param name="MeanValue">The mean, above 0.</param>
public sealed record Exponential(double MeanValue) : Distribution
{
    public double MeanValue { get; } = Require.Positive(MeanValue, nameof(MeanValue));

    public override double Mean => MeanValue;

    public override double Variance => MeanValue * MeanValue;

    public override double Minimum => 0;

    public override double Maximum => double.PositiveInfinity;

    /// <remarks>-mean log(1 - u), the one that grows with u. The uniforms of a random block lie on a grid of 2^-53,
    /// where 1 - u is exact, so no digits are lost near 0.</remarks>
    public override double Quantile(double u) => -MeanValue * Math.Log(1 - u);

    public override double Cdf(double x) => x > 0 ? -SpecialFunctions.ExpMinusOne(-x / MeanValue) : 0;

    public override double Survival(double x) => x > 0 ? Math.Exp(-x / MeanValue) : 1;

    internal override double MomentThrough(int order, double x)
    {
        if (!(x > 0))
        {
            return 0;
        }

        // t^k e^-t is k! times the density of a gamma distribution of shape k + 1.
        double whole = order == 1 ? MeanValue : 2 * MeanValue * MeanValue;
        return whole * SpecialFunctions.GammaLower(order + 1, x / MeanValue);
    }
}
