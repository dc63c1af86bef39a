using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Calibration;

public sealed class OneUnknownTests
{
    // Seized is stops x finds; a rate of 20 % at 30 % of stops takes 66.7 % of finds. All chance there is lies in the
    // searches, and the control variate takes that out: what is left is the accuracy of the search, a thousandth of the
    // range of .8 each way.
    [Test]
    public void What_a_team_must_find_for_a_rate_is_the_rate_over_what_it_stops()
    {
        CalibrationResult result = CalibrationWorlds.Calibrated(
            CalibrationWorlds.World(CalibrationWorlds.FindsFrom10To90),
            CalibrationWorlds.Options(200, 1),
            CalibrationWorlds.Target("seizure_rate", 0.2)
        );
        CalibratedInput finds = result.Unknowns.Single();
        Interval error = finds.SimulationError!.Value;
        const double Truth = 0.2 / CalibrationWorlds.Stops;
        Assert.That(error.Low, Is.LessThan(Truth));
        Assert.That(error.High, Is.GreaterThan(Truth));

        Assert.That(finds.Value, Is.EqualTo(Truth).Within(0.0008));
        Assert.That(error.High - error.Low, Is.LessThan(4 * 0.0008));
        Assert.That(result.Targets.Single().Average.Mean, Is.EqualTo(0.2).Within(0.0005));
        Assert.That(result.Targets.Single().Met, Is.EqualTo(Met.Yes));
    }

    // One period of 300 shipments has a rate with standard deviation sqrt(.2 * .8 / 300) = .0231, so finds .0770.
    [Test]
    public void The_interval_is_as_wide_as_the_luck_of_one_period_makes_it()
    {
        CalibratedInput finds = CalibrationWorlds
            .Calibrated(
                CalibrationWorlds.World(CalibrationWorlds.FindsFrom10To90),
                CalibrationWorlds.Options(400, 2),
                CalibrationWorlds.Target("seizure_rate", 0.2)
            )
            .Unknowns.Single();
        Assert.That(finds.Interval.High - finds.Interval.Low, Is.EqualTo(2 * 1.96 * 0.0770).Within(15).Percent);
    }

    // An even spread of +- h has the variance h^2 / 3: at h = .08 that is .0462^2, and with the luck .0516^2.
    [Test]
    public void What_a_figure_may_be_off_widens_the_interval()
    {
        CalibratedInput finds = CalibrationWorlds
            .Calibrated(
                CalibrationWorlds.World(CalibrationWorlds.FindsFrom10To90),
                CalibrationWorlds.Options(400, 2),
                CalibrationWorlds.Target("seizure_rate", 0.15, 0.08)
            )
            .Unknowns.Single();
        double luck = 0.15 * 0.85 / 300;
        double expected = 2 * 1.96 * Math.Sqrt(luck + (0.08 * 0.08 / 3)) / CalibrationWorlds.Stops;
        Assert.That(finds.Interval.High - finds.Interval.Low, Is.EqualTo(expected).Within(15).Percent);
    }

    // A team of n officers, 24 hours a day for 30 days, works 720 n hours, without any luck.
    [TestCase(1500, 50, 2, Met.No)]
    [TestCase(2100, 50, 3, Met.No)]
    [TestCase(2100, 70, 3, Met.Yes)]
    [TestCase(720, 1, 1, Met.Yes)]
    public void Of_whole_numbers_the_one_that_comes_nearest_is_fitted(double hours, double giveOrTake, int officers, Met met)
    {
        CalibrationOptions options = CalibrationWorlds.Options(5, 6) with { IsWhole = _ => true };
        CalibrationResult result = CalibrationWorlds.Calibrated(
            CalibrationWorlds.World("team_types.team.officers between 1 and 5"),
            options,
            CalibrationWorlds.Target("officer_hours", hours, giveOrTake)
        );
        CalibratedInput fitted = result.Unknowns.Single();
        Assert.That(fitted.Value, Is.EqualTo(officers));
        Assert.That(result.Targets.Single().Met, Is.EqualTo(met));
        Assert.That(fitted.Fits, Is.EqualTo(met == Met.Yes));

        // One is left of five.
        Assert.That(fitted.Narrowed, Is.EqualTo(.8).Within(1e-12));
    }

