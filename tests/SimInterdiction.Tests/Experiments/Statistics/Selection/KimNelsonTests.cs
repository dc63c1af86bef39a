using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class KimNelsonTests
{
    private static readonly KimNelson Procedure = new(2, .95);

    [TestCase(4, 10, 10.164243)]
    [TestCase(5, 10, 11.42941)]
    [TestCase(10, 20, 11.51148)]
    [TestCase(2, 10, 6.01290)]
    public void The_constant_is_the_computed_one(int systems, int firstStage, double expected) =>
        Assert.That(Procedure.SquaredConstant(systems, firstStage), Is.EqualTo(expected).Within(5e-6));

    // N is the whole part of h^2 S^2 / d^2: up to there a lead of nothing is no reason to drop out.
    [TestCase(0, 1, 11)]
    [TestCase(0, 2, 72)]
    [TestCase(0, 3, 13)]
    [TestCase(1, 2, 30)]
    [TestCase(1, 3, 0)]
    [TestCase(2, 3, 25)]
    public void A_pair_of_the_four_systems_is_told_apart_by_its_computed_number_of_replications(int system, int other, int expected)
    {
        double variance = Samples.ForMinimum.DifferenceVariance(system, other);
        if (expected > 0)
        {
            Assert.That(Procedure.MayBeBehind(10.164243, variance, expected), Is.Positive);
        }

        Assert.That(Procedure.MayBeBehind(10.164243, variance, expected + 1), Is.Zero);
    }

    [TestCase(0, 2, 6.2415)]
    [TestCase(1, 2, 2.0130)]
    [TestCase(2, 3, 1.5028)]
    public void How_far_one_may_be_behind_after_ten_is_the_computed_distance(int system, int other, double expected) =>
        Assert.That(
            Procedure.MayBeBehind(10.164243, Samples.ForMinimum.DifferenceVariance(system, other), 10),
            Is.EqualTo(expected).Within(5e-5)
        );

    [Test]
    public void After_ten_of_the_four_systems_the_smallest_is_selected()
    {
        // Three leads Two by 4.886 > 2.0130 and Four by 4.428 > 1.5028. One could still catch up with Three (5.686 <
        // 6.2415), but not with Two, whom it is .8 behind when the computed N of 11.43 allows 2 / 20 * 1.43 = .143.
        SelectionState state = Procedure.Select(Samples.ForMinimum, 10);
        Assert.That(state.Survivors, Is.EqualTo(new[] { 2 }));
        Assert.That((state.Replications, state.Selected), Is.EqualTo((10, 2)));
    }

    [Test]
    public void Without_the_one_it_is_behind_a_system_continues()
    {
        SystemSamples oneAndThree = new(
            [
                [.. Samples.ForMinimum[0]],
                [.. Samples.ForMinimum[2]],
            ],
            Sampling.CommonRandomNumbers
        );

        // Of two systems h^2 is 6.01290: W = 2 / 20 * (6.01290 * 28.498049 / 4 - 10) = 3.284, less than the lead of
        // 5.686; with d of 1.2 it is 6.540.
        Assert.That(Procedure.Select(oneAndThree, 10).Selected, Is.EqualTo(1));
        SelectionState open = new KimNelson(1.2, .95).Select(oneAndThree, 10);
        Assert.That(open.Survivors, Is.EqualTo(new[] { 0, 1 }));
        Assert.That((open.Replications, open.Selected), Is.EqualTo((10, (int?)null)));
    }

    [Test]
    public void Nothing_drops_out_before_the_first_stage_is_over()
    {
        double[] low = [.. Enumerable.Range(0, 40).Select(i => i % 2 / 10.0)];
        double[] high = [.. low.Select((value, i) => 100 + value + (i % 3 / 10.0))];
        SelectionState state = Procedure.Select(new SystemSamples([low, high], Sampling.CommonRandomNumbers), 12);
        Assert.That(state, Is.EqualTo(new SelectionState(state.Survivors, 12, 1)));
    }

    [Test]
    public void Equals_end_with_the_first_of_them()
    {
        double[] same = [1, 2, 3, 4, 5];
        Assert.That(Procedure.Select(new SystemSamples([same, same], Sampling.CommonRandomNumbers), 3).Selected, Is.Zero);
    }

    [Test]
    public void The_order_of_replications_after_the_last_one_looked_at_never_matters()
    {
        double[] noise = [.. Enumerable.Range(0, 60).Select(i => 7 * i % 11 / 2.0)];
        double[] other = [.. Enumerable.Range(0, 60).Select(i => 1.5 + (5 * i % 13 / 2.0))];
        var procedure = new KimNelson(.5, .95);
        SelectionState all = procedure.Select(new SystemSamples([noise, other], Sampling.CommonRandomNumbers), 10);
        SelectionState enough = procedure.Select(
            new SystemSamples([noise[..all.Replications], other[..all.Replications]], Sampling.CommonRandomNumbers),
            10
        );
        Assert.That(all.Replications, Is.InRange(11, 59));
        Assert.That((enough.Selected, enough.Replications), Is.EqualTo((all.Selected, all.Replications)));
    }
}
