namespace SimInterdiction.Engine.Distributions;

/// <summary>Always the same value.</summary>
public sealed record Fixed(double Value) : Distribution
{
    public double Value { get; } = Require.Finite(Value, nameof(Value));

    public override double Mean => Value;

    public override double Variance => 0;

    public override double Minimum => Value;

    public override double Maximum => Value;

    internal override bool HasAtoms => true;

    public override double Quantile(double u) => Value;

    public override double Cdf(double x) => x >= Value ? 1 : 0;

    internal override double MomentThrough(int order, double x) => x >= Value ? (order == 1 ? Value : Value * Value) : 0;
}
