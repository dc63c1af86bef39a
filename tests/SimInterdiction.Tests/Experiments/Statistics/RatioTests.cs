using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class RatioTests
{
    [Test]
    public void The_delta_method_interval_is_that_of_the_worked_example()
    {
        PointEstimate ratio = RatioEstimator.Estimate(Samples.Seized, Samples.Dispatched);
        Interval interval = ratio.At(.95);
        Assert.That(ratio.Value, Is.EqualTo(.17391304).Within(5e-9));
        Assert.That(ratio.StandardError, Is.EqualTo(.01304515).Within(5e-9));
        Assert.That(interval.Low, Is.EqualTo(.144403).Within(5e-7));
        Assert.That(interval.High, Is.EqualTo(.203423).Within(5e-7));
    }

    [Test]
    public void The_jackknife_is_that_of_the_worked_example()
    {
        PointEstimate ratio = Jackknife.Ratio(Samples.Seized, Samples.Dispatched);
        Assert.That(ratio.Value, Is.EqualTo(.174795).Within(5e-7));
        Assert.That(ratio.StandardError, Is.EqualTo(.013052).Within(5e-7));
    }

    [Test]
    public void Fiellers_interval_is_that_of_the_worked_example()
    {
        Interval interval = RatioEstimator.FiellerInterval(Moments(Samples.Seized, Samples.Dispatched), .95);
        Assert.That(interval.Low, Is.EqualTo(.139030).Within(5e-7));
        Assert.That(interval.High, Is.EqualTo(.199545).Within(5e-7));
    }

    [Test]
    public void Over_a_denominator_that_may_be_zero_no_interval_is_bounded()
    {
        Assert.That(RatioEstimator.FiellerInterval(Moments([1, 2, 3], [-1, 0, 2]), .95).Low, Is.NaN);
        Assert.That(RatioEstimator.FiellerInterval(Moments([1], [1]), .95).Low, Is.NaN);
    }

    [Test]
    public void A_ratio_is_not_the_mean_of_ratios()
    {
        double wrong = Samples.Seized.Zip(Samples.Dispatched, (y, x) => y / x).Average();
        Assert.That(wrong, Is.EqualTo(.165227).Within(5e-7));
        Assert.That(RatioEstimator.Estimate(Samples.Seized, Samples.Dispatched).Value, Is.Not.EqualTo(wrong).Within(1e-3));
    }

    [Test]
    public void Dividing_by_one_gives_the_mean_and_its_error()
    {
        double[] ones = [.. Samples.Seized.Select(_ => 1.0)];
        PointEstimate mean = Means.Estimate(Samples.Seized);
        PointEstimate ratio = RatioEstimator.Estimate(Samples.Seized, ones);
        Assert.That(ratio.Value, Is.EqualTo(mean.Value).Within(1e-14));
        Assert.That(ratio.StandardError, Is.EqualTo(mean.StandardError).Within(1e-14));
    }

    [Test]
    public void Nothing_over_nothing_is_undefined() => Assert.That(RatioEstimator.Estimate([0, 0], [0, 0]).Value, Is.NaN);

    [Test]
    public void A_multiple_of_the_denominator_has_no_error()
    {
        double[] tripled = [.. Samples.Dispatched.Select(x => 3 * x)];
        Assert.That(RatioEstimator.Estimate(tripled, Samples.Dispatched).StandardError, Is.Zero.Within(1e-8));
    }

    [Test]
    public void Running_moments_keep_their_digits_far_from_zero()
    {
        // Raw sums of squares of numbers near 1e9 would have lost a variance near 1 entirely.
        CoMoments moments = Moments([.. Samples.Seized.Select(y => 1e9 + y)], [.. Samples.Dispatched.Select(x => 1e9 + x)]);
        CoMoments near = Moments(Samples.Seized, Samples.Dispatched);
        Assert.That(moments.VarianceY, Is.EqualTo(near.VarianceY).Within(1e-6));
        Assert.That(moments.Covariance, Is.EqualTo(near.Covariance).Within(1e-6));
        Assert.That(moments.VarianceX, Is.EqualTo(near.VarianceX).Within(1e-6));
    }

    [Test]
    public void Equal_deployments_differ_by_exactly_nothing()
    {
        PointEstimate difference = Jackknife.PairedDifference(
            new PairedRatios
            {
                Numerators = Samples.Seized,
                Denominators = Samples.Dispatched,
                OtherNumerators = Samples.Seized,
                OtherDenominators = Samples.Dispatched,
            }
        );
        Assert.That(difference.Value, Is.Zero);
        Assert.That(difference.At(.95), Is.EqualTo(new Interval(0, 0)));
    }

    [Test]
    public void With_a_common_constant_denominator_the_jackknife_is_the_paired_t_interval()
    {
        double[] twenties = [.. Samples.Seized.Select(_ => 20.0)];
        double[] fewer = [2, 5, 1, 3, 4, 1, 5, 3, 2, 2];
        Interval jackknife = Jackknife
            .PairedDifference(
                new PairedRatios
                {
                    Numerators = Samples.Seized,
                    Denominators = twenties,
                    OtherNumerators = fewer,
                    OtherDenominators = twenties,
                }
            )
            .At(.95);
        Interval paired = Means.PairedDifference(Samples.Seized, fewer).At(.95);
        Assert.That(jackknife.Low, Is.EqualTo(paired.Low / 20).Within(1e-12));
        Assert.That(jackknife.High, Is.EqualTo(paired.High / 20).Within(1e-12));
    }

    private static CoMoments Moments(double[] numerators, double[] denominators)
    {
        var moments = new CoMoments();
        for (int i = 0; i < numerators.Length; i++)
        {
            moments.Add(numerators[i], denominators[i]);
        }

        return moments;
    }
}
