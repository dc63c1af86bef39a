namespace SimInterdiction.Engine.Distributions;

/// <summary>Every value between two bounds is as likely as any other.</summary>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound, at least <paramref name="Low"/>.</param>
public sealed record Uniform(double Low, double High) : Distribution
{
    private readonly double width = High - Low;

    public double Low { get; } = Require.Finite(Low, nameof(Low));

    public double High { get; } = Require.AtLeast(Low, nameof(Low), High, nameof(High));

    public override double Mean => Low + (width / 2);

    public override double Variance => width * width / 12;

    public override double Minimum => Low;

    public override double Maximum => High;

    internal override bool HasAtoms => width == 0;

    public override double Quantile(double u) => Math.Min(High, Low + (u * width));

    public override double Cdf(double x)
    {
        if (x >= High)
        {
            return 1;
        }

        return x > Low ? (x - Low) / width : 0;
    }

    public override double Survival(double x) => x > Low && x < High ? (High - x) / width : 1 - Cdf(x);

    internal override double MomentThrough(int order, double x)
    {
        if (x < Low)
        {
            return 0;
        }

        // The conditional moment of a uniform on [Low, end], times its share.
        double end = Math.Min(x, High);
        double share = width == 0 ? 1 : (end - Low) / width;
        return share * (order == 1 ? (Low + end) / 2 : ((Low * Low) + (Low * end) + (end * end)) / 3);
    }
}
