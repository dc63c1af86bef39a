using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Tests.Experiments.Sensitivity;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>No sentence about uncertainty claims more than its intervals do.</summary>
public sealed class SensitivityWordsTests
{
    private static readonly SensitivityView Sample = SampleSensitivity.All["tornado that turns"];

    [Test]
    public void An_end_that_reaches_over_0_may_flip_the_answer_and_never_leaves_it_standing()
    {
        SensitivityAnswer answer = SensitivityAnswer.Of(
            With(new SimulatedValue(.001, .0008, .0012), Swing(0, new(.003, .002, .004), new(.0003, -.0001, .0006), Answered.MayFlip))
        );
        Assert.That(
            answer.Headline,
            Is.EqualTo("The answer may flip with Trafficking Unit's gain from a further team at 100%: not decided")
        );
        Assert.That(
            answer.Sentences,
            Has.Some.EqualTo(
                "It may flip with Trafficking Unit's gain from a further team at 100%: the difference there is +0.03 (−0.01 to +0.06)."
            )
        );
        Assert.That(string.Join(' ', answer.Sentences), Does.Not.Contain("stays").And.Not.Contain("No single"));
    }

    // Its own interval misses 0; with all ends looked at that may be chance.
    [Test]
    public void An_end_surely_on_the_other_side_by_itself_says_why_it_only_may_be() =>
        Assert.That(
            SensitivityAnswer
                .Of(
                    With(
                        new SimulatedValue(.001, .0008, .0012),
                        Swing(0, new(.003, .002, .004), new(-.002, -.003, -.001), Answered.MayFlip)
                    )
                )
                .Sentences,
            Has.Some.EndsWith("the difference there is −0.20 (−0.30 to −0.10), as one of 2 ends looked at may come out by chance.")
        );

    [Test]
    public void What_is_undecided_at_best_guess_is_said_to_neither_flip_nor_stay()
    {
        SensitivityAnswer answer = SensitivityAnswer.Of(
            With(new SimulatedValue(.01, -.04, .05), Swing(0, new(.01, -.04, .05), new(.01, -.04, .05), Answered.NotDecided))
        );
        Assert.That(answer.Headline, Does.EndWith("is not surely better or worse than Today even at best guess"));
        Assert.That(string.Join(' ', answer.Sentences), Does.Not.Contain("flips").And.Not.Contain("stays").And.Not.Contain("No single"));
    }

    [Test]
    public void Where_nothing_matters_at_best_guess_an_end_that_does_changes_the_answer()
    {
        // .0005 matters; more is better.
        SimulatedValue best = new(-.0001, -.0002, -.00005);
        SensitivityAnswer answer = SensitivityAnswer.Of(With(best, Swing(0, best, new(-.003, -.004, -.002), Answered.Flips)));
        Assert.That(
            answer.Headline,
            Is.EqualTo("The answer changes with Trafficking Unit's gain from a further team at 100%: clearly worse")
        );
        Assert.That(
            answer.Sentences,
            Has.Some.StartsWith("With Trafficking Unit's gain from a further team at 100% it is clearly worse: −0.3")
        );
        SensitivityAnswer stays = SensitivityAnswer.Of(With(best, Swing(0, best, new(.0001, -.0001, .0002), Answered.Stays)));
        Assert.That(
            stays.Headline,
            Is.EqualTo("The only uncertain input does not change the answer: no difference from Today that matters")
        );
        SensitivityAnswer may = SensitivityAnswer.Of(With(best, Swing(0, best, new(.0004, .0002, .0006), Answered.MayFlip)));
        Assert.That(
            may.Headline,
            Is.EqualTo("The answer may change with Trafficking Unit's gain from a further team at 100%: not decided")
        );
    }

    [Test]
    public void What_is_perhaps_too_little_to_matter_at_an_end_is_not_said_to_stay()
    {
        SimulatedValue best = new(.002, .0018, .0022);
        Assert.That(
            SensitivityAnswer.Of(With(best, Swing(0, best, new(.0006, .0004, .0008), Answered.Stays))).Headline,
            Is.EqualTo(
                "The only uncertain input does not flip the answer, but with Trafficking Unit's gain from a further team at 100% it may be "
                    + "too small to matter"
            )
        );
    }

