using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Tests.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Results;

public sealed class VerdictsTests
{
    [TestCase(.03, .04, Verdict.ClearlyBetter)]
    [TestCase(.02, .04, Verdict.ClearlyBetter)]
    [TestCase(.02 - 1e-16, .04, Verdict.ClearlyBetter)]
    [TestCase(-.04, -.02 + 1e-16, Verdict.ClearlyWorse)]
    [TestCase(.02 - 1e-8, .04, Verdict.BetterPerhapsByLess)]
    [TestCase(-.04, -.03, Verdict.ClearlyWorse)]
    [TestCase(-.01, .019, Verdict.NoDifferenceThatMatters)]
    [TestCase(.005, .01, Verdict.NoDifferenceThatMatters)]
    [TestCase(.01, .03, Verdict.BetterPerhapsByLess)]
    [TestCase(-.03, -.01, Verdict.WorsePerhapsByLess)]
    [TestCase(-.01, .03, Verdict.NotDecided)]
    [TestCase(-.03, .03, Verdict.NotDecided)]
    [TestCase(double.NaN, double.NaN, Verdict.NotDecided)]
    public void With_two_points_that_matter_an_interval_is_judged_by_where_it_lies(double low, double high, Verdict expected) =>
        Assert.That(Verdicts.Decide(new Interval(low, high), .02), Is.EqualTo(expected));

    [TestCase(1e-9, 1, Verdict.ClearlyBetter)]
    [TestCase(-1, -1e-9, Verdict.ClearlyWorse)]
    [TestCase(0, 0, Verdict.NoDifferenceThatMatters)]
    [TestCase(0, 1, Verdict.NotDecided)]
    [TestCase(-1e-9, 1e-9, Verdict.NotDecided)]
    [TestCase(double.NaN, double.NaN, Verdict.NotDecided)]
    public void When_every_difference_matters_only_an_exact_zero_is_none(double low, double high, Verdict expected) =>
        Assert.That(Verdicts.Decide(new Interval(low, high), 0), Is.EqualTo(expected));

    [Test]
    public void The_replications_needed_are_the_fewest_that_exclude_zero()
    {
        // One less Two: .8 +- 1.5172 with ten, spread 2.1209. At n = 29 t = 2.048407 and the half-width is .80676; at n
        // = 30 it is .79196.
        PointEstimate difference = Means.PairedDifference(Samples.FourSystems["One"], Samples.FourSystems["Two"]);
        Assert.That(Verdicts.ReplicationsNeeded(difference, 0, .95), Is.EqualTo(30));
    }

    [Test]
    public void A_difference_near_zero_is_decided_once_it_can_not_matter()
    {
        // |difference| .001 and d .021 leave a half-width of .02: 1.96^2 .1^2 / .02^2 = 96, and a little more for t.
        var difference = new PointEstimate(.001, .1 / Math.Sqrt(10), 9);
        Assert.That(Verdicts.ReplicationsNeeded(difference, .021, .95), Is.EqualTo(99).Within(1));
    }

    [Test]
    public void No_number_of_replications_decides_between_equals_when_every_difference_matters() =>
        Assert.That(Verdicts.ReplicationsNeeded(new PointEstimate(0, .1, 9), 0, .95), Is.Null);

    [TestCase(0, .95)]
    [TestCase(1, .95)]
    [TestCase(4, .9875)]
    public void The_error_is_shared_out_over_the_comparisons(int comparisons, double expected) =>
        Assert.That(Bonferroni.Confidence(.95, comparisons), Is.EqualTo(expected).Within(1e-15));

    [Test]
    public void Running_estimates_are_looked_at_evenly_over_the_logarithm()
    {
        IReadOnlyList<int> sizes = LogSpacing.From2Through(100_000, 60);
        Assert.That(sizes[0], Is.EqualTo(2));
        Assert.That(sizes[^1], Is.EqualTo(100_000));
        Assert.That(sizes, Is.Ordered.And.Unique);
        Assert.That(sizes, Has.Count.InRange(50, 60));
        Assert.That(sizes.Sum(), Is.LessThan(7 * 100_000));
        Assert.That(LogSpacing.From2Through(2, 60), Is.EqualTo(new[] { 2 }));
        Assert.That(LogSpacing.From2Through(1, 60), Is.Empty);
    }
}
