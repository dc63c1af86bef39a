namespace SimInterdiction.Model.Language;

/// <summary>The one way in which weights become shares: whatever their size, and in whatever order they come.</summary>
public static class Shares
{
    /// <summary>The shares that weights come to, each given as its logarithm: as of the largest, so that none is lost
    /// or infinite for its size.</summary>
    /// <param name="logWeights">The logarithms; negative infinity for a weight of 0.</param>
    /// <returns>As many shares, which add up to 1; null where none of them has any weight, or one more than any
    /// number.</returns>
    public static double[]? OfLogs(IReadOnlyCollection<double> logWeights)
    {
        double most = logWeights.DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsFinite(most) && !logWeights.Any(double.IsNaN)
            ? InProportion([.. logWeights.Select(log => Math.Exp(log - most))])
            : null;
    }

    /// <summary>Numbers as shares of their sum.</summary>
    public static double[] InProportion(IReadOnlyCollection<double> parts)
    {
        double all = Sum(parts);
        return [.. parts.Select(part => part / all)];
    }

    /// <summary>A sum of which no digit hangs on the order of its parts.</summary>
    public static double Sum(IEnumerable<double> parts) => parts.Order().Sum();
}
