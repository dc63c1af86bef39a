using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>What is said of an input rests on intervals of its ends, not on their estimates.</summary>
public sealed class AnsweredTests
{
    // On 39 degrees of freedom the interval is give or take 2.02 standard errors, and 3.3 where 18 ends hold together.
    [TestCase(5, .5, 2.1, 8, 1, Answered.Stays)]
    [TestCase(-5, 1, -5, -8, 1, Answered.Stays)]
    [TestCase(5, 1, 1, 8, 1, Answered.MayFlip, TestName = "An end whose interval reaches over 0 may flip it")]
    [TestCase(5, 1, -2.5, 8, 1, Answered.MayFlip, TestName = "An end on the other side by itself may be so for having looked at many")]
    [TestCase(5, 1, -6, 8, 1, Answered.Flips)]
    [TestCase(-5, 1, -6, 8, 1, Answered.Flips)]
    [TestCase(.5, 1, 3, 2, 1, Answered.NotDecided, TestName = "What is not decided at best guess does not flip")]
    [TestCase(.5, 1, 6, -6, 1, Answered.Flips, TestName = "Ends on different sides decide it whatever the best guess is")]
    [TestCase(0, 0, 0, 0, 0, Answered.NotDecided, TestName = "Nothing that varies and no difference decide nothing")]
    [TestCase(5, 0, 4, 6, 0, Answered.Stays, TestName = "What never varies is sure")]
    [TestCase(5, 0, 0, 6, 0, Answered.MayFlip, TestName = "A difference that vanishes at an end does not stay")]
    public void An_answer_is_judged_by_intervals(double best, double bestError, double low, double high, double error, Answered expected) =>
        Assert.That(
            OneAtATime.Answer(Bar(At(low, error), At(high, error)), At(best, bestError), inputs: 9, smallestThatMatters: 0),
            Is.EqualTo(expected)
        );

    // 2 matters. At best guess the difference surely doesn't: the answer is that, on whichever side of 0 it is.
    [TestCase(.6, 0, 1.5, .1, Answered.Stays)]
    [TestCase(.6, -.6, .6, .1, Answered.Stays, TestName = "A sign that turns is no other answer where nothing matters")]
    [TestCase(.6, 0, 1.9, .1, Answered.MayFlip)]
    [TestCase(.6, 0, 2.25, .1, Answered.MayFlip, TestName = "An end that matters by itself may be so for having looked at many")]
    [TestCase(.6, 0, 2.5, .1, Answered.Flips)]
    [TestCase(.6, -2.5, 0, .1, Answered.Flips)]
    [TestCase(5, 5, 0, .1, Answered.Shrinks, TestName = "What matters at best guess and surely doesn't at an end shrinks")]
    [TestCase(5, 5, 1, .1, Answered.Shrinks)]
    [TestCase(5, 5, 1.75, .1, Answered.Shrinks, TestName = "An end that by itself doesn't matter is told as that")]
    [TestCase(5, 5, -.1, .5, Answered.Shrinks, TestName = "What is too small to matter does not flip by its sign")]
    [TestCase(5, 1, -3, .1, Answered.Flips)]
    [TestCase(5, 5, 2, .1, Answered.Stays, TestName = "An end that is surely better, perhaps by less, keeps its side")]
    [TestCase(2, 5, 0, 1, Answered.NotDecided)]
    public void An_end_is_judged_by_the_verdict_of_a_run(double best, double low, double high, double error, Answered expected) =>
        Assert.That(
            OneAtATime.Answer(Bar(At(low, error), At(high, error)), At(best, error), inputs: 9, smallestThatMatters: 2),
            Is.EqualTo(expected)
        );

    [Test]
    public void What_is_undefined_at_an_end_is_not_decided() =>
        Assert.That(
            OneAtATime.Answer(Bar(At(5, 1), new PointEstimate(double.NaN, double.NaN, 0)), At(5, 1), 1, 0),
            Is.EqualTo(Answered.NotDecided)
        );

    [Test]
    public void Two_replications_decide_little() =>
        // t(1, .975) = 12.7.
        Assert.That(OneAtATime.Answer(Bar(At(5, .5, 1), At(5, .5, 1)), At(5, .5, 1), 1, 0), Is.EqualTo(Answered.NotDecided));

    [Test]
    public void A_place_where_the_estimate_is_0_keeps_an_answer_from_staying() =>
        Assert.That(
            OneAtATime.Answer(Bar(At(5, 1), At(5, 1)) with { Flip = new Root(.5, null, null, 5) }, At(5, 1), 1, 0),
            Is.EqualTo(Answered.MayFlip)
        );

    // The difference is (finds - 40 %) / 2: 0 at 40 %, and of 6 points at 52 %.
    [TestCase("[40%, 52%, 60%]", Answered.Shrinks)]
    [TestCase("[48%, 52%, 60%]", Answered.Stays)]
    [TestCase("[20%, 52%, 60%]", Answered.Flips)]
    public void Of_a_difference_that_theory_knows_the_right_thing_is_said(string range, Answered expected)
    {
        string yaml = UncertainWorlds
            .Linear.Replace("[20%, 50%, 60%]", range, StringComparison.Ordinal)
            .Replace("finds: { uncertain: [10%, 20%, 90%] }", "finds: 20%", StringComparison.Ordinal);
        Assert.That(
            UncertainWorlds.Run(yaml, UncertainWorlds.Options(SensitivityMethod.Tornado, "with_doubtful")).Tornado!.Single().Answer,
            Is.EqualTo(expected)
        );
    }

    [Test]
    public void A_map_counts_what_is_sure_for_all_settings_at_once()
    {
        DifferenceMap map = UncertainWorlds
            .Run(
                UncertainWorlds.Linear.Replace("[20%, 50%, 60%]", "[40%, 40%, 40%]", StringComparison.Ordinal),
                UncertainWorlds.Options(SensitivityMethod.Map, "with_doubtful", 20)
            )
            .Map!;
        Assert.That((map.SurelyAbove, map.SurelyBelow), Is.EqualTo((0, 0)), "equal teams");
        DifferenceMap linear = UncertainWorlds
            .Run(UncertainWorlds.Linear, UncertainWorlds.Options(SensitivityMethod.Map, "with_doubtful"))
            .Map!;

        // Seven values of finds, 20 % to 60 %: three below 40 %, one at it, three above.
        Assert.That((linear.SurelyAbove, linear.SurelyBelow), Is.EqualTo((21, 21)));
    }

    private static PointEstimate At(double value, double error, double freedom = 39) => new(value, error, freedom);

    private static TornadoBar Bar(PointEstimate low, PointEstimate high) =>
        new(new UncertainRange("input", .5, 0, 1), low, high, new PointEstimate(high.Value - low.Value, 1, 39), Flip: null);
}
