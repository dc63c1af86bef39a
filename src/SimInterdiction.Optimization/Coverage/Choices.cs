namespace SimInterdiction.Optimization.Coverage;

/// <summary>Points that are choices.</summary>
internal static class Choices
{
    private const double Whole = 1e-6;

    /// <summary>The choice at a point; null where some candidate is chosen in part.</summary>
    /// <param name="point">A value a column, the candidates' first.</param>
    /// <param name="candidates">How many of them there are.</param>
    public static bool[]? At(IReadOnlyList<double> point, int candidates)
    {
        double[] values = [.. point.Take(candidates)];
        return Array.TrueForAll(values, value => value is < Whole or > 1 - Whole) ? [.. values.Select(value => value > 0.5)] : null;
    }
}
