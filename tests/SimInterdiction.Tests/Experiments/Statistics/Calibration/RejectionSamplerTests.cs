using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Tests.Experiments.Statistics.Calibration;

public sealed class RejectionSamplerTests
{
    private const int Draws = 60_000;

    // Ten trials with an unknown chance, uniform before; three succeed. After that the chance is Beta(4, 8).
    private static readonly IReadOnlyList<PriorDraw> Trials = PriorDraws.Simulate(Draws, new StreamKey(1), (chance, draw) =>
        Math.Abs(Successes(chance, draw) - 3)
    );

    [Test]
    public void Exact_matches_of_binomial_trials_leave_the_beta_distribution()
    {
        // Each within four standard errors: error rate 6e-5.
        IReadOnlyList<PriorDraw> kept = RejectionSampler.Within(0, Trials);
        Belief belief = RejectionSampler.About(0, kept, .95);
        Assert.That(belief.Mean, Is.EqualTo(1 / 3.0).Within(4 * .130744 / Math.Sqrt(kept.Count)));
        Assert.That(belief.StandardDeviation, Is.EqualTo(.130744).Within(4 * .130744 / Math.Sqrt(2 * kept.Count)));

        // The percentiles of Beta(4, 8) (mpmath); their standard error is about .002.
        Assert.That(belief.Interval.Low, Is.EqualTo(.109263).Within(.01));
        Assert.That(belief.Interval.High, Is.EqualTo(.609743).Within(.01));
    }

    [Test]
    public void Every_number_of_successes_is_equally_likely_beforehand()
    {
        // So one in eleven matches (Bayes 1763); four standard errors.
        double share = RejectionSampler.Within(0, Trials).Count / (double)Draws;
        Assert.That(share, Is.EqualTo(1 / 11.0).Within(4 * Math.Sqrt(10.0 / 121 / Draws)));
    }

    [Test]
    public void The_nearest_are_those_of_the_least_distance_the_earlier_first()
    {
        PriorDraw[] draws = [new([1], 5), new([2], double.NaN), new([3], 1), new([4], 1), new([5], 0)];
        Assert.That(RejectionSampler.Nearest(3, draws).Select(draw => draw.Parameters[0]), Is.EqualTo(new[] { 5.0, 3, 4 }));
        Assert.That(RejectionSampler.Within(1, draws).Select(draw => draw.Parameters[0]), Is.EqualTo(new[] { 3.0, 4, 5 }));
        Assert.That(RejectionSampler.Nearest(9, draws), Has.Count.EqualTo(4));
    }

    [Test]
    public void Without_a_draw_kept_nothing_is_believed() => Assert.That(RejectionSampler.About(0, [], .95).Mean, Is.NaN);

    private static int Successes(double chance, int draw)
    {
        var luck = new UniformSequence(new StreamKey(2), (ulong)draw);
        return Enumerable.Range(0, 10).Count(_ => luck.Next() < chance);
    }
}
