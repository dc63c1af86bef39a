using SimInterdiction.Model.Adversaries;

namespace SimInterdiction.Model.Risks;

/// <summary>How the sizes of an organization's rings spread, from theory.</summary>
public static class RingSizes
{
    /// <summary>The share of the rings that count as large.</summary>
    public const double Large = 0.05;

    private const int Steps = 4000;

    /// <summary>How many of an organization's rings are large: a twentieth, and at least one.</summary>
    public static int LargeCount(Rings rings)
    {
        ArgumentNullException.ThrowIfNull(rings);
        return Math.Max(1, (int)Math.Round(rings.Count * Large, MidpointRounding.AwayFromZero));
    }

    /// <summary>The share of the shipments that the large ones send; of a law, what many rings approach.</summary>
    public static double ShareOfLarge(Rings rings)
    {
        ArgumentNullException.ThrowIfNull(rings);
        int large = LargeCount(rings);
        if (rings.Shares is { } shares)
        {
            return shares.OrderDescending().Take(large).Sum() / shares.Sum();
        }

        // The rest, since the law may be without limit above.
        double rest = 1 - (large / (double)rings.Count);
        double sum = Enumerable.Range(0, Steps).Sum(step => rings.Sizes.Quantile(rest * (step + 0.5) / Steps));
        return 1 - (sum / Steps * rest / rings.Sizes.Mean);
    }

    /// <summary>Sizes that stand for all rings, each for equally many.</summary>
    internal static double[] Typical(Rings rings)
    {
        int count = Math.Min(rings.Count, Steps);
        return rings.Shares is { } shares
            ? [.. shares]
            : [.. Enumerable.Range(0, count).Select(step => rings.Sizes.Quantile((step + 0.5) / count))];
    }
}
