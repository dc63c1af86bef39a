using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Experiments.Statistics.Sensitivity;

/// <summary>What moving one input does, over many settings of the others.</summary>
/// <param name="Mean">Mean effect (mu): which way it moves the output on the whole.</param>
/// <param name="MeanSize">Mean size of the effect (mu*; Campolongo, Cariboni and Saltelli 2007): how much it matters.
/// Near 0, the input can be left alone.</param>
/// <param name="Spread">Standard deviation of the effect (sigma): large against the size where the effect bends or
/// depends on the other inputs.</param>
public sealed record ElementaryEffects(PointEstimate Mean, PointEstimate MeanSize, double Spread);

/// <summary>Morris's screening (1991): which of many inputs matter at all, from a few runs each.</summary>
public static class Morris
{
    /// <summary>
    /// Random walks through the unit cube that move each input once, by half the levels and in random order. Trajectory
    /// i is the same whatever their number.
    /// </summary>
    /// <param name="inputs">How many, at least 1; each walk has one point more.</param>
    /// <param name="count">How many walks; 10 to 50 as a rule.</param>
    /// <param name="levels">An even number of values an input takes, 0 and 1 among them; 4 as a rule.</param>
    /// <param name="key">The random stream.</param>
    public static IReadOnlyList<double[][]> Trajectories(int inputs, int count, int levels, StreamKey key)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        if (levels < 2 || levels % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "Levels are an even number.");
        }

        return [.. Enumerable.Range(0, count).Select(i => Walk(inputs, levels, new UniformSequence(key, (ulong)i)))];
    }

    /// <summary>The effects of each input, per unit of its range, with the error of having walked only so
    /// often.</summary>
    /// <param name="trajectories">Consecutive points differ in one input each.</param>
    /// <param name="evaluate">The output at a point of the unit cube; called once a point.</param>
    public static IReadOnlyList<ElementaryEffects> Effects(IReadOnlyList<double[][]> trajectories, Func<double[], double> evaluate)
    {
        int inputs = trajectories[0][0].Length;
        double[][] effects = [.. Enumerable.Range(0, inputs).Select(_ => new double[trajectories.Count])];
        for (int walk = 0; walk < trajectories.Count; walk++)
        {
            double[][] points = trajectories[walk];
            double before = evaluate(points[0]);
            for (int step = 1; step < points.Length; step++)
            {
                double after = evaluate(points[step]);
                int moved = Moved(points[step - 1], points[step]);
                effects[moved][walk] = (after - before) / (points[step][moved] - points[step - 1][moved]);
                before = after;
            }
        }

        return [.. effects.Select(Summarise)];
    }

    private static ElementaryEffects Summarise(double[] effects)
    {
        Tally tally = Means.Summarise(effects);
        return new ElementaryEffects(Means.Estimate(effects), Means.Estimate([.. effects.Select(Math.Abs)]), Math.Sqrt(tally.Variance));
    }

    private static int Moved(double[] from, double[] to) => Enumerable.Range(0, from.Length).Single(i => from[i] != to[i]);

    private static double[][] Walk(int inputs, int levels, UniformSequence luck)
    {
        double move = levels / 2.0 / (levels - 1);
        double[] point = new double[inputs];
        double[] moves = new double[inputs];
        for (int i = 0; i < inputs; i++)
        {
            double low = (double)luck.NextBelow(levels / 2) / (levels - 1);
            bool goesUp = luck.Next() < 0.5;
            point[i] = goesUp ? low : low + move;
            moves[i] = goesUp ? move : -move;
        }

        double[][] points = [point, .. new double[inputs][]];
        int[] order = Shuffled(inputs, luck);
        for (int step = 0; step < inputs; step++)
        {
            double[] next = [.. points[step]];
            next[order[step]] += moves[order[step]];
            points[step + 1] = next;
        }

        return points;
    }

    // Fisher and Yates.
    private static int[] Shuffled(int count, UniformSequence luck)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = luck.NextBelow(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
