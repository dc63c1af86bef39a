using System.Text.Json;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>Runs on disk, compared.</summary>
public sealed class CompareTests
{
    private StoredPlan plan = null!;

    [SetUp]
    public void MakePlan() => plan = new StoredPlan();

    [TearDown]
    public void RemovePlan() => plan.Dispose();

    [Test]
    public void Runs_of_unlike_length_are_compared_over_the_replications_that_all_have()
    {
        plan.Run();
        plan.Run("--set", "team_types.team.finds=60%", "--replications", "50");
        string[] runs = plan.Runs;
        Assert.That(
            string.Join(' ', Simint.Call("compare", runs[1], runs[0]).Output.Split('\n').Select(l => l.Trim())),
            Does.Contain("Replications are paired by number, and those count that all runs have: the first 20 replications.")
        );
        using JsonDocument json = JsonDocument.Parse(Simint.Call("compare", runs[1], runs[0], "--json").Output);
        JsonElement team = json
            .RootElement.GetProperty("deployments")
            .EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == "one_team");
        double[] means = [.. team.GetProperty("estimates").EnumerateArray().Select(e => e.GetProperty("mean").GetDouble())];
        Assert.That(team.GetProperty("replications").GetInt32(), Is.EqualTo(20));
        Assert.That(
            team.GetProperty("differences")[0].GetProperty("difference").GetDouble(),
            Is.EqualTo(means[1] - means[0]).Within(1e-12)
        );
        plan.Run("--set", "team_types.team.finds=60%");
        Assert.That(Simint.Call("compare", plan.Runs[2], runs[0]).Output, Does.Not.Contain("those count that all runs have"));
        Assert.That(
            string.Join(' ', Simint.Call("compare", plan.Runs[2], runs[1]).Output),
            Does.Contain("Seizure rate, the same in all runs: nobody, one_team.")
        );
        Assert.That(
            string.Join(' ', Simint.Call("compare", plan.Runs[2], runs[1]).Output.Split('\n')),
            Does.Not.Contain("deployment  run").And.Not.Contain("Intervals").And.Not.Contain("a difference is what")
        );
    }

    [Test]
    public void Rows_of_unlike_many_replications_each_say_on_how_many_they_rest()
    {
        plan.Run("--replications", "30");
        plan.Run("--only", "nobody");
        string words = Compared();
        Assert.Multiple(() =>
        {
            Assert.That(words, Does.Match(@"one_team +A .* over 30 +B +not there"));
            Assert.That(words, Does.Contain("The same in all runs: nobody (over 20).").And.Contain("\"over\" says how many"));
            Assert.That(words, Does.Not.Contain("the first 20 replications").And.Not.Contain("settings alone"));
            Assert.That(words, Does.Contain("Intervals: 95%. All runs drew the same random numbers."));
            Assert.That(Compared("--md"), Does.Match(@"\| one\\_team \(over 30\) \|"));
        });
        string[] csv = Simint.Call("compare", plan.Runs[0], plan.Runs[1], "--csv").Output.Trim('\uFEFF', '\n').Split('\n');
        int column = Array.IndexOf(csv[0].Split(','), "replications");
        Assert.That(
            csv.Skip(1).Select(line => $"{line.Split(',')[0]} {line.Split(',')[column]}"),
            Is.EqualTo(new[] { "nobody 20", "nobody 20", "one_team 30", "one_team " })
        );
    }

    [Test]
    public void Of_runs_with_no_deployment_in_common_no_difference_is_explained()
    {
        plan.Run("--replications", "30");
        File.WriteAllText(
            plan.File,
            StoredPlan.Good.Replace("nobody:", "none:", StringComparison.Ordinal).Replace("one_team:", "two:", StringComparison.Ordinal)
        );
        plan.Run();
        string words = Compared();
        Assert.Multiple(() =>
        {
            Assert.That(words, Does.Contain("No other run has a deployment of A, so there is no difference to take."));
            Assert.That(words, Does.Match(@"nobody +A .* over 30 ").And.Match(@"none +A .* over 20 "));
            Assert.That(words, Does.Not.Contain("paired by number").And.Not.Contain("settings alone").And.Not.Contain("all differences"));
        });
    }

    [Test]
    public void What_a_longer_window_alone_makes_is_not_said_to_come_from_settings()
    {
        plan.Run();
        plan.Run("--set", "length=60 days");
        string counts = Compared("--measure", "firearms_seized");
        Assert.That(
            counts,
            Does.Contain("; totals differ for that reason alone.")
                .And.Match(@"The windows differ: \d+ days and 60 days")
                .And.Not.Contain("settings make")
        );
        Assert.That(
            Compared("--measure", "seizure_rate"),
            Does.Contain("The windows differ: ").And.Not.Contain("adds up").And.Not.Contain("settings make")
        );
    }

    [Test]
    public void A_difference_that_chance_may_make_is_not_laid_to_settings()
    {
        plan.Run();
        plan.Run("--set", "team_types.team.finds=50.01%");
        Assert.That(
            Compared(),
            Does.Contain("the rest is the changed settings and chance.").Or.Contain("the same in all runs: nobody, one_team")
        );
        plan.Run("--set", "team_types.team.finds=90%");
        Assert.That(
            string.Join(' ', Simint.Call("compare", plan.Runs[0], plan.Runs[2]).Output.Split('\n')),
            Does.Contain("so differences come from the changed settings alone.")
        );
    }

    private string Compared(params string[] more) =>
        string.Join(' ', Simint.Call(["compare", plan.Runs[0], plan.Runs[1], .. more]).Output.Split('\n').Select(l => l.Trim()));

    [Test]
    public void Runs_are_compared_by_what_differs()
    {
        plan.Run();
        plan.Run("--set", "team_types.team.finds=60%");
        string[] runs = plan.Runs;
        SimintCall plain = Simint.Call("compare", runs[0], runs[1]);
        Assert.That(plain.Code, Is.EqualTo(ExitCode.Ok), plain.Error);
        Assert.That(
            plain.Output,
            Does.Contain("team_types.team.finds")
                .And.Contain("50% | 60%")
                .And.Contain("The same in all runs: nobody.")
                .And.Contain("same random numbers")
        );
        Assert.That(plain.Output.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(80));
        using JsonDocument json = JsonDocument.Parse(
            Simint.Call("compare", runs[0], runs[1], "--json", "--measure", "firearms_seized").Output
        );
        JsonElement team = json
            .RootElement.GetProperty("deployments")
            .EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == "one_team");
        double difference = team.GetProperty("differences")[0].GetProperty("difference").GetDouble();
        double[] means = [.. team.GetProperty("estimates").EnumerateArray().Select(e => e.GetProperty("mean").GetDouble())];
        Assert.That(difference, Is.EqualTo(means[1] - means[0]).Within(1e-9));
        Assert.That(
            Simint.Call("compare", runs[0], runs[1], "--csv").Output.Split('\n')[0],
            Does.StartWith("\uFEFFdeployment,run,measure,mean")
        );
        string markdown = Simint.Call("compare", runs[0], runs[1], "--md").Output;
        Assert.That(markdown, Does.Contain("| Seizure rate | A | B | B less A |\n| --- | ---: | ---: | ---: |\n| one\\_team | 15% ("));
        Assert.That(markdown, Does.StartWith("SYNTHETIC DATA").And.Contain("| Setting that differs | A | B |"));
        Assert.That(markdown, Does.Match(@"\| A \| \S+ \| \S+ \| \d+ \| \d+ \| One Team"), "which runs, and what each answers");
    }

    [Test]
    public void Compared_runs_say_their_answer_and_verdicts_and_what_may_be_chance()
    {
        plan.Run("--name", "first");
        plan.Run("--seed", "8", "--replications", "30");
        SimintCall call = Simint.Call("compare", plan.Runs[0], plan.Runs[1]);
        string words = string.Join(' ', call.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Multiple(() =>
        {
            Assert.That(
                words,
                Does.Contain($"{Path.GetFileName(plan.Runs[0])} (first) plan.yaml, 20 replications, seed 3 One Team: seizure rate")
            );
            Assert.That(words, Does.Match(@" one_team A 15% \([^)]*\) \+\+ B 15% \([^)]*\) \+\+ 0 points \([^)]*\) ~ "));
            Assert.That(words, Does.Contain("~ The difference may be chance alone. Replications are paired by number, and those count"));
            Assert.That(call.Output.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(80));
        });
    }

    [Test]
    public void What_two_commands_say_differently_of_one_file_is_among_the_settings_that_differ()
    {
        plan.Run();
        plan.Run("--adaptive", "off", "--only", "one_team");
        string[] settings =
        [
            .. Simint
                .Call("compare", plan.Runs[0], plan.Runs[1])
                .Output.Split('\n')
                .SkipWhile(l => !l.StartsWith("Settings", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(l => l.Length > 0)
                .Select(l => l.Trim()),
        ];
        Assert.That(settings, Is.EqualTo(new[] { "--adaptive", "on | off", "--only", "all | one_team" }));
    }
}
