using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Tests.Experiments.Statistics.Sensitivity;

public sealed class TornadoTests
{
    // What luck adds to the difference in each of ten replications; its mean is 0.
    private static readonly double[] Luck = [-2, 1, 0, 3, -1, 2, -3, 1, -1, 0];

    [Test]
    public void The_widest_bar_comes_first_and_its_ends_are_the_differences_there()
    {
        IReadOnlyList<TornadoBar> bars = Tornado.Bars(
            [new("a", 0, -1, 2), new("b", 5, 4, 9)],
            x => Simulate(10 + x[0] - (2 * (x[1] - 5))),
            0,
            0,
            .95
        );
        Assert.That(bars.Select(bar => bar.Input.Name), Is.EqualTo(new[] { "b", "a" }));
        Assert.That((bars[0].AtLow.Value, bars[0].AtHigh.Value), Is.EqualTo((12, 2)));
        Assert.That((bars[1].AtLow.Value, bars[1].AtHigh.Value), Is.EqualTo((9, 12)));
        Assert.That(bars[0].AtLow.StandardError, Is.EqualTo(Means.Estimate(Luck).StandardError).Within(1e-12));
    }

    [Test]
    public void Luck_that_both_ends_share_does_not_blur_the_swing()
    {
        TornadoBar bar = Tornado.Bars([new("a", 0, -1, 2)], x => Simulate(10 + x[0]), 0, 0, .95)[0];
        Assert.That(bar.Swing.Value, Is.EqualTo(3).Within(1e-12));
        Assert.That(bar.Swing.StandardError, Is.Zero.Within(1e-12));
    }

    [Test]
    public void The_answer_flips_where_the_difference_is_within_its_error_of_the_threshold()
    {
        // 4 - 2 a = 1 at a = 1.5; the difference is known to t s / sqrt(n), so the flip to half of that.
        TornadoBar bar = Tornado.Bars([new("a", 0, -1, 4)], x => Simulate(4 - (2 * x[0])), 1, 0, .95)[0];
        double reach = Means.Estimate(Luck).HalfWidth(.95) / 2;
        Assert.That(bar.Flip!.Value, Is.EqualTo(1.5).Within(.05));
        Assert.That(bar.Flip.Low, Is.EqualTo(1.5 - reach).Within(.05));
        Assert.That(bar.Flip.High, Is.EqualTo(1.5 + reach).Within(.05));
    }

    [Test]
    public void An_answer_that_is_the_same_from_end_to_end_has_no_flip() =>
        Assert.That(Tornado.Bars([new("a", 0, -1, 4)], x => Simulate(10 + x[0]), 0, 0, .95)[0].Flip, Is.Null);

    [Test]
    public void What_lies_on_the_threshold_from_end_to_end_and_what_has_no_range_turns_nothing()
    {
        static SimulatedDifference Nothing(double[] x) => new(new PointEstimate(0, 0, 9), new double[10]);
        Assert.That(Tornado.Bars([new("a", 0, -1, 4)], Nothing, 0, 0, .95)[0].Flip, Is.Null);
        Assert.That(Tornado.Bars([new("a", 2, 2, 2)], _ => Simulate(1), 0, 0, .95)[0].Flip, Is.Null);
    }

    [Test]
    public void Of_two_flips_the_one_next_to_the_best_guess_is_told() =>
        Assert.That(
            Tornado.Bars([new("a", 0, -3, 3)], x => Simulate(1 - (x[0] < 0 ? x[0] * x[0] : x[0] / 2)), 0, 0, .95)[0].Flip!.Value,
            Is.EqualTo(-1).Within(.06)
        );

    // 4 - 2 a is 1 at a = 1.5 and -1 at 2.5; between the two it is too small to matter.
    [TestCase(0, 1.5)]
    [TestCase(1.9, 1.5)]
    [TestCase(2.2, 2.5)]
    [TestCase(4, 2.5)]
    public void Where_it_begins_or_ceases_to_matter_next_to_the_best_guess_is_told(double guess, double at)
    {
        TornadoBar bar = Tornado.Bars([new("a", guess, -1, 5)], x => Simulate(4 - (2 * x[0])), 0, 1, .95)[0];
        double reach = Means.Estimate(Luck).HalfWidth(.95) / 2;
        Assert.That(bar.Flip!.Value, Is.EqualTo(2).Within(.06));
        Assert.That(bar.Matters!.Value, Is.EqualTo(at).Within(.06));
        Assert.That(bar.Matters.Low, Is.EqualTo(at - reach).Within(.06));
        Assert.That(bar.Matters.High, Is.EqualTo(at + reach).Within(.06));
    }

    [Test]
    public void What_matters_from_end_to_end_begins_to_nowhere() =>
        Assert.That(Tornado.Bars([new("a", 0, -1, 4)], x => Simulate(10 + x[0]), 0, 1, .95)[0].Matters, Is.Null);

    [Test]
    public void A_best_guess_at_an_end_is_an_input_like_any_other() =>
        Assert.That(Tornado.Bars([new("a", 0, 0, 4)], x => Simulate(4 - (2 * x[0])), 0, 0, .95)[0].Flip!.Value, Is.EqualTo(2).Within(.04));

    private static SimulatedDifference Simulate(double truth)
    {
        double[] observations = [.. Luck.Select(luck => truth + luck)];
        return new SimulatedDifference(Means.Estimate(observations), observations);
    }
}
