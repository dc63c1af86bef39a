namespace SimInterdiction.Engine.Distributions;

/// <summary>The lognormal distribution: the logarithm is normal.</summary>
/// <param name="Median">The median, above 0.</param>
/// <param name="Sigma">The standard deviation of the logarithm, above 0 and at most <see cref="MaxSigma"/>.</param>
public sealed record LogNormal(double Median, double Sigma) : Distribution
{
    /// <summary>Beyond it the variance overflows, and no quantity of the field is that spread out.</summary>
    public const double MaxSigma = 10;

    public double Median { get; } = Require.Positive(Median, nameof(Median));

    public double Sigma { get; } =
        Require.Positive(Sigma, nameof(Sigma)) <= MaxSigma
            ? Sigma
            : throw new ArgumentException($"{nameof(Sigma)} must be at most {MaxSigma}, not {Sigma}.", nameof(Sigma));

    public override double Mean { get; } = Median * Math.Exp(Sigma * Sigma / 2);

    public override double Variance { get; } = Median * Median * Math.Exp(Sigma * Sigma) * SpecialFunctions.ExpMinusOne(Sigma * Sigma);

    public override double Minimum => 0;

    public override double Maximum => double.PositiveInfinity;

    public override double Quantile(double u) => Median * Math.Exp(Sigma * SpecialFunctions.NormalQuantile(u));

    public override double Cdf(double x) => x > 0 ? SpecialFunctions.NormalCdf(Score(x)) : 0;

    public override double Survival(double x) => x > 0 ? SpecialFunctions.NormalCdf(-Score(x)) : 1;

    internal override double MomentThrough(int order, double x)
    {
        if (!(x > 0))
        {
            return 0;
        }

        double whole = order == 1 ? Mean : Median * Median * Math.Exp(2 * Sigma * Sigma);
        return whole * SpecialFunctions.NormalCdf(Score(x) - (order * Sigma));
    }

    private double Score(double x) => Math.Log(x / Median) / Sigma;
}