    [TestCase(
        Answered.Shrinks,
        .0001,
        "at 100% it is too small to matter: +0.01 (−0.01 to +0.03); it gets so above 60% (chance leaves 50% to 70% open)."
    )]
    [TestCase(Answered.Flips, -.002, "above 80%; it gets too small to matter above 60% (chance leaves 50% to 70% open).")]
    [TestCase(Answered.MayFlip, .0003, "it would get too small to matter above 60% (chance leaves 50% to 70% open).")]
    public void Where_it_gets_too_small_to_matter_is_said(Answered answer, double high, string ends)
    {
        SimulatedValue best = new(.002, .0018, .0022);
        InputSwing swing = Swing(0, best, new(high, high - .0002, high + .0002), answer) with
        {
            TurnsAt = answer == Answered.Flips ? new(.8, .8, .8) : null,
            MattersAt = new(.6, .5, .7),
        };
        Assert.That(SensitivityAnswer.Of(With(best, swing)).Sentences, Has.Some.EndsWith(ends));
        Assert.That(SensitivityCsv.Tornado(With(best, swing), [swing]), Does.Contain(",matters,0.6,60%,matters_at,0.6,0.5,0.7"));
    }

    [Test]
    public void A_tornado_says_that_it_knows_of_no_third_deployment() =>
        Assert.That(
            SensitivityAnswer.Of(Sample).Sentences[^1],
            Does.EndWith("against Today only: whether a third deployment is then best, the method 'verdicts' tells.")
        );

    [Test]
    public void Verdicts_say_where_another_deployment_is_better_than_the_chosen_one()
    {
        SensitivityView view = SampleSensitivity.Verdicts();
        Assert.That(
            VerdictsAnswer.AgainstOthers(view, "nights_at_laredo"),
            Is.EqualTo(
                "In 1 of 3 settings tried another deployment for no more officer-hours is better than Nights at Laredo: most with "
                    + "Trafficking Unit's chance to find at 30%, by 0.05 points (0.03 to 0.07)."
            )
        );
        Assert.That(
            VerdictsAnswer.AgainstOthers(view, "port_hours_doubled"),
            Is.EqualTo("No other deployment for no more officer-hours is surely better than Port Hours Doubled in any of 3 settings tried.")
        );
        DeploymentVerdicts[] deployments = [.. view.Result.Verdicts!.Deployments];
        deployments[2] = deployments[2] with { At = [.. deployments[2].At.Select(at => at with { Regret = new(.0001, 0, .0004) })] };
        Assert.That(
            VerdictsAnswer.AgainstOthers(
                View(view.Result with { Verdicts = view.Result.Verdicts with { Deployments = deployments } }),
                "port_hours_doubled"
            ),
            Does.EndWith("in any of 3 settings tried; in 3 one may be.")
        );
        Assert.That(VerdictsAnswer.AgainstOthers(View(view.Result with { Replications = 9 }), "today"), Is.Null);
    }

    [Test]
    public void What_moves_it_most_is_said_by_intervals()
    {
        SimulatedValue best = new(.01, .009, .011);
        InputSwing sure = Swing(0, new(.02, .019, .021), new(.01, .009, .011), Answered.Stays) with { Swing = new(-.01, -.012, -.008) };
        InputSwing hazy = Swing(1, new(.01, .009, .011), new(.03, .009, .05), Answered.Stays) with { Swing = new(.02, -.001, .04) };
        Assert.That(
            SensitivityAnswer.Of(With(best, hazy, sure)).Sentences[1],
            Does.StartWith(
                "What swings it widest, Trafficking Unit's chance to find, may be chance. Of what surely moves it, the most "
                    + "(1 other may as much): Trafficking Unit's gain from a further team"
            )
        );
        InputSwing close = sure with { Path = hazy.Path, Swing = new(.009, .007, .011) };
        Assert.That(
            SensitivityAnswer.Of(With(best, sure, close)).Sentences[1],
            Does.StartWith("What comes out as moving it most (1 other may as much): Trafficking Unit's gain from a further team")
        );
        Assert.That(
            SensitivityAnswer.Of(With(best, sure)).Sentences[1],
            Does.StartWith("What moves it most: Trafficking Unit's gain from a further team")
        );
        Assert.That(
            SensitivityAnswer.Of(With(best, hazy)).Sentences[1],
            Is.EqualTo("No input clearly moves it: all of this may be chance.")
        );
    }

