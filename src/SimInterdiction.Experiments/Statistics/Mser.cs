using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>How much of the beginning of a series to leave out as warm-up.</summary>
/// <param name="Deleted">How many observations from the start.</param>
/// <param name="Statistic">The squared standard error of what is left, as if it were independent.</param>
public readonly record struct WarmUp(int Deleted, double Statistic);

/// <summary>The marginal standard error rule (White 1997).</summary>
public static class Mser
{
    /// <summary>
    /// The d for which sum (Y_i - mean)^2 / (n - d)^2 over what is left after the first d is smallest, at most half the
    /// series; the smallest such d. With batches the rule is applied to their means (MSER-5: batches of five, White,
    /// Cobb and Spratt 2000); an incomplete last batch is left out.
    /// </summary>
    /// <param name="series">Means over replications at equal steps, oldest first.</param>
    /// <param name="batch">Observations a batch; 1 for the plain rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two batches.</exception>
    /// <remarks>A result near half the series means that the series is too short to tell.</remarks>
    public static WarmUp Truncate(ReadOnlySpan<double> series, int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        int n = series.Length / batch;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2, nameof(series));
        var left = new Tally();
        var best = new WarmUp(0, double.PositiveInfinity);

        // From the back, so that what is left only ever grows.
        for (int d = n - 1; d >= 0; d--)
        {
            left.Add(Means.Summarise(series.Slice(d * batch, batch)).Mean);
            double statistic = left.Variance * (left.Count - 1) / ((double)left.Count * left.Count);
            if (d <= n / 2 && statistic <= best.Statistic)
            {
                best = new WarmUp(d * batch, statistic);
            }
        }

        return best;
    }
}
