namespace SimInterdiction.Engine.Distributions;

/// <summary>The gamma distribution, by its mean and standard deviation; equal ones make the exponential
/// distribution.</summary>
/// <param name="MeanValue">The mean, above 0.</param>
/// <param name="StandardDeviation">The standard deviation, from a 10,000th of the mean to 30 times it.</param>
public sealed record Gamma(double MeanValue, double StandardDeviation) : Distribution
{
    private const double LeastRatio = 1e-4;
    private const double GreatestRatio = 30;

    public double MeanValue { get; } = Require.Positive(MeanValue, nameof(MeanValue));

    public double StandardDeviation { get; } =
        Require.Positive(StandardDeviation, nameof(StandardDeviation)) / MeanValue is >= LeastRatio and <= GreatestRatio
            ? StandardDeviation
            : throw new ArgumentException(
                $"{nameof(StandardDeviation)} must be {LeastRatio} to {GreatestRatio} times the mean ({MeanValue}), not "
                    + $"{StandardDeviation}.",
                nameof(StandardDeviation)
            );

    /// <summary>(mean / standard deviation)^2.</summary>
    public double Shape { get; } = MeanValue / StandardDeviation * (MeanValue / StandardDeviation);

    /// <summary>Variance / mean.</summary>
    public double Scale { get; } = StandardDeviation / MeanValue * StandardDeviation;

    public override double Mean => MeanValue;

    public override double Variance => StandardDeviation * StandardDeviation;

    public override double Minimum => 0;

    public override double Maximum => double.PositiveInfinity;

    public override double Quantile(double u) => Scale * SpecialFunctions.GammaQuantile(Shape, u);

    public override double Cdf(double x) => x > 0 ? SpecialFunctions.GammaLower(Shape, x / Scale) : 0;

    public override double Survival(double x) => x > 0 ? SpecialFunctions.GammaUpper(Shape, x / Scale) : 1;

    internal override double MomentThrough(int order, double x)
    {
        if (!(x > 0))
        {
            return 0;
        }

        double whole = order == 1 ? Mean : Variance + (Mean * Mean);
        return whole * SpecialFunctions.GammaLower(Shape + order, x / Scale);
    }
}
