using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Tests.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Analysis;

public sealed class PairedComparisonTests
{
    private static readonly Measure Seized = MeasureCatalog.Find("firearms_seized")!;
    private static readonly Measure Delivered = MeasureCatalog.Find("firearms_delivered")!;
    private static readonly Measure Rate = MeasureCatalog.Find("seizure_rate")!;

    [Test]
    public void The_published_pair_of_policies_comes_out_as_published()
    {
        Comparison comparison = Compare(Seized, .90, 1, new(Samples.PolicyOne, null), new(Samples.PolicyTwo, null));
        Assert.That(comparison.Difference, Is.EqualTo(4.978).Within(5e-7));
        Assert.That(comparison.Low, Is.EqualTo(1.649).Within(5e-4));
        Assert.That(comparison.High, Is.EqualTo(8.307).Within(5e-4));
        Assert.That(comparison.BetterIn, Is.EqualTo(.8), "four of the five pairs");
        Assert.That(comparison.Verdict, Is.EqualTo(Verdict.ClearlyBetter));
        Assert.That(comparison.ReplicationsNeeded, Is.Null);
    }

    [Test]
    public void Where_less_is_better_the_verdict_turns_round_and_the_numbers_stay()
    {
        Comparison more = Compare(Seized, .90, 3, new(Samples.PolicyOne, null), new(Samples.PolicyTwo, null));
        Comparison less = Compare(Delivered, .90, 3, new(Samples.PolicyOne, null), new(Samples.PolicyTwo, null));
        Assert.That((less.Difference, less.Low, less.High), Is.EqualTo((more.Difference, more.Low, more.High)));
        Assert.That(more.Verdict, Is.EqualTo(Verdict.BetterPerhapsByLess));
        Assert.That(less.Verdict, Is.EqualTo(Verdict.WorsePerhapsByLess));
        Assert.That(less.BetterIn, Is.EqualTo(1 - more.BetterIn!.Value).Within(1e-15));
        Assert.That(less.BetterInIndependent, Is.EqualTo(1 - more.BetterInIndependent!.Value).Within(1e-15));
    }

    [Test]
    public void Equal_deployments_have_no_difference_that_matters_however_small()
    {
        MeasureValues values = new(Samples.Seized, Samples.Dispatched);
        Comparison comparison = Compare(Rate, .95, 0, values, values);
        Assert.That((comparison.Difference, comparison.Low, comparison.High), Is.EqualTo(((double?)0, (double?)0, (double?)0)));
        Assert.That(comparison.Verdict, Is.EqualTo(Verdict.NoDifferenceThatMatters));
        Assert.That(comparison.PairingGain, Is.Null);
        Assert.That(comparison.BetterIn, Is.EqualTo(.5));
        Assert.That(comparison.Convergence, Is.All.Matches<ConvergencePoint>(point => point is { Difference: 0, Low: 0, High: 0 }));
    }

    [Test]
    public void A_difference_of_rates_is_that_of_the_rates_shown()
    {
        double[] more = [.. Samples.Seized.Select((y, i) => y + (i % 3))];
        Comparison comparison = Compare(Rate, .95, 0, new(more, Samples.Dispatched), new(Samples.Seized, Samples.Dispatched));
        Assert.That(comparison.Difference, Is.EqualTo((more.Sum() - Samples.Seized.Sum()) / Samples.Dispatched.Sum()).Within(1e-15));
    }

    [Test]
    public void A_rate_over_nothing_is_not_decided_and_null()
    {
        MeasureValues nothing = new([0, 0, 0], [0, 0, 0]);
        Comparison comparison = Compare(Rate, .95, 0, new([1, 2, 3], [10, 10, 10]), nothing);
        Assert.That(comparison.Difference, Is.Null);
        Assert.That(comparison.Low, Is.Null);
        Assert.That(comparison.BetterIn, Is.Null);
        Assert.That(comparison.Verdict, Is.EqualTo(Verdict.NotDecided));
        Assert.That(comparison.Convergence, Is.Empty);
    }

    [Test]
    public void Convergence_ends_at_the_answer_and_shows_before_what_was_known_then()
    {
        MeasureValues one = new(Samples.FourSystems["One"], null);
        MeasureValues three = new(Samples.FourSystems["Three"], null);
        Comparison comparison = Compare(Seized, .95, 0, one, three);
        ConvergencePoint last = comparison.Convergence[^1];
        Assert.That(
            (last.Replications, last.Difference, last.Low, last.High),
            Is.EqualTo((10, comparison.Difference!.Value, comparison.Low!.Value, comparison.High!.Value))
        );

        Comparison early = Compare(
            Seized,
            .95,
            0,
            new(Samples.FourSystems["One"][..5], null),
            new(Samples.FourSystems["Three"][..5], null)
        );
        Assert.That(comparison.Convergence.Single(point => point.Replications == 5).Low, Is.EqualTo(early.Low));
    }

    [Test]
    public void Replications_without_a_value_are_left_out_in_pairs()
    {
        Comparison comparison = Compare(
            Seized,
            .90,
            0,
            new([double.NaN, .. Samples.PolicyOne, 1], null),
            new([5, .. Samples.PolicyTwo, double.NaN], null)
        );
        Assert.That(comparison.Low, Is.EqualTo(1.649).Within(5e-4));
    }

    private static Comparison Compare(
        Measure measure,
        double confidence,
        double smallestThatMatters,
        MeasureValues values,
        MeasureValues others
    ) => new PairedComparison(measure, confidence, smallestThatMatters).Compare("this", values, "that", others);
}