    [Test]
    public void An_answer_that_turns_at_the_end_of_a_range_is_not_said_to_turn_beyond_it()
    {
        SimulatedValue best = new(.001, .0008, .0012);
        InputSwing low = Swing(0, new(.0001, -.0003, .0005), new(.003, .002, .004), Answered.MayFlip) with { TurnsAt = new(0, null, 0) };
        Assert.That(
            SensitivityAnswer.Of(With(best, low)).Headline,
            Is.EqualTo("The answer may flip with Trafficking Unit's gain from a further team at 0%, the lowest: not decided")
        );
        Assert.That(
            SensitivityAnswer.Of(With(best, low with { TurnsAt = new(.25, null, .4) })).Headline,
            Does.Contain("further team below 25%: not decided")
        );
    }

    [Test]
    public void Both_ends_that_may_flip_the_answer_are_named()
    {
        SimulatedValue best = new(.001, .0008, .0012);
        SensitivityAnswer answer = SensitivityAnswer.Of(
            With(best, Swing(0, new(.0001, -.0003, .0005), new(.002, -.001, .005), Answered.MayFlip))
        );
        Assert.That(
            answer.Headline,
            Is.EqualTo("The answer may flip with Trafficking Unit's gain from a further team at 0% or 100%: not decided")
        );
        Assert.That(
            answer.Sentences,
            Has.Some.EqualTo(
                "It may flip with Trafficking Unit's gain from a further team at 0% or 100%: the difference there is "
                    + "+0.01 (−0.03 to +0.05) "
                    + "and +0.2 (−0.1 to +0.5)."
            )
        );
    }

    // 49 settings, of which chance leaves 1 open.
    [TestCase(0, "in 48 of 49 settings of {0}, and not decided in the others; each for itself, none if all are to hold at once")]
    [TestCase(7, "in 48 of 49 settings of {0}, and not decided in the others; each for itself, 7 if all are to hold at once")]
    [TestCase(48, "in 48 of 49 settings of {0}, and not decided in the others")]
    public void A_map_counts_the_settings_that_it_leaves_unhatched(int together, string told)
    {
        SensitivityView view = SampleSensitivity.All["map to one side"];
        DifferenceMap map = view.Result.Map!;
        SimulatedValue[][] differences = [.. map.Differences.Select(row => row.ToArray())];
        differences[0][0] = new(.0001, -.1, .1);
        string said = MapAnswer.Of(
            View(view.Result with { Map = map with { Differences = differences, SurelyAbove = together, SurelyBelow = 0 } })
        );
        string both = "Trafficking Unit's gain from a further team and the total flow";
        Assert.That(said, Is.EqualTo($"nights_at_laredo is better than Today {told.Replace("{0}", both, StringComparison.Ordinal)}"));
    }

    // All from +0.01 to +0.03 points, in one of 49 from -0.01 on.
    [TestCase(.0005, "No difference that matters between nights_at_laredo and Today in any of 49 settings of {0}")]
    [TestCase(.00025, "nights_at_laredo is better than Today in 48 of 49 settings of {0}, and not different enough to matter in the other")]
    [TestCase(.00015, "nights_at_laredo is better than Today in 48 of 49 settings of {0}, and not decided in the others")]
    public void A_map_knows_what_is_too_small_to_matter(double matters, string told)
    {
        SensitivityView view = SampleSensitivity.All["map to one side"];
        DifferenceMap map = view.Result.Map!;
        SimulatedValue[][] differences =
        [
            .. map.Differences.Select(row => row.Select(_ => new SimulatedValue(.0002, .0001, .0003)).ToArray()),
        ];
        differences[0][0] = new(.0001, -.0001, .0002);
        SensitivityResult result = view.Result with
        {
            Map = map with { Differences = differences, SurelyAbove = 48, SurelyBelow = 0 },
            SmallestDifferenceThatMatters = matters,
        };
        string both = "Trafficking Unit's gain from a further team and the total flow";
        Assert.That(MapAnswer.Of(View(result)), Is.EqualTo(told.Replace("{0}", both, StringComparison.Ordinal)));
    }

