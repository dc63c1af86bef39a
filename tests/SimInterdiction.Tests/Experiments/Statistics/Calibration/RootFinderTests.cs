using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Tests.Experiments.Statistics.Calibration;

public sealed class RootFinderTests
{
    private static readonly RootSearch Unit = new(0, .5, 1, 1e-4, .95);

    [TestCase(.3)]
    [TestCase(.72)]
    public void On_common_random_numbers_the_root_of_a_simulated_share_is_an_order_statistic(double target)
    {
        // Share of 1,001 fixed numbers below x: it steps past the target at the number of that rank.
        var random = new Random(1);
        double[] numbers = [.. Enumerable.Range(0, 1_001).Select(_ => random.NextDouble()).Order()];
        Root root = RootFinder.Find(x => Means.Estimate([.. numbers.Select(u => u < x ? 1.0 : 0)]), target, Unit)!;
        Assert.That(root.Value, Is.EqualTo(numbers[(int)(1_001 * target)]).Within(1e-4));
    }

    [Test]
    public void The_known_parameter_of_a_simulation_is_recovered_within_its_interval()
    {
        // Exponential times with mean 3: what a simulation with mean .7 to 6 comes to on other luck. The interval holds
        // the truth in 95 % of cases.
        double observed = 3;
        var random = new Random(2);
        double[] luck = [.. Enumerable.Range(0, 400).Select(_ => -Math.Log(1 - random.NextDouble()))];
        Root root = RootFinder.Find(
            mean => Means.Estimate([.. luck.Select(e => mean * e)]),
            observed,
            new RootSearch(.7, 2, 6, 1e-4, .95)
        )!;
        Assert.That(root.Value, Is.EqualTo(observed / luck.Average()).Within(1e-4));
        Assert.That(root.Low, Is.LessThan(3));
        Assert.That(root.High, Is.GreaterThan(3));
    }

    [TestCase(+1)]
    [TestCase(-1)]
    public void The_interval_holds_every_input_at_which_the_target_is_within_the_error(int slope)
    {
        // slope (x - .4) known to half-width h: all x with |x - .4| <= h.
        var error = new PointEstimate(0, .05, 20);
        Root root = RootFinder.Find(x => error with { Value = slope * (x - .4) }, 0, Unit)!;
        Assert.That(root.Value, Is.EqualTo(.4).Within(1e-4));
        Assert.That(root.Low, Is.EqualTo(.4 - error.HalfWidth(.95)).Within(1e-4));
        Assert.That(root.High, Is.EqualTo(.4 + error.HalfWidth(.95)).Within(1e-4));
    }

    [Test]
    public void An_interval_that_leaves_the_range_has_no_end_there()
    {
        Root root = RootFinder.Find(x => new PointEstimate(x - .05, .1, 20), 0, Unit)!;
        Assert.That(root.Low, Is.Null);
        Assert.That(root.High, Is.EqualTo(.05 + (.1 * StudentT.TwoSidedQuantile(.95, 20))).Within(1e-4));
    }

    [Test]
    public void Halving_is_never_beaten_by_more_than_one_and_smooth_functions_are_quicker()
    {
        // From .5 to 1, on to 1e-4: halving takes 12 (.5 / 2^12 < 2e-4). The first three are the ends and the guess;
        // one replication has no interval to search.
        int Evaluations(Func<double, double> value) =>
            RootFinder.Find(x => new PointEstimate(value(x), double.NaN, 0), 0, Unit)!.Evaluations - 3;
        Assert.That(Evaluations(x => x < .77123 ? -1e-9 : 1), Is.LessThanOrEqualTo(13));
        Assert.That(Evaluations(x => Math.Pow(x, 9) - .2), Is.LessThanOrEqualTo(13));
        Assert.That(Evaluations(x => Math.Exp(x) - 2.1), Is.LessThanOrEqualTo(6));
    }

    [Test]
    public void Values_at_hand_on_both_sides_of_the_root_leave_nothing_to_search()
    {
        RootSearch search = Unit with { AtHand = [.69310, .69320] };
        Root root = RootFinder.Find(x => new PointEstimate(Math.Exp(x) - 2, double.NaN, 0), 0, search)!;
        Assert.That(root.Value, Is.EqualTo(Math.Log(2)).Within(1e-4));
        Assert.That(root.Evaluations, Is.EqualTo(5));
    }

    [Test]
    public void A_root_that_is_hit_exactly_is_told_exactly() =>
        Assert.That(RootFinder.Find(x => new PointEstimate(x - .5, double.NaN, 0), 0, Unit)!.Value, Is.EqualTo(.5));

    [Test]
    public void Where_the_target_is_never_passed_there_is_no_root()
    {
        Assert.That(RootFinder.Find(x => new PointEstimate(x, .1, 9), 2, Unit), Is.Null);
        Assert.That(RootFinder.Find(_ => new PointEstimate(double.NaN, double.NaN, 0), 0, Unit), Is.Null);
        Assert.That(RootFinder.Find(x => new PointEstimate(x is 0 or 1 or .5 ? x - .7 : double.NaN, .1, 9), 0, Unit), Is.Null);
    }

    [TestCase(1, .5, 0, .1)]
    [TestCase(0, 2, 1, .1)]
    [TestCase(0, .5, 1, 0)]
    public void A_search_for_nothing_is_refused(double from, double near, double to, double accuracy) =>
        Assert.That(
            () => RootFinder.Find(x => new PointEstimate(x, 1, 1), 0, new RootSearch(from, near, to, accuracy, .95)),
            Throws.ArgumentException
        );
}
