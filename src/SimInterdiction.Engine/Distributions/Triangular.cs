using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Distributions;

/// <summary>The triangular distribution: a least, a most likely and a greatest value, with straight lines
/// between.</summary>
/// <param name="Low">The least value.</param>
/// <param name="Mode">The most likely value, from <paramref name="Low"/> on.</param>
/// <param name="High">The greatest value, from <paramref name="Mode"/> on; all three may be equal.</param>
public sealed record Triangular(double Low, double Mode, double High) : Distribution
{
    private readonly double shareLeft = High > Low ? (Mode - Low) / (High - Low) : 1;
    private readonly double left = (High - Low) * (Mode - Low);
    private readonly double right = (High - Low) * (High - Mode);

    public double Low { get; } = Require.Finite(Low, nameof(Low));

    public double Mode { get; } = Require.AtLeast(Low, nameof(Low), Mode, nameof(Mode));

    public double High { get; } = Require.AtLeast(Mode, nameof(Mode), High, nameof(High));

    public override double Mean { get; } = Low + ((Mode - Low + (High - Low)) / 3);

    public override double Variance { get; } = (((Mode - Low) * (Mode - Low)) + ((High - Low) * (High - Mode))) / 18;

    public override double Minimum => Low;

    public override double Maximum => High;

    internal override bool HasAtoms => Low == High;

    public override double Quantile(double u) =>
        u < shareLeft ? Math.Min(Mode, Low + Math.Sqrt(u * left)) : Math.Max(Mode, High - Math.Sqrt((1 - u) * right));

    public override Vector512<double> Quantile(Vector512<double> u)
    {
        Vector512<double> isLeft = Vector512.LessThan(u, Vector512.Create(shareLeft));
        Vector512<double> root = Vector512.Sqrt(Vector512.ConditionalSelect(isLeft, u * left, (Vector512<double>.One - u) * right));
        Vector512<double> mode = Vector512.Create(Mode);
        return Vector512.ConditionalSelect(
            isLeft,
            Vector512.Min(mode, Vector512.Create(Low) + root),
            Vector512.Max(mode, Vector512.Create(High) - root)
        );
    }

    public override double Cdf(double x)
    {
        if (x >= High)
        {
            return 1;
        }

        if (x <= Low)
        {
            return 0;
        }

        return x < Mode ? (x - Low) * (x - Low) / left : 1 - ((High - x) * (High - x) / right);
    }

    public override double Survival(double x) => x >= Mode && x < High ? (High - x) * (High - x) / right : 1 - Cdf(x);

    internal override double MomentThrough(int order, double x)
    {
        if (x >= High)
        {
            return order == 1 ? Mean : Variance + (Mean * Mean);
        }

        if (x <= Low)
        {
            return 0;
        }

        // Below the mode the density is 2 s / left at Low + s; above it, 2 s / right at High - s.
        if (x < Mode)
        {
            return Moment(order, Low, x - Low) / left;
        }

        double whole = order == 1 ? Mean : Variance + (Mean * Mean);
        return whole - (Moment(order, High, x - High) / right);
    }

    // The integral of 2 s (origin + s)^order from 0 to reach, either sign.
    private static double Moment(int order, double origin, double reach)
    {
        double square = reach * reach;
        return order == 1 ? square * (origin + (2 * reach / 3)) : square * ((origin * origin) + (4 * origin * reach / 3) + (square / 2));
    }
}
