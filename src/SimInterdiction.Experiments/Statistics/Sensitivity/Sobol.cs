using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Experiments.Statistics.Sensitivity;

/// <summary>How much of the output's variance one input accounts for, with the error of having sampled only so
/// much.</summary>
/// <param name="First">The share it takes away, on average, once it is known.</param>
/// <param name="Total">The share that is left, on average, when all others are known: with its interactions. Near 0,
/// the input can be left alone.</param>
public sealed record SobolIndices(PointEstimate First, PointEstimate Total);

/// <summary>Sobol's variance-based sensitivity (1993): how much of the output's variance each input accounts
/// for.</summary>
public static class Sobol
{
    /// <summary>
    /// First-order indices by Saltelli's estimator (Saltelli and others 2010, table 2 (b)) and total ones by Jansen's
    /// (1999), from
    /// <paramref name="rows"/> (inputs + 2) points.
    /// </summary>
    /// <remarks>
    /// Both are ratios of sums over rows, variance below the line, so their error is that of a ratio. The rows are
    /// independent: quasi-random ones would come closer, but give no honest error. Row i is the same whatever their
    /// number.
    /// </remarks>
    /// <param name="inputs">How many independent inputs, at least 1.</param>
    /// <param name="rows">How many rows, at least 2; some hundreds as a rule.</param>
    /// <param name="key">The random stream.</param>
    /// <param name="evaluate">The output at a point of the unit cube; called once a point.</param>
    /// <returns>By input; NaN where the output never varies.</returns>
    public static IReadOnlyList<SobolIndices> Indices(int inputs, int rows, StreamKey key, Func<double[], double> evaluate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        (double[] a, double[] b) = (new double[rows], new double[rows]);
        double[][] mixed = [.. Enumerable.Range(0, inputs).Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            var luck = new UniformSequence(key, (ulong)row);
            double[] pointA = [.. Enumerable.Range(0, inputs).Select(_ => luck.Next())];
            double[] pointB = [.. Enumerable.Range(0, inputs).Select(_ => luck.Next())];
            a[row] = evaluate(pointA);
            b[row] = evaluate(pointB);
            for (int input = 0; input < inputs; input++)
            {
                double[] point = [.. pointA];
                point[input] = pointB[input];
                mixed[input][row] = evaluate(point);
            }
        }

        return [.. mixed.Select(output => Estimate(a, b, output))];
    }

    // Outputs at the rows of A, of B, and of A with one input from B.
    private static SobolIndices Estimate(double[] a, double[] b, double[] mixed)
    {
        double mean = (a.Average() + b.Average()) / 2;
        var first = new CoMoments();
        var total = new CoMoments();
        for (int row = 0; row < a.Length; row++)
        {
            (double fromA, double fromB, double other) = (a[row] - mean, b[row] - mean, mixed[row] - mean);
            double variance = ((fromA * fromA) + (fromB * fromB)) / 2;
            first.Add(fromB * (other - fromA), variance);
            total.Add((fromA - other) * (fromA - other) / 2, variance);
        }

        return new SobolIndices(RatioEstimator.Estimate(first), RatioEstimator.Estimate(total));
    }
}
