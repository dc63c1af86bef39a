namespace SimInterdiction.Engine.Numerics;

/// <summary>The one comparison of quantities that are sums of decimals: 0.1 + 0.2 and 0.3 are the same length, and the
/// same hours and money.</summary>
/// <remarks>Two quantities are the same that differ by no more than a billionth of the larger, or by no more than a
/// billionth of a unit. Assumed: nothing that a scenario tells apart is so close, and no sum has so many terms that
/// rounding gets there.</remarks>
public static class Tolerance
{
    private const double Relative = 1e-9;
    private const double Absolute = 1e-9;

    /// <summary>Whether the two are the same but for rounding. Infinity is the same as itself; NaN is the same as
    /// nothing.</summary>
    public static bool AreEqual(double left, double right) =>
        left == right
        || (
            double.IsFinite(left)
            && double.IsFinite(right)
            && Math.Abs(left - right) <= Math.Max(Absolute, Relative * Math.Max(Math.Abs(left), Math.Abs(right)))
        );

    /// <summary>Whether the first is less than the second or the same but for rounding.</summary>
    public static bool IsAtMost(double value, double limit) => value < limit || AreEqual(value, limit);

    /// <summary>Whether the first is more than the second, by more than rounding.</summary>
    public static bool IsMore(double value, double limit) => value > limit && !AreEqual(value, limit);
}
