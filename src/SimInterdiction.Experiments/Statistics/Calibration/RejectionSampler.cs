namespace SimInterdiction.Experiments.Statistics.Calibration;

/// <summary>A setting of the parameters and how far its simulation came from what was observed.</summary>
/// <param name="Parameters">As drawn from the prior.</param>
/// <param name="Distance">At least 0; NaN where the simulation came to nothing.</param>
public sealed record PriorDraw(double[] Parameters, double Distance);

/// <summary>What is believed about one parameter.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The spread.</param>
/// <param name="Interval">As much of the belief on either side of it.</param>
public sealed record Belief(double Mean, double StandardDeviation, Interval Interval);

/// <summary>
/// Approximate Bayesian computation by rejection (Pritchard and others 1999): parameters are drawn from what was
/// believed before, and those whose simulation comes near the observation are what is believed after. Exact when only
/// exact matches are near.
/// </summary>
public static class RejectionSampler
{
    /// <summary>The draws at most so far from the observation.</summary>
    public static IReadOnlyList<PriorDraw> Within(double tolerance, IReadOnlyList<PriorDraw> draws) =>
        [.. draws.Where(draw => draw.Distance <= tolerance)];

    /// <summary>The so many nearest draws, earlier ones first where equally near.</summary>
    public static IReadOnlyList<PriorDraw> Nearest(int count, IReadOnlyList<PriorDraw> draws) =>
        [.. draws.Where(draw => !double.IsNaN(draw.Distance)).OrderBy(draw => draw.Distance).Take(count)];

    /// <summary>What is believed about a parameter given the draws kept; NaN where none were.</summary>
    /// <param name="kept">The draws kept.</param>
    /// <param name="parameter">Index into <see cref="PriorDraw.Parameters"/>.</param>
    /// <param name="confidence">How much of the belief is within the interval.</param>
    public static Belief About(int parameter, IReadOnlyList<PriorDraw> kept, double confidence)
    {
        double[] values = [.. kept.Select(draw => draw.Parameters[parameter]).Order()];
        double tail = (1 - confidence) / 2;
        var interval = new Interval(OrderStatistics.Percentile(values, tail), OrderStatistics.Percentile(values, 1 - tail));
        return new Belief(Means.Estimate(values).Value, Means.StandardDeviation(values), interval);
    }
}
