using System.Reflection;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>Questions of a scenario: each is the scenario with a few values changed.</summary>
public sealed class WhatIfTests
{
    [Test]
    public void Each_question_changes_what_it_names_and_whatever_copies_it()
    {
        ScenarioReading reading = Files.ReadOverBase(
            """
            team_types: { half: { based_on: team, finds: 10% } }
            what_if:
              more_stops: { team_types.team.stops: x 2 }
              other_finds: { label: Finds are worse, team_types: { team: { finds: 5% } }, flows.houston.rate: 1 per week }
            """
        );
        Scenario stated = Files.Good(reading);
        Assert.That(reading.WhatIfs.Select(q => q.Name), Is.EqualTo(new[] { "more_stops", "other_finds" }));
        Scenario more = Files.Good(reading.WhatIfs[0].Reading);
        Scenario other = Files.Good(reading.WhatIfs[1].Reading);
        Assert.Multiple(() =>
        {
            Assert.That(stated.TeamTypes["team"].Stops, Is.EqualTo(0.05));
            Assert.That(more.TeamTypes["team"].Stops, Is.EqualTo(0.1));
            Assert.That(more.TeamTypes["half"].Stops, Is.EqualTo(0.1));
            Assert.That(more.TeamTypes["half"].Finds, Is.EqualTo(0.1));
            Assert.That(other.TeamTypes["team"].Finds, Is.EqualTo(0.05));
            Assert.That(other.Flows["houston"].Rate!.Value.PerHour, Is.EqualTo(1.0 / 168));
            Assert.That(other.WhatIf, Is.Empty, "a question asks nothing");
            Assert.That(
                stated.WhatIf["other_finds"].Changes.All.Select(c => $"{c.Path}: {c.Value}"),
                Is.EqualTo(new[] { "team_types.team.finds: 5%", "flows.houston.rate: 1 per week" })
            );
        });
    }

    [Test]
    public void A_setting_comes_before_the_questions()
    {
        ScenarioReading reading = Files.ReadOverBase("what_if: { more: { flows.houston.rate: x 2 } }", "flows.houston.rate=1 per day");
        Assert.That(Files.Good(reading.WhatIfs[0].Reading).Flows["houston"].Rate!.Value.PerHour, Is.EqualTo(2.0 / 24));
    }

