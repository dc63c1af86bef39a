using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>The law of a truth that differs from draw to draw, told from noisy estimates of it. Seeds are
/// fixed.</summary>
public sealed class TrueSpreadTests
{
    private static readonly Triangular Law = new(-1, .5, 3);
    private static readonly double Deviation = Math.Sqrt(Law.Variance);

    [Test]
    public void Without_noise_the_estimates_are_the_truth()
    {
        // Of 1, 2, ..., 20 the 10th percentile is between the second and the third, and half are above 10.
        var spread = new TrueSpread([.. Enumerable.Range(1, 20).Select(i => (double)i)], 0, 20);
        Assert.That((spread.Percentile(.1), spread.Percentile(.9)), Is.EqualTo((2.5, 18.5)));
        Assert.That((spread.ShareAbove(10.5), spread.ShareAbove(0), spread.ShareAbove(20.5)), Is.EqualTo((.5, 1.0, 0.0)));
        Assert.That(spread.ShareAbove(10), Is.EqualTo(.525), "just at it counts half");
        Assert.That(spread.Deviation, Is.EqualTo(Math.Sqrt(35)).Within(1e-12), "n (n + 1) / 12");
        Assert.That(spread.IsHidden, Is.False);
    }

    [Test]
    public void Noise_is_taken_out_of_the_variance_and_drawn_in_evenly()
    {
        // Variance 35, noise 12.6: 22.4 is left, and each estimate is drawn in by the root of .64.
        var spread = new TrueSpread([.. Enumerable.Range(1, 20).Select(i => (double)i)], 12.6, 20);
        Assert.That(spread.Deviation, Is.EqualTo(Math.Sqrt(22.4)).Within(1e-12));
        Assert.That((spread.Percentile(.1), spread.Percentile(.9)), Is.EqualTo((10.5 - (.8 * 8), 10.5 + (.8 * 8))).Within(1e-12));
    }

    [Test]
    public void More_noise_than_spread_leaves_no_spread_and_says_so()
    {
        var spread = new TrueSpread([.. Enumerable.Range(1, 20).Select(i => (double)i)], 40, 20);
        Assert.That((spread.Deviation, spread.IsHidden, spread.Percentile(.1), spread.Percentile(.9)), Is.EqualTo((0.0, true, 10.5, 10.5)));
        Interval share = spread.ShareAboveInterval(10, .95);
        Assert.That((share.Low, share.High), Is.EqualTo((0.0, 1.0)), "whether the mean is above 10 is open, and so is all of the share");
    }

    [Test]
    public void A_percentile_has_an_interval_from_36_draws_on([Values(35, 36)] int draws) =>
        // .9^35 is just above .025.
        Assert.That(
            new TrueSpread([.. Enumerable.Range(0, draws).Select(i => (double)i)], 0, draws).PercentileInterval(.1, .95) is not null,
            Is.EqualTo(draws == 36)
        );

    [Test]
    public void Intervals_hold_the_truth_whatever_part_of_the_spread_is_noise(
        [Values(40, 200)] int draws,
        [Values(.02, .3, 1)] double noiseOfTruth
    ) => Check(draws, noiseOfTruth, studies: 300);

    /// <summary>4,000 studies: shares of 95 % have a standard error of .0035, so the limit is crossed by chance in
    /// about 1 of 700.</summary>
    [Test, Explicit, Category("Slow")]
    public void Intervals_hold_the_truth_in_95_of_100_of_many_studies(
        [Values(36, 50, 200)] int draws,
        [Values(0, .02, .1, .3, 1)] double noiseOfTruth
    ) => Check(draws, noiseOfTruth, studies: 4000);

    [Test]
    public void A_truth_that_never_varies_is_told_from_one_that_does()
    {
        var random = new Random(11);
        int hidden = Enumerable.Range(0, 1000).Count(_ => Study(random, 40, new Uniform(0, 0), 1).IsHidden);

        // 5 % are taken for a spread, within four standard errors of .0069.
        Assert.That(hidden / 1000.0, Is.EqualTo(.95).Within(.028));
        Assert.That(
            Enumerable.Range(0, 200).Count(_ => Study(random, 40, Law, .3 * Deviation).IsHidden),
            Is.Zero,
            "noise a tenth of the variance"
        );
    }

    [Test]
    public void More_draws_never_narrow_the_spread()
    {
        var random = new Random(12);
        double[] widths =
        [
            .. new[] { 50, 5000 }.Select(draws => Study(random, draws, Law, Deviation) is var s ? s.Percentile(.9) - s.Percentile(.1) : 0),
        ];
        double truth = Law.Quantile(.9) - Law.Quantile(.1);

        // Drawn in, half the spread is of normal shape: at most a twentieth too narrow. Of 50 draws the range has a
        // standard error of about a seventh.
        Assert.That(widths[1], Is.EqualTo(truth).Within(.07 * truth));
        Assert.That(widths[0], Is.EqualTo(truth).Within(.5 * truth));
    }

    // Two estimates a draw, as a study has them.
    private static TrueSpread Study(Random random, int draws, Distribution law, double noise)
    {
        double[] means = new double[draws];
        double squares = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            double truth = law.Quantile(random.NextDouble());
            double one = truth + (noise * Math.Sqrt(2) * StandardNormal.Quantile(random.NextDouble()));
            double other = truth + (noise * Math.Sqrt(2) * StandardNormal.Quantile(random.NextDouble()));
            means[draw] = (one + other) / 2;
            squares += (one - other) * (one - other) / 2;
        }

        return new TrueSpread(means, squares / draws / 2, draws);
    }

    // The noise of a draw's estimate as a share of the truth's standard deviation.
    private static void Check(int draws, double noiseOfTruth, int studies)
    {
        var random = new Random(draws + (int)(1000 * noiseOfTruth));
        double noise = noiseOfTruth * Deviation;
        (int low, int high, int share) = (0, 0, 0);
        for (int i = 0; i < studies; i++)
        {
            TrueSpread spread = Study(random, draws, Law, noise);
            low += Holds(spread.PercentileInterval(.1, .95)!.Value, Law.Quantile(.1)) ? 1 : 0;
            high += Holds(spread.PercentileInterval(.9, .95)!.Value, Law.Quantile(.9)) ? 1 : 0;
            share += Holds(spread.ShareAboveInterval(0, .95), 1 - Law.Cdf(0)) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{(double)low / studies}, {(double)high / studies}, {(double)share / studies}");
        double least = .95 - (3 * Math.Sqrt(.95 * .05 / studies));
        Assert.That(new[] { low, high, share }.Select(held => (double)held / studies), Is.All.GreaterThan(least));
    }

    private static bool Holds(Interval interval, double truth) => interval.Low <= truth && truth <= interval.High;
}
