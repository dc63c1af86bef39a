using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class LastingCrossingTests
{
    private const int Steps = 26;
    private const int Replications = 20;

    // Below 0 by one standard error of an average before the crossing, above it by as much after.
    [TestCase(10, 1.0)]
    [TestCase(10, 4.0)]
    [TestCase(1, 2.0)]
    [TestCase(25, 2.0)]
    [TestCase(0, 2.0, Description = "from the first step on")]
    [TestCase(Steps, 2.0, Description = "never")]
    public void Both_ends_hold_the_truth_in_95_of_100_studies(int truth, double errors)
    {
        var random = new Random(truth);
        double held = Trials.Share(() =>
            LastingCrossing.Find(Series(random, truth, errors), .95) is var c && c.Earliest <= truth && truth <= c.Latest
        );
        Assert.That(held, Is.GreaterThan(.95 - Trials.Limit));
    }

    // Where it hardly crosses, each end is wrong as often as it may be: by no more, and not much less.
    [Test]
    public void The_ends_are_no_wider_than_they_must_be()
    {
        var random = new Random(7);
        double early = Trials.Share(() => LastingCrossing.Find(Series(random, 13, 8, hardlyAt: 12), .95).Earliest > 12);
        Assert.That(early, Is.EqualTo(.025).Within(.0075));
    }

    // The first estimate above 0 comes five steps early; what all steps say is off by less than one.
    [Test]
    public void The_estimate_is_not_too_early_as_the_first_passage_is()
    {
        var random = new Random(3);
        PointEstimate[][] studies = [.. Enumerable.Range(0, 1000).Select(_ => Series(random, 13, 1))];
        double first = studies.Average(series => Array.FindIndex(series, step => step.Value > 0));
        double estimate = studies.Average(series => LastingCrossing.Find(series, .95).At);
        Assert.That(first, Is.LessThan(9), "the first passage");
        Assert.That(estimate, Is.EqualTo(13).Within(1), "the estimate");
    }

    [Test]
    public void The_estimate_lies_between_its_ends_whatever_the_series()
    {
        var random = new Random(5);
        for (int study = 0; study < 2000; study++)
        {
            Crossing c = LastingCrossing.Find([.. Series(random, random.Next(Steps), 3).OrderBy(_ => random.Next())], .95);
            Assert.That((c.Earliest <= c.At, c.At <= c.Latest), Is.EqualTo((true, true)));
        }
    }

    [Test]
    public void Steps_in_which_nothing_happens_are_passed_over()
    {
        var nothing = new PointEstimate(double.NaN, double.NaN, 0);
        PointEstimate[] series = [Known(-1), nothing, Known(-1), Known(1), nothing, Known(1), nothing];
        Assert.That(LastingCrossing.Find(series, .95), Is.EqualTo(new Crossing(3, 3, 3)));
    }

    // What is exactly 0, or of one replication, is neither below nor above.
    [Test]
    public void What_is_not_known_to_be_on_either_side_is_left_open()
    {
        PointEstimate[] series = [Known(-1), Known(0), new PointEstimate(-1, double.NaN, 0), Known(1)];
        Assert.That(LastingCrossing.Find(series, .95), Is.EqualTo(new Crossing(3, 1, 3)));
    }

    private static PointEstimate Known(double value) => new(value, 0, 19);

    // Steps of one study go together: half of their luck is shared.
    private static PointEstimate[] Series(Random random, int truth, double errors, int hardlyAt = -1)
    {
        double[] means =
        [
            .. Enumerable
                .Range(0, Steps)
                .Select(step => step == hardlyAt ? 0 : (step < truth ? -errors : errors) / Math.Sqrt(Replications)),
        ];
        double[][] systems = Trials.Systems(random, means, [.. means.Select(_ => 1.0)], .5, Replications);
        return [.. systems.Select(values => Means.Estimate(values))];
    }
}
