using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class BestComparisonTests
{
    [Test]
    public void What_is_left_of_the_variance_of_the_four_systems_is_the_computed_rest() =>
        Assert.That(BestComparison.ResidualVariance(Samples.ForMinimum), Is.EqualTo(5.0259256).Within(5e-7));

    [Test]
    public void The_half_width_is_the_computed_one() =>
        Assert.That(BestComparison.HalfWidth(Samples.ForMinimum, BestComparison.Constant(4, 10, .95)), Is.EqualTo(2.16274).Within(1e-5));

    // Computed for a minimum; with the sign turned the ends change places.
    [TestCase(0, -7.849, 0)]
    [TestCase(1, -7.049, 0)]
    [TestCase(2, 0, 6.591)]
    [TestCase(3, -6.591, 0)]
    public void The_intervals_against_the_best_of_the_others_are_the_computed_ones(int system, double low, double high)
    {
        Interval interval = BestComparison.WithTheBest(Samples.ForMinimum, .95)[system];
        Assert.That(interval.Low, Is.EqualTo(low).Within(5e-4));
        Assert.That(interval.High, Is.EqualTo(high).Within(5e-4));
    }

    [Test]
    public void Luck_that_all_share_costs_no_width()
    {
        double[] luck = [5, -30, 70, 1, 8, -12, 44, 6, 0, 100];
        double[][] lucky = [.. Samples.FourSystems.Values.Select(values => values.Zip(luck, (value, shift) => value + shift).ToArray())];
        Assert.That(
            BestComparison.HalfWidth(new SystemSamples(lucky, Sampling.CommonRandomNumbers), 2),
            Is.EqualTo(BestComparison.HalfWidth(Samples.ForMaximum, 2)).Within(1e-9)
        );
    }

    [Test]
    public void What_never_varies_has_intervals_of_no_error()
    {
        IReadOnlyList<Interval> intervals = BestComparison.WithTheBest(
            new SystemSamples(
                [
                    [1, 2],
                    [3, 4],
                ],
                Sampling.CommonRandomNumbers
            ),
            .95
        );
        Assert.That(intervals, Is.EqualTo(new[] { new Interval(-2, 0), new Interval(0, 2) }));
    }

    // Sums of tenths and thirds round in another way in another order.
    [Test]
    public void In_which_order_systems_stand_decides_no_bit()
    {
        double[][] systems =
        [
            [.1, 1 / 3.0, .7, 2.2],
            [.2, 1e-3, .9, 1 / 7.0],
            [1e3 / 3, .3, .1, .6],
            [.4, 11, 1 / 9.0, .5],
            [1 / 11.0, 5, .8, .3],
        ];
        double there = BestComparison.ResidualVariance(new SystemSamples(systems, Sampling.CommonRandomNumbers));
        foreach (int turn in Enumerable.Range(1, 4))
        {
            double[][] turned = [.. systems[turn..].Concat(systems[..turn])];
            Assert.That(BestComparison.ResidualVariance(new SystemSamples(turned, Sampling.CommonRandomNumbers)), Is.EqualTo(there));
            Assert.That(
                BestComparison.ResidualVariance(new SystemSamples([.. turned.Reverse()], Sampling.CommonRandomNumbers)),
                Is.EqualTo(there)
            );
        }
    }
}
