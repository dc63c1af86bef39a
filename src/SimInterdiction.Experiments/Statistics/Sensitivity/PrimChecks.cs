using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Experiments.Statistics.Sensitivity;

/// <summary>Whether a box says something about points that it was not found with.</summary>
public static class PrimChecks
{
    private const int Parts = 10;

    /// <summary>
    /// The chance that a box as clear comes out where inputs have nothing to do with what is of interest: the share of
    /// shufflings of the interest among the points that come to one, itself among them (a permutation test). It covers
    /// all the choosing that a search does.
    /// </summary>
    /// <param name="points">As <see cref="Prim"/> takes them.</param>
    /// <param name="interest">By point, from 0 to 1.</param>
    /// <param name="peeling">How.</param>
    /// <param name="shufflings">How many.</param>
    /// <param name="key">The random stream.</param>
    public static double ChanceOfAsClear(IReadOnlyList<double[]> points, double[] interest, Peeling peeling, int shufflings, StreamKey key)
    {
        var prim = new Prim(points, peeling);
        double found = prim.Find(interest).Clarity;
        int asClear = Enumerable
            .Range(0, shufflings)
            .Count(i => prim.Find(Shuffled(interest, new UniformSequence(key, (ulong)i))).Clarity >= found);
        return (1.0 + asClear) / (1 + shufflings);
    }

    /// <summary>Coverage and density on points that a box was not found with: it is found ten times, each time without
    /// another tenth of the points, and the ten are counted together.</summary>
    /// <param name="points">In random order, ten at least.</param>
    /// <param name="interest">By point, from 0 to 1.</param>
    /// <param name="find">Finds a box with some of the points.</param>
    public static (double Coverage, double Density) HeldOut(
        IReadOnlyList<double[]> points,
        double[] interest,
        Func<IReadOnlyList<double[]>, double[], PrimBox> find
    )
    {
        (int count, double inside) = (0, 0.0);
        for (int part = 0; part < Parts; part++)
        {
            int[] others = [.. Enumerable.Range(0, points.Count).Where(i => i % Parts != part)];
            PrimBox box = find([.. others.Select(i => points[i])], [.. others.Select(i => interest[i])]);
            for (int i = part; i < points.Count; i += Parts)
            {
                bool isInside = box.Holds(points[i]);
                count += isInside ? 1 : 0;
                inside += isInside ? interest[i] : 0;
            }
        }

        return (inside / interest.Sum(), inside / count);
    }

    // Fisher and Yates.
    private static double[] Shuffled(double[] interest, UniformSequence luck)
    {
        double[] shuffled = [.. interest];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = luck.NextBelow(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