    [Test]
    public void A_figure_out_of_reach_is_told_with_the_values_at_both_ends()
    {
        CalibrationOutcome outcome = CalibrationWorlds.Fit(
            CalibrationWorlds.World(CalibrationWorlds.FindsFrom10To90),
            CalibrationWorlds.Options(100, 3),
            CalibrationWorlds.Target("seizure_rate", 0.5)
        );
        IReadOnlyList<(double Input, double Value)> ends = ((CalibrationOutcome.OutOfReach)outcome).Simulated;

        // 3.3 standard errors of 30,000 shipments.
        Assert.That(ends[0].Input, Is.EqualTo(0.1).Within(1e-12));
        Assert.That(ends[0].Value, Is.EqualTo(0.03).Within(0.0033));
        Assert.That(ends[^1].Value, Is.EqualTo(0.27).Within(0.0085));
    }

    // Ninety times finds is the mean of a Poisson count, whose exact limits (Garwood 1936) are these. How large an
    // event is, is known to a tenth from 200 periods.
    [TestCase(0, 0, 3.69)]
    [TestCase(1, .0253, 5.57)]
    [TestCase(2, .242, 7.22)]
    [TestCase(5, 1.62, 11.67)]
    public void A_figure_of_few_events_or_none_leaves_open_what_the_count_does(int figure, double low, double high)
    {
        CalibrationTarget target = CalibrationWorlds.Target("shipments_seized", figure);
        Interval interval = CalibrationWorlds
            .Calibrated(CalibrationWorlds.World("team_types.team.finds between 0% and 20%"), CalibrationWorlds.Options(200, 4), target)
            .Unknowns.Single()
            .Interval;
        Assert.That(90 * interval.Low, Is.EqualTo(low).Within(.3));
        Assert.That(90 * interval.High, Is.EqualTo(high).Within(12).Percent);
    }

    // All that are stopped are found at 100 %: the period may have been lucky, so some less is open: 3.7 of 300
    // shipments not found.
    [Test]
    public void A_share_of_all_leaves_something_open_below_it()
    {
        CalibrationTarget target = CalibrationWorlds.Target("seizure_rate", 1);
        CalibratedInput finds = CalibrationWorlds
            .Calibrated(
                CalibrationWorlds.WhereAllAreStopped("team_types.team.finds between 50% and 100%"),
                CalibrationWorlds.Options(100, 5),
                target
            )
            .Unknowns.Single();
        Assert.That(finds.Interval.High, Is.EqualTo(1));
        Assert.That(finds.Interval.Low, Is.InRange(.96, .995));
    }

    // Twenty periods of the world as it is, each taken as the figure: of 20 intervals of 95 %, fewer than 16 hold the
    // truth by chance 3 times in 1,000. The seeds are fixed.
    [Test]
    public void The_interval_holds_the_value_that_made_the_figure()
    {
        IReadOnlyList<double> figures = CalibrationWorlds.Periods("shipments_seized", 20, seed: 77);
        var world = CalibrationWorlds.World(CalibrationWorlds.StopsFrom5To90);
        int held = figures.Count(figure =>
            Holds(
                CalibrationWorlds
                    .Calibrated(world, CalibrationWorlds.Options(40, 5), CalibrationWorlds.Target("shipments_seized", figure))
                    .Unknowns.Single()
            )
        );
        Assert.That(held, Is.AtLeast(16));

        static bool Holds(CalibratedInput stops) =>
            stops.Interval.Low <= CalibrationWorlds.Stops && CalibrationWorlds.Stops <= stops.Interval.High;
    }
}