    [Test]
    public void A_ranking_of_inputs_says_how_many_may_be_first()
    {
        string[] paths = [.. Sample.Result.Inputs.Take(2).Select(i => i.Path)];
        Assert.That(
            Said(new(.03, .02, .04), new(.02, .01, .03)),
            Does.Contain("What moves it most: Trafficking Unit's gain from a further team comes out first; 1 other may as much.")
        );
        Assert.That(
            Said(new(.03, .025, .035), new(.01, .005, .02)),
            Does.Contain("What moves it most: Trafficking Unit's gain from a further team.")
        );
        Assert.That(Said(new(.03, -.01, .07), new(.01, -.03, .04)), Does.Contain("Nothing clearly moves it."));

        string Said(SimulatedValue first, SimulatedValue second) =>
            Text(
                Sample.Result with
                {
                    Method = SensitivityMethod.Morris,
                    Tornado = null,
                    Morris = [new InputEffect(paths[0], first, first, .001, .001), new InputEffect(paths[1], second, second, .001, .001)],
                }
            );
    }

    [Test]
    public void A_verdict_that_is_never_reached_survives_nothing()
    {
        SensitivityView view = SampleSensitivity.Verdicts();
        VerdictTable table = view.Result.Verdicts!;
        DeploymentVerdicts open = table.Deployments[1] with
        {
            At = [.. table.Deployments[1].At.Select(at => at with { Verdict = Verdict.NotDecided })],
        };
        Assert.That(open.SurvivesEverywhere, Is.False);
        VerdictRow row = VerdictLines.Rows(
            View(view.Result with { Verdicts = table with { Deployments = [table.Deployments[0], open, table.Deployments[2]] } })
        )[1];
        Assert.That(row.Survives, Is.EqualTo("not decided in any of 3 settings"));
    }

    [TestCase("with_known")]
    [TestCase("nobody")]
    public void Doing_nothing_never_wins_by_costing_nothing(string baseline)
    {
        string yaml = UncertainWorlds.Linear.Replace("compare_with: with_known", $"compare_with: {baseline}", StringComparison.Ordinal);
        SensitivityResult result = UncertainWorlds.Run(yaml, UncertainWorlds.Options(SensitivityMethod.Verdicts, "with_doubtful", 10));
        var view = new SensitivityView(
            result,
            UncertainWorlds.Of(yaml) is var world ? world.At([.. world.Inputs.Select(i => i.BestGuess)]) : null!,
            SampleStudy.Provenance with
            {
                Uncertain = [],
            }
        );
        Assert.That(
            VerdictLines.Headline(view),
            Does.Contain("shortfall among the 2 with the same officer-hours: With").And.Not.Contain("Nobody")
        );
        Assert.That(VerdictLines.Rows(view).Single(r => r.Deployment == "Nobody").Regret, Is.EqualTo("no cheaper deployment"));
    }

    [Test]
    public void Where_no_two_cost_the_same_none_is_called_the_safest()
    {
        SensitivityView view = SampleSensitivity.Verdicts();
        VerdictTable table = view.Result.Verdicts!;
        VerdictTable alone = table with { Deployments = [.. table.Deployments.Select(d => d with { Alternatives = [] })] };
        Assert.That(VerdictLines.Headline(View(view.Result with { Verdicts = alone })), Does.Not.Contain("shortfall"));
    }

    [TestCase(9)]
    [TestCase(10)]
    public void Few_replications_name_no_smallest_shortfall(int replications)
    {
        SensitivityView view = View(SampleSensitivity.Verdicts().Result with { Replications = replications });
        Assert.That(
            (VerdictLines.Headline(view).Contains("too few to say which", StringComparison.Ordinal), VerdictLines.Rows(view)[0].Regret),
            Is.EqualTo(replications < 10 ? (true, "too few replications to tell (9)") : (false, "0.30 points (0.28 to 0.32)"))
        );
    }

    private static SensitivityView View(SensitivityResult result) => new(result, SampleStudy.Typical().Scenario, Sample.Provenance);

    private static string Text(SensitivityResult result) =>
        string.Join(' ', SensitivityTable.Lines(View(result)).Select(line => line.Trim()));

    private static SensitivityView With(SimulatedValue best, params InputSwing[] swings) =>
        View(Sample.Result with { BestGuess = best, Tornado = swings });

    private static InputSwing Swing(int input, SimulatedValue low, SimulatedValue high, Answered answer) =>
        new(
            Sample.Result.Inputs[input].Path,
            low,
            high,
            new SimulatedValue(high.Value - low.Value, high.Low - low.High, high.High - low.Low),
            null
        )
        {
            Answer = answer,
        };
}
