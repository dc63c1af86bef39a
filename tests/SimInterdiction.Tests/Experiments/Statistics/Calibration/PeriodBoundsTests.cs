using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Tests.Experiments.Statistics.Calibration;

public sealed class PeriodBoundsTests
{
    // Garwood (1936): 95 % limits of a Poisson mean for counts of 0, 1, 2, 5 and 10.
    [TestCase(0, 0, 3.689)]
    [TestCase(1, .0253, 5.572)]
    [TestCase(2, .2422, 7.225)]
    [TestCase(5, 1.623, 11.668)]
    [TestCase(10, 4.795, 18.390)]
    public void Counts_have_their_exact_limits(int count, double low, double high)
    {
        Interval bounds = PeriodBounds.Of(count, 1, .95);
        Assert.That((bounds.Low, bounds.High), Is.EqualTo((low, high)).Within(.0006));
        Interval ofThree = PeriodBounds.Of(3 * count, 3, .95);
        Assert.That(
            (ofThree.Low, ofThree.High),
            Is.EqualTo((3 * bounds.Low, 3 * bounds.High)).Within(1e-9),
            "the same of events of size 3"
        );
    }

    [Test]
    public void Many_events_lie_1_96_standard_deviations_about_their_mean()
    {
        Interval bounds = PeriodBounds.Of(10_000, 1, .95);
        Assert.That((bounds.Low, bounds.High), Is.EqualTo((10_000 - 196.0, 10_000 + 196.0)).Within(3));
    }

    [Test]
    public void Whatever_the_truth_95_of_100_counts_have_it_in_their_limits([Values(.01, .3, 1, 2, 3.6, 5, 12)] double mean)
    {
        double held = 0;
        double chance = Math.Exp(-mean);
        for (int count = 0; count < 100; chance *= mean / ++count)
        {
            Interval bounds = PeriodBounds.Of(count, 1, .95);
            held += bounds.Low <= mean && mean <= bounds.High ? chance : 0;
        }

        Assert.That(held, Is.GreaterThanOrEqualTo(.95));
    }
}
