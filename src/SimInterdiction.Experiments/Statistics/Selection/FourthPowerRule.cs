using MathNet.Numerics.Integration;

namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>
/// Gauss and Legendre's rule for x = u^4 (MathNet.Numerics): its points crowd towards 0, where the integrands over a
/// chi-square, smooth in a root of x only, turn sharply when degrees of freedom are few.
/// </summary>
internal sealed class FourthPowerRule
{
    /// <param name="low">At least 0.</param>
    /// <param name="high">Above it.</param>
    /// <param name="points">How many.</param>
    public FourthPowerRule(double low, double high, int points)
    {
        var rule = new GaussLegendreRule(Math.Pow(low, 0.25), Math.Pow(high, 0.25), points);
        Points = [.. rule.Abscissas.Select(u => u * u * u * u)];
        Weights = [.. rule.Weights.Select((weight, i) => 4 * weight * Math.Pow(rule.Abscissas[i], 3))];
    }

    public IReadOnlyList<double> Points { get; }

    public IReadOnlyList<double> Weights { get; }
}
