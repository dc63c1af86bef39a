using MathNet.Numerics.Distributions;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// How a quantity truly varies from one draw of the inputs to the next, when of each draw only a noisy estimate is
/// known: one-way random effects (Searle, Casella and McCulloch 1992, chapter 3). Draws are independent, and noise
/// varies alike in all of them, or nearly so.
/// </summary>
/// <remarks>
/// The variance of the estimates is that of the truth and that of noise together, so the truth's is what noise leaves
/// of it, at least 0. The distribution of the truth is that of the estimates drawn towards their mean until they vary
/// as the truth does: the right mean and variance, and the right shape where noise is small; where noise is most of it,
/// the shape is nearer to a normal distribution's (an 80 % range of a triangular distribution then comes out up to a
/// twentieth too narrow). What is told here never narrows with more draws; it only gets surer.
/// </remarks>
public sealed class TrueSpread
{
    /// <summary>Of fewer draws nothing is told.</summary>
    public const int FewestDraws = 10;

    // Beyond it the spread is taken for real, and not for chance.
    private const double SpreadIsReal = 0.95;

    private readonly double[] sorted;
    private readonly double mean;
    private readonly double variance;
    private readonly double noise;
    private readonly double freedom;

    /// <param name="estimates">One for each draw, unbiased.</param>
    /// <param name="noise">The variance of chance in each of them.</param>
    /// <param name="freedom">Degrees of freedom of <paramref name="noise"/>.</param>
    public TrueSpread(IReadOnlyList<double> estimates, double noise, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(estimates.Count, FewestDraws);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        sorted = [.. estimates.Order()];
        mean = sorted.Average();
        variance = Means.Summarise(sorted).Variance;
        this.noise = noise;
        this.freedom = freedom;
        double deviation = Math.Sqrt(Math.Max(0, variance - noise));
        Deviation = deviation;
        IsHidden = noise > 0 && FisherSnedecor.CDF(Draws - 1, freedom, variance / noise) < SpreadIsReal;
    }

    public int Draws => sorted.Length;

    /// <summary>The standard deviation of the truth.</summary>
    public double Deviation { get; }

    /// <summary>Whether chance alone may make the estimates vary as they do (F test at 5 %): whether the truth varies
    /// at all is not known then.</summary>
    public bool IsHidden { get; }

    /// <summary>A percentile of the truth.</summary>
    /// <param name="p">Between 0 and 1.</param>
    public double Percentile(double p) => Drawn(OrderStatistics.Percentile(sorted, p), Share(variance - noise));

    /// <summary>
    /// Its interval: by order statistics for the draws, moved and stretched as far as noise may have. Null with too few
    /// draws for it (36 for a 10th or 90th percentile at 95 %).
    /// </summary>
    public Interval? PercentileInterval(double p, double confidence)
    {
        if (OrderStatistics.Ranks(Draws, p, confidence) is not { } ranks)
        {
            return null;
        }

        double moved = Moved(confidence);
        double[] shares = Shares(confidence);
        return new Interval(
            shares.Min(share => Drawn(sorted[ranks.Low - 1], share)) - moved,
            shares.Max(share => Drawn(sorted[ranks.High - 1], share)) + moved
        );
    }

    /// <summary>The share of plausible inputs for which the truth is above a value; just at it counts
    /// half.</summary>
    public double ShareAbove(double value) =>
        (Count(value, Share(variance - noise), isAtIncluded: true) + Count(value, Share(variance - noise), isAtIncluded: false))
        / (2.0 * Draws);

    /// <summary>Its interval: Wilson's for so many draws, at the least and the most that noise leaves open. Never of no
    /// width.</summary>
    public Interval ShareAboveInterval(double value, double confidence)
    {
        double moved = Moved(confidence);
        double[] shares = Shares(confidence);
        int least = shares.Min(share => Count(value + moved, share, isAtIncluded: false));
        int most = shares.Max(share => Count(value - moved, share, isAtIncluded: true));
        return new Interval(Proportion.Wilson(least, Draws, confidence).Low, Proportion.Wilson(most, Draws, confidence).High);
    }

    private int Count(double value, double share, bool isAtIncluded) =>
        sorted.Count(estimate => Drawn(estimate, share) is var drawn && (drawn > value || (isAtIncluded && drawn == value)));

    private double Drawn(double estimate, double share) => share == 1 ? estimate : mean + (share * (estimate - mean));

    // How far noise may have moved the mean of all.
    private double Moved(double confidence) => noise == 0 ? 0 : StudentT.TwoSidedQuantile(confidence, freedom) * Math.Sqrt(noise / Draws);

    // How far estimates are drawn in, as known, and as noise leaves it open: given the truths, the variance of their
    // estimates and that of noise itself err independently.
    private double[] Shares(double confidence)
    {
        double truth = Math.Max(0, variance - noise);
        double error = Math.Sqrt((((4 * truth * noise) + (2 * noise * noise)) / (Draws - 1)) + (2 * noise * noise / freedom));
        double reach = StudentT.TwoSidedQuantile(confidence, freedom) * error;
        return [Share(truth), IsHidden ? 0 : Share(truth - reach), Share(truth + reach)];
    }

    private double Share(double truth) => noise == 0 || variance == 0 ? 1 : Math.Sqrt(Math.Max(0, truth) / variance);
}
