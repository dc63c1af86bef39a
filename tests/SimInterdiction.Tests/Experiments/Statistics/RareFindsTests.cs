using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>
/// Studies in which a half, 2 or 10 shipments are found on average: intervals hold the truth in at least 95 % of
/// studies, none has a width of 0, and averages err to neither side. A few in every run of the tests; many, by hand.
/// </summary>
/// <remarks>
/// Of 4,000 studies three binomial standard errors are .0103, of 400 .033 (error rate .0014 a test); with ten finds of
/// skewed loads a point and a half may be missing, as of any t interval. The mean error is within three of its standard
/// errors (error rate .0027).
/// </remarks>
public sealed class RareFindsTests
{
    private const double Skewness = .015;

    [Test]
    public void The_interval_of_a_rate_holds([Values(.5, 2, 10)] double finds) => Rate(finds, 25, studies: 400);

    [Test]
    public void The_interval_of_a_difference_holds_where_lanes_are_busy([Values(.5, 2, 10)] double finds) =>
        Difference(finds, 25, studies: 400);

    [Test, Explicit, Category("Slow")]
    public void The_interval_of_a_rate_holds_in_many([Values(.5, 2, 10)] double finds, [Values(10, 20, 25, 50, 100)] int n) =>
        Rate(finds, n, Trials.Studies);

    [Test, Explicit, Category("Slow")]
    public void The_interval_of_a_rate_holds_where_lanes_are_busy_in_many(
        [Values(.5, 2, 10)] double finds,
        [Values(10, 20, 25, 50, 100)] int n
    )
    {
        var periods = new LuckyPeriods(22);
        double chance = Chance(finds, n);
        Check(2.0 / 3 * chance, Trials.Studies, () => periods.Draw(n, chance).RateWhereLanesAreBusy(0).Estimate());
    }

    [Test, Explicit, Category("Slow")]
    public void The_interval_of_a_difference_holds_where_lanes_are_busy_in_many(
        [Values(.5, 2, 10)] double finds,
        [Values(10, 20, 25, 50, 100)] int n
    ) => Difference(finds, n, Trials.Studies);

    [Test]
    public void The_cost_of_a_find_errs_to_neither_side([Values(20, 25, 50, 100)] int n)
    {
        // Of 2 finds on average. A ratio of means errs by the variance of its denominator: here that of 6 n shipments
        // of loads that vary, and their chances, 2.6 / (6 n) of the ratio, and no more.
        var periods = new LuckyPeriods(23);
        double chance = Chance(2, n);
        double truth = 1 / LuckyPeriods.Mean(chance);
        PointEstimate ratio = Means.Estimate([
            .. Enumerable.Range(0, 400).Select(_ => periods.Draw(n, chance).Cost(0).Estimate().Value / truth),
        ]);
        Assert.That(ratio.Value, Is.EqualTo(1 + (2.6 / (6 * n))).Within((3 * ratio.StandardError) + .01));
    }

    private static double Chance(double finds, int n) => finds / (6 * n);

    private static void Rate(double finds, int n, int studies)
    {
        var periods = new LuckyPeriods(21);
        Check(Chance(finds, n), studies, () => periods.Draw(n, Chance(finds, n)).Rate(0).Estimate());
    }

    // With lanes for all against twice the chance and busy lanes: 2 x 2/3 - 1 of the finds.
    private static void Difference(double finds, int n, int studies)
    {
        var periods = new LuckyPeriods(24);
        double chance = Chance(finds, n);
        Check(chance / 3, studies, () =>
        {
            LuckyPeriods.Study study = periods.Draw(n, chance, 2 * chance);
            return study.RateWhereLanesAreBusy(1).DifferenceFrom(study.Rate(0), n);
        });
    }

    private static void Check(double truth, int studies, Func<PointEstimate> study)
    {
        (int holds, double[] errors) = (0, new double[studies]);
        for (int i = 0; i < studies; i++)
        {
            PointEstimate estimate = study();
            Interval interval = estimate.At(.95);
            Assert.That(interval.High, Is.GreaterThan(interval.Low));
            holds += interval.Low <= truth && truth <= interval.High ? 1 : 0;
            errors[i] = estimate.Value - truth;
        }

        PointEstimate error = Means.Estimate(errors);
        TestContext.Out.WriteLine(
            $"{(double)holds / studies:0.0000}; mean error {error.Value / error.StandardError:0.0} of its standard "
                + $"errors, {error.Value / truth:0.000} of the truth"
        );
        Assert.That((double)holds / studies, Is.GreaterThan(.95 - Skewness - (3 * Math.Sqrt(.95 * .05 / studies))));
        Assert.That(error.Value, Is.Zero.Within(3 * error.StandardError));
    }
}
