using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cli;

/// <summary>Questions about the answer as a planner meets them.</summary>
public sealed class WhatIfTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void A_table_says_which_verdicts_change_and_whether_the_winner_survives()
    {
        SimintCall call = Run("--what-if", "flows.guns.rate x 2", "--what-if", "team_types.team.stops=0%");
        string words = string.Join(' ', call.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Multiple(() =>
        {
            Assert.That(call.Code, Is.EqualTo(ExitCode.Ok), call.Error);
            Assert.That(call.Error, Does.Contain("What if 2 of 2: team_types.team.stops=0%."));
            Assert.That(words, Does.Contain("1. flows.guns.rate x 2: Both verdicts are as stated. Here too Two Teams is best."));
            Assert.That(words, Does.Contain("2. team_types.team.stops=0%: 2 of 2 verdicts change: "));
            Assert.That(call.Output.Split("  Data")[0].Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        });
        RunManifest manifest = RunManifest.Read(Directory.GetDirectories(Path.Combine(desk.Folder, "results", "plan")).Single())!;
        Assert.That(manifest.Command, Does.Contain("--what-if 'flows.guns.rate x 2' --what-if team_types.team.stops=0%"));
    }

    [Test]
    public void What_a_question_changes_is_not_told_as_changed_since_an_earlier_run()
    {
        Run();
        SimintCall call = Run("--what-if", "flows.guns.rate x 2");
        Assert.That(call.Error, Does.Contain("What if 1 of 1").And.Not.Contain("changed since"));
    }

    [Test]
    public void Without_adapting_a_question_about_learning_has_no_effect()
    {
        desk.Replace("routes: { road: 100% } }", "routes: { road: 100% }, organization: all }");
        desk.Append("organizations: { all: { route_choice: { memory: 30 days } } }");
        SimintCall call = Run("--adaptive", "off", "--what-if", "organizations.all.route_choice.memory x 2");
        Assert.That(call.Code, Is.EqualTo(ExitCode.Ok), call.Error);
        Assert.That(
            string.Join(' ', call.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            Does.Contain("memory x 2: It has no effect here: every number comes out as stated.").And.Not.Contain("verdicts are as stated")
        );
    }

    [TestCase("flows.guns.rate x 2", ExitCode.Ok, "")]
    [TestCase("flows.guns.rte x 2", ExitCode.ScenarioErrors, "--what-if:1:12: error S150: there is no 'rte' in 'flows.guns'")]
    public void A_question_can_be_checked_before_it_is_asked(string question, int code, string told)
    {
        SimintCall call = Simint.Call("check", desk.File, "--what-if", question);
        Assert.That(call.Code, Is.EqualTo(code));
        Assert.That(call.Error, Does.Contain(told));
    }

    [Test]
    public void Scripts_get_the_questions_too()
    {
        using JsonDocument json = JsonDocument.Parse(Run("--json", "--what-if", "team_types.team.stops=0%").Output);
        JsonElement question = json.RootElement.GetProperty("what_if")[0];
        Assert.Multiple(() =>
        {
            Assert.That(question.GetProperty("changes").GetProperty("team_types.team.stops").GetString(), Is.EqualTo("0%"));
            Assert.That(question.GetProperty("comparisons").GetArrayLength(), Is.EqualTo(2));
            Assert.That(question.GetProperty("verdict_survives").GetProperty("two_teams").GetString(), Is.EqualTo("no"));
            Assert.That(question.GetProperty("winner_survives").GetString(), Is.EqualTo("no"));
            Assert.That(question.GetProperty("no_effect").GetBoolean(), Is.False);
            Assert.That(question.GetProperty("averages").GetProperty("two_teams").GetProperty("mean").GetDouble(), Is.Zero);
        });
    }

    [Test]
    public void A_question_that_can_t_be_read_is_underlined_where_it_was_given()
    {
        SimintCall call = Run("--what-if", "flows.gunss.rate x 2");
        Assert.That(call.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        Assert.That(
            call.Error,
            Does.StartWith("--what-if:1:7: error S150: there is no 'gunss' in 'flows'").And.Contain("did you mean 'guns'?")
        );
    }

    [Test]
    public void Of_a_single_deployment_its_average_is_told_as_stated_and_under_the_question()
    {
        SimintCall call = Run("--only", "nobody", "--what-if", "flows.guns.rate x 2");
        string words = string.Join(' ', call.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.That(words, Does.Contain("What if: average seizure rate as stated 1 Nobody 0% 0%"), call.Error);
    }

    [Test]
    public void Where_the_best_is_chosen_it_is_told_whether_it_is_still_best()
    {
        SimintCall call = Run(
            "--choose-best",
            "--what-if",
            "flows.guns.rate x 2",
            "--what-if",
            "deployments.two_teams.post.bridge.count=1"
        );
        string words = string.Join(' ', call.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.That(words, Does.Contain("Chosen: Two Teams").And.Contain("Here too Two Teams is best."), call.Error);
        Assert.That(words, Does.Contain("Here too nothing is better than Two Teams: it ties with One Team."));
    }

    private SimintCall Run(params string[] options) =>
        Simint.Call(["run", desk.File, "--out", Path.Combine(desk.Folder, "results"), "--no-figures", "--jobs", "2", .. options]);
}