    [TestCase("total_flows: x 2", "S150", "there is no 'total_flows' in the scenario", "total_flows")]
    [TestCase("flows.hosuton.rate: x 2", "S150", "there is no 'hosuton' in 'flows'", "hosuton")]
    [TestCase("what_if: { in: { length: x 2 } }", "S154", "in what_if 'odd': 'what_if' stays as it is", "what_if")]
    [TestCase("team_types.team.finds: 120%", "S112", "in what_if 'odd': ", "120%")]
    [TestCase("team_types.team.finds: x 20", "S112", "in what_if 'odd': ", "x 20")]
    [TestCase("team_types: { team: { fids: 20% } }", "S101", "in what_if 'odd': 'fids' is not a key of a team type", "fids")]
    public void What_a_question_gets_wrong_is_told_where_it_stands(string change, string code, string told, string at)
    {
        ScenarioReading reading = Files.ReadOverBase($"what_if: {{ odd: {{ {change} }} }}");
        Problem problem = reading.Problems.Single(p => p.IsError);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Scenario, Is.Null);
            Assert.That(problem.Code, Is.EqualTo(code));
            Assert.That(problem.Message, Does.Contain(told));
            Assert.That(problem.SourceLine![(problem.Column - 1)..], Does.StartWith(at));
        });
    }

    [TestCase("flows.houston.rate: x 2, flows: { houston: { ⟦rate⟧: x 3 } }", "flows.houston.rate")]
    [TestCase("flows: { houston: { rate: x 2 } }, ⟦flows.houston.rate⟧: x 3", "flows.houston.rate")]
    [TestCase("flows.houston.load.fixed: 2, ⟦flows.houston.load⟧: 3", "flows.houston.load", Description = "a part of it is lost")]
    [TestCase("flows.houston.load: 3, flows: { houston: { load: { ⟦fixed⟧: 2 } } }", "flows.houston.load")]
    [TestCase("flows.houston: { rate: x 2 }, flows: { houston: { label: Other } }", null)]
    public void The_same_value_twice_is_told_however_it_is_written(string changes, string? twice)
    {
        string text = $"what_if: {{ odd: {{ {changes} }} }}";
        Problem[] problems =
        [
            .. Files
                .ReadOverBase(text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal))
                .Problems.Where(p => p.Code == "S102"),
        ];
        Assert.That(
            problems.Select(p => (p.Message, p.Column)),
            Is.EqualTo(twice is null ? [] : new[] { ($"in what_if 'odd': '{twice}' is given twice", text.IndexOf('⟦') + 1) })
        );
    }

    [Test]
    public void A_question_that_changes_nothing_is_refused([Values("{}", "{ label: Nothing }")] string question)
    {
        Problem problem = Files.ReadOverBase($"what_if: {{ odd: {question} }}").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Message), Is.EqualTo(("S154", "'odd' changes nothing")));
    }

    [Test]
    public void A_question_without_the_baseline_is_refused_and_one_without_another_is_not()
    {
        const string More = "deployments: { night: {} }";
        Problem problem = Files
            .ReadOverBase($"{More}\nwhat_if: {{ odd: {{ deployments: {{ remove: [today] }} }} }}")
            .Problems.Single(p => p.IsError);
        Assert.That(
            (problem.Code, problem.Message),
            Is.EqualTo(("S154", "in what_if 'odd': 'today' is not there, with which the others are compared"))
        );
        Files.Good(Files.ReadOverBase($"{More}\nwhat_if: {{ odd: {{ deployments: {{ remove: [night] }} }} }}"));
    }

    [TestCase("deployments: { remove: [night], ⟦dawn⟧: { based_on: today } }")]
    [TestCase("deployments: { today: { label: Now }, ⟦dawn⟧: {} }, flows.houston.rate: x 2")]
    public void A_question_adds_no_deployment(string changes)
    {
        string line = $"what_if: {{ odd: {{ {changes} }} }}";
        Problem problem = Files
            .ReadOverBase("deployments: { night: {} }\n" + line.Replace("⟦", "").Replace("⟧", ""))
            .Problems.Single(p => p.IsError);
        Assert.Multiple(() =>
        {
            Assert.That(problem.Code, Is.EqualTo("S154"));
            Assert.That(problem.Message, Does.StartWith("in what_if 'odd': 'dawn' is not a deployment of the scenario"));
            Assert.That(problem.SourceLine![(problem.Column - 1)..], Does.StartWith("dawn"));
        });
    }

    [Test]
    public void A_question_beside_the_file_adds_no_deployment()
    {
        Problem problem = Ask("title: x", "deployments={dawn: {based_on: today}}").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Column), Is.EqualTo(("S154", Given.WhatIfs, 14)), problem.Message);
    }

    [Test]
    public void What_follows_from_a_question_is_told_with_it()
    {
        ScenarioReading reading = Files.ReadOverBase("what_if: { split: { flows.houston.routes: { gulf: 90% } } }");
        Problem problem = reading.Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Message), Is.EqualTo(("S140", problem.Message)));
        Assert.That(problem.Message, Does.StartWith("in what_if 'split': "));
    }

    [TestCase("flows.houston.rate x 2", "flows_houston_rate_x_2", 24)]
    [TestCase("flows.houston.rate=36 per week", "flows_houston_rate_36_per_week", 36)]
    [TestCase(" flows.houston.rate  x50% ", "flows_houston_rate_x50", 6)]
    public void A_question_may_be_asked_beside_the_file(string asked, string name, double perWeek)
    {
        ScenarioReading reading = Ask("title: x", asked, asked);
        Assert.That(reading.WhatIfs.Select(q => q.Name), Is.EqualTo(new[] { name, $"{name}_2" }));
        Assert.That(reading.WhatIfs[0].Question.Label, Is.EqualTo(asked.Trim()));
        Assert.That(Files.Good(reading.WhatIfs[1].Reading).Flows["houston"].Rate!.Value.PerHour, Is.EqualTo(perWeek / 168).Within(1e-12));
    }

    [TestCase("flows.houston.rate", "S154", 1)]
    [TestCase("flows.houston.rate is 2", "S154", 1)]
    [TestCase("flows.houston.rat x 2", "S150", 15)]
    [TestCase("team_types.team.load_effect x 2", "S155", 29)]
    public void What_is_asked_wrongly_is_told_where_it_was_given(string asked, string code, int column)
    {
        Problem problem = Ask("title: x", asked).Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo((code, Given.WhatIfs, 1, column)));
    }

    [TestCase("flows.houston.rate x -1", "S155", null)]
    [TestCase("flows.houston.rate x 0,5", "S155", "did you mean 'x 0.5'?")]
    [TestCase("start 2023-01-01", "S154", "did you mean 'start=2023-01-01'?")]
    [TestCase("flows.houston.rate x two", "S154", null, Description = "nor is what is suggested")]
    [TestCase("flows.houston.rate 2 miles", "S154", null)]
    [TestCase("experiment.replications 8", "S154", null)]
    [TestCase("flows.hosuton.rate 2 per day", "S154", null)]
    [TestCase("checkpoints.laredo.place nowhere", "S154", null)]
    [TestCase("checkpoints.laredo.place houston", "S154", "did you mean 'checkpoints.laredo.place=houston'?")]
    [TestCase("start x 2", "S155", null)]
    [TestCase("flows.houston.rate is 2 per day", "S154", "did you mean 'flows.houston.rate=2 per day'?")]
    [TestCase("flows.houston.rate x 1", "S154", null)]
    [TestCase("flows.houston.rate x 100%", "S154", null)]
    [TestCase("title x 2", "S154", null)]
    [TestCase("deployments.today.label=Now", "S154", null)]
    public void What_asks_nothing_says_why(string asked, string code, string? hint)
    {
        Problem problem = Ask("title: x", asked).Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Hint), Is.EqualTo((code, hint)), problem.Message);
    }

    [TestCase("{ title: x 2 }")]
    [TestCase("{ flows.houston.rate: x 1, team_types: { team: { stops: x 100% } } }")]
    public void A_question_of_a_file_that_changes_nothing_that_counts_is_refused(string question)
    {
        Problem problem = Files.ReadOverBase($"what_if: {{ odd: {question} }}").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Message), Is.EqualTo(("S154", "in what_if 'odd': this changes nothing that counts")));
    }

    private static IEnumerable<string> Settings =>
        typeof(ExperimentPlan)
            .GetProperties()
            .Select(p => p.GetCustomAttribute<KeyAttribute>()?.Name)
            .OfType<string>()
            .Where(key => key != "during_warm_up")
            .Select(key => $"experiment.{key}")
            .Concat(["require", "assumptions", "optimize.budget", "windows.first"]);

    [TestCaseSource(nameof(Settings))]
    public void What_only_the_answer_is_asked_by_is_refused_where_it_stands(string path)
    {
        Problem problem = Ask("title: x", $"{path}=99").Problems.First(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Column), Is.EqualTo(("S154", Given.WhatIfs, 1)), problem.Message);
        Assert.That(problem.Message, Does.EndWith(" stays as it is in every question"));
    }

    [TestCase("x 0", 0)]
    [TestCase("{ uncertain: [3 per week, 3 per week, 3 per week] }", 1)]
    public void Nothing_of_what_is_uncertain_is_not_told_as_certain(string value, int told) =>
        Assert.That(
            Files
                .ReadOverBase(
                    "flows: { houston: { rate: { uncertain: [8 per week, 12 per week, 20 per week] } } }\n"
                        + $"what_if: {{ none: {{ flows.houston.rate: {value} }} }}"
                )
                .Problems.Count(problem => problem.Code == "S508"),
            Is.EqualTo(told)
        );

    [Test]
    public void It_is_refused_beside_what_is_simulated_too()
    {
        Problem problem = Files
            .ReadOverBase("what_if: { odd: { flows.houston.rate: x 2, experiment: { replications: 99 } } }")
            .Problems.Single(p => p.IsError);
        Assert.That(
            (problem.Code, problem.Message),
            Is.EqualTo(("S154", "in what_if 'odd': 'experiment.replications' stays as it is in every question"))
        );
        Assert.That(problem.SourceLine![(problem.Column - 1)..], Does.StartWith("replications"));
    }

    [Test]
    public void What_is_in_force_before_the_window_may_be_asked() =>
        Assert.That(
            Files.ReadOverBase("what_if: { odd: { experiment.during_warm_up: today } }").Problems.Where(p => p.Code == "S154"),
            Is.Empty
        );

    private static ScenarioReading Ask(string fragment, params string[] asked) =>
        ScenarioReader.ReadText(Files.ReadOverBase(fragment).Resolved.ToYaml(), options: new ReadingOptions { WhatIfs = asked });
}
