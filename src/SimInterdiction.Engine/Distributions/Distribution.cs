namespace SimInterdiction.Engine.Distributions;

/// <summary>A law of chance for one number, sampled by inversion: a draw is a pure function of one uniform.</summary>
public abstract record Distribution
{
    /// <summary>The value below which a share <paramref name="u"/> of draws falls (0 &lt; u &lt; 1).</summary>
    public abstract double Quantile(double u);

    /// <summary>The chance of a value of at most <paramref name="x"/>.</summary>
    public abstract double Cdf(double x);

    public abstract double Mean { get; }

    public abstract double Variance { get; }

    /// <summary>The smallest value possible; may be minus infinity for none.</summary>
    public abstract double Minimum { get; }

    /// <summary>The largest value possible; plus infinity if there is none.</summary>
    public abstract double Maximum { get; }
}

/// <summary>Always the same value.</summary>
public sealed record Fixed(double Value) : Distribution
{
    public override double Mean => Value;

    public override double Variance => 0;

    public override double Minimum => Value;

    public override double Maximum => Value;

    public override double Quantile(double u) => Value;

    public override double Cdf(double x) => x >= Value ? 1 : 0;
}
