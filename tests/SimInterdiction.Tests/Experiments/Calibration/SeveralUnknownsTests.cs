using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Tests.Experiments.Calibration;

public sealed class SeveralUnknownsTests
{
    private static readonly UncertainScenario RateAndStops = CalibrationWorlds.World(
        CalibrationWorlds.RateFrom4To40,
        CalibrationWorlds.StopsFrom5To90
    );

    private static readonly Lazy<CalibrationResult> Ridge = new(() =>
        CalibrationWorlds.Calibrated(RateAndStops, CalibrationWorlds.Options(100, 1), CalibrationWorlds.Target("shipments_seized", 45, 3))
    );

    // Seized in thirty days: rate x stops x 15.
    [Test]
    public void Two_unknowns_that_act_through_their_product_are_known_only_by_it()
    {
        CalibrationResult result = Ridge.Value;
        Entanglement pair = result.Entangled.Single();
        Assert.That(pair.IsProduct, Is.True);
        Assert.That(pair.Correlation, Is.LessThan(-0.9));
        Assert.That(pair.AtLow.Second, Is.GreaterThan(2.5 * pair.AtHigh.Second));

        // Of the settings that fit, each product lies within the give-or-take and 4.5 standard deviations of a Poisson
        // count.
        Assert.That(
            result.Draws!.Kept.Select(k => k.Parameters[0] * 24 * k.Parameters[1] * CalibrationWorlds.Finds * CalibrationWorlds.Days),
            Is.All.InRange(45 - 3 - (4.5 * 6.7), 45 + 3 + (4.5 * 6.7))
        );

        // The range of each by itself is hardly narrowed, and only its ends bound it.
        Assert.That(result.Unknowns[0].ReachesEnd, Is.True);
        Assert.That(result.Unknowns[0].Interval.High - result.Unknowns[0].Interval.Low, Is.GreaterThan(20 / 24.0));
    }

    [Test]
    public void What_is_written_down_lies_on_the_ridge()
    {
        CalibrationResult result = Ridge.Value;
        Assert.That(result.Targets.Single().Average.Mean, Is.EqualTo(45).Within(0.5));

        // By the closed form, within 3.3 standard errors of 100 periods.
        double product = result.Unknowns[0].Value * 24 * result.Unknowns[1].Value * CalibrationWorlds.Finds * CalibrationWorlds.Days;
        Assert.That(product, Is.EqualTo(45).Within(0.5 + (3.3 * Math.Sqrt(45 / 100.0))));
    }

    // What is dispatched tells the rate, what is seized then the stops. Periods differ by chance, so the 95 % intervals
    // are wide; the seed is fixed.
    [Test]
    public void A_second_figure_that_tells_one_unknown_tells_the_other_too()
    {
        UncertainScenario world = CalibrationWorlds.World(
            "flows.guns.rate between 6 and 18 shipments per day",
            "team_types.team.stops between 15% and 60%"
        );
        CalibrationResult result = CalibrationWorlds.Calibrated(
            world,
            CalibrationWorlds.Options(100, 2) with
            {
                EnoughKept = 60,
            },
            CalibrationWorlds.Target("shipments_dispatched", 300, 15),
            CalibrationWorlds.Target("shipments_seized", 45, 4)
        );
        double[] truth = [CalibrationWorlds.RatePerDay / 24, CalibrationWorlds.Stops];
        foreach ((CalibratedInput unknown, double value) in result.Unknowns.Zip(truth))
        {
            Assert.That(value, Is.InRange(unknown.Interval.Low, unknown.Interval.High));
            Assert.That(unknown.Value, Is.EqualTo(value).Within(10).Percent);
            Assert.That(unknown.Narrowed, Is.GreaterThan(0.4));
            Assert.That(unknown.ReachesEnd, Is.False);
        }

        Assert.That(result.Entangled.Where(pair => pair.IsProduct), Is.Empty);
        Assert.That(result.Targets.Select(t => t.Met), Is.All.EqualTo(Met.Yes));
    }

    [Test]
    public void The_number_of_threads_changes_nothing()
    {
        CalibrationOptions one = CalibrationWorlds.Options(30, 3) with { EnoughKept = 60 };
        CalibrationTarget target = CalibrationWorlds.Target("shipments_seized", 45, 5);
        CalibrationResult alone = CalibrationWorlds.Calibrated(RateAndStops, one, target);
        CalibrationResult three = CalibrationWorlds.Calibrated(RateAndStops, one with { Jobs = 3 }, target);
        Assert.That(three.Unknowns.Select(u => (u.Value, u.Interval)), Is.EqualTo(alone.Unknowns.Select(u => (u.Value, u.Interval))));
        Assert.That(three.Draws!.Simulated, Is.EqualTo(alone.Draws!.Simulated));
    }

    [Test]
    public void Figures_that_contradict_each_other_are_told_with_what_came_out()
    {
        // More is seized than leaves.
        CalibrationOptions few = CalibrationWorlds.Options(20, 4) with { MostDraws = 500 };
        CalibrationOutcome outcome = CalibrationWorlds.Fit(
            RateAndStops,
            few,
            CalibrationWorlds.Target("shipments_dispatched", 200, 20),
            CalibrationWorlds.Target("shipments_seized", 400, 20)
        );
        var failure = (CalibrationOutcome.TooFewMatch)outcome;
        Assert.That(failure.Draws.Kept, Is.Empty);
        Assert.That(failure.Ranges[0].Gave, Is.GreaterThan(0));
        Assert.That(failure.Ranges[1].High, Is.GreaterThan(400));
    }

    // The nearest point of the hyperbola xy = .12 from where x = y has x = y.
    [Test]
    public void From_a_setting_beside_the_ridge_the_shortest_way_leads_onto_it()
    {
        UncertainRange[] inputs = [new("x", 0.5, 0, 1), new("y", 0.5, 0, 1)];
        CalibrationTarget[] targets = [CalibrationWorlds.Target("shipments_seized", 0.12, 0.01)];
        double[] best = new Refining(inputs, targets, values => [values[0] * values[1]], [0.3, 0.3]).Best();
        Assert.That(best, Is.EqualTo(new[] { Math.Sqrt(0.12), Math.Sqrt(0.12) }).Within(0.001));
    }

    [Test]
    public void Where_nothing_moves_the_averages_refining_stays_where_it_is()
    {
        UncertainRange[] inputs = [new("x", 0.5, 0, 1)];
        Assert.That(
            new Refining(inputs, [CalibrationWorlds.Target("shipments_seized", 2, 0.01)], _ => [1], [0.3]).Best(),
            Is.EqualTo(new[] { 0.3 })
        );
    }

    [Test]
    public void Refining_stays_within_the_ranges_and_never_ends_farther_off_than_it_began()
    {
        UncertainRange[] inputs = [new("x", 0.5, 0, 1)];
        CalibrationTarget[] targets =
        [
            CalibrationWorlds.Target("shipments_seized", 2, 0.01),
            CalibrationWorlds.Target("shipments_seized", 0, 0.01),
        ];
        double[] best = new Refining(inputs, targets, values => [values[0], Math.Sin(20 * values[0])], [0.9]).Best();
        double Off(double x) => Math.Max(Math.Abs(x - 2), Math.Abs(Math.Sin(20 * x)));
        Assert.That(best[0], Is.InRange(0, 1));
        Assert.That(Off(best[0]), Is.AtMost(Off(0.9)));
    }
}
