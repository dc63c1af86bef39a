using SimInterdiction.Scenarios.Completion;
using SimInterdiction.Tests.Architecture;

namespace SimInterdiction.Tests.Scenarios.Completion;

public sealed class ScenarioCompletionTests
{
    private const char Cursor = '│';

    // The names that the cases are completed with; a bracket that is never closed follows some of them.
    private const string Before = """
        places:
          depot: { at: [29.42, -98.49] }
          bridge:
            at: [27.50, -99.51]
            kind: port
        corridors: { generate: { paths: 2 }, road: { path: [depot, bridge] } }
        organizations: { north: {} }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% }, unit: { works: leads } }
        task_forces: { border: { home: bridge, teams: { team: 2 } } }
        checkpoints:
          bridge: {}   # a port
          gate: { place: depot }
        deployments:
          today: { post: { bridge: { task_force: border, team: team } } }

        """;

    // Keys, in block style.
    [TestCase("│", "title,length,experiment", "places,deployments")]
    [TestCase("len│", "length,title", "places")]
    [TestCase("title: x\n│", "length", "title")]
    [TestCase("experiment:\n  │", "replications,seed,compare_with", "title")]
    [TestCase("experiment:\n  seed: 3\n  │", "replications", "seed,title")]
    [TestCase("experiment:\n  rep│\n  seed: 3", "replications", "seed")]
    [TestCase("experiment:\n  seed: 3\n│", "length,travel", "experiment,replications")]
    [TestCase("flows:\n  guns:\n    │", "rate,from,routes,load", "guns")]
    [TestCase("flows:\n  guns:\n    routes:\n      │", "to,road", "generate,rate")]
    [TestCase("flows:\n  │", "from", "rate")]
    [TestCase("task_forces:\n  other:\n    home: depot\n    te│", "teams,reach", "home")]
    [TestCase("task_forces:\n  other:\n    teams:\n      │", "team,unit", "border")]
    [TestCase("team_types:\n  other:\n    │", "officers,based_on,remove", "places")]
    [TestCase("deployments:\n  nights:\n    │", "based_on,post,programmes", "today")]
    [TestCase("deployments:\n  nights:\n    post:\n      │", "bridge,gate", "today,team")]
    [TestCase("deployments:\n  nights:\n    post:\n      gate:\n        │", "task_force,team,hours,at", "post")]
    [TestCase("require:\n  - │", "deployment,measure,at_least", "experiment")]
    [TestCase("require:\n- deployment: today\n  │", "measure,at_least", "deployment")]
    [TestCase("require:\n  - deployment: today\n    measure: seizure_rate\n  - mea│", "measure,deployment", "title")]
    [TestCase("what_if:\n  more:\n    │", "label,total_flow,travel", "based_on")]
    [TestCase("checkpoints:\n  │", "depot", "gate,bridge")]
    // Keys, in flow style.
    [TestCase("experiment: {│", "replications,seed", "title")]
    [TestCase("experiment: { seed: 3, │", "replications", "seed")]
    [TestCase("experiment: { seed: 3, re│ }", "replications", "seed")]
    [TestCase("flows: { guns: { ra│ } }", "rate,from", "guns")]
    [TestCase("flows: { guns: { routes: { │ } } }", "road,to", "generate")]
    [TestCase("task_forces: { other: { teams: { │ } } }", "team,unit", "border")]
    [TestCase("deployments: { nights: { post: { │ } } }", "bridge,gate", "today")]
    [TestCase("deployments: { nights: { post: { gate: { hours: 06:00-18:00, t│ } } } }", "team,task_force", "hours")]
    [TestCase("deployments: { nights: { post: { gate: { at: { rotate: { │", "bridge,gate", "team")]
    [TestCase("team_types:\n  other: { stops: { │ } }", "uncertain", "varies")]
    [TestCase("team_types:\n  other: { search: { │ } }", "uncertain,varies,lognormal,exponential", "stops")]
    [TestCase("flows: { guns: { load: { lognormal: { median: 3 } }, │ } }", "rate,profile", "load,median")]
    // Values.
    [TestCase("task_forces:\n  other:\n    home: │", "depot,bridge", "gate,today")]
    [TestCase("task_forces: { other: { home: de│ } }", "depot", "today")]
    [TestCase("deployments: { nights: { based_on: │ } }", "today", "nights")]
    [TestCase("deployments:\n  nights:\n    post:\n      gate:\n        task_force: │", "border", "team,gate")]
    [TestCase("deployments:\n  nights:\n    post:\n      gate: { team: te│, hours: 24 h }", "team,unit", "border")]
    [TestCase("deployments:\n  nights:\n    post:\n      gate:\n        at: │", "bridge,gate", "depot")]
    [TestCase("deployments:\n  nights:\n    post:\n      gate:\n        hours: │", "06:00-18:00,24 h", "team")]
    [TestCase("deployments: { nights: { post: { gate: { days: [mon, │] } } } }", "fri,sun", "team")]
    [TestCase("deployments:\n  nights:\n    post:\n      gate:\n        days:\n          - mon\n          - │", "fri,sun", "team")]
    [TestCase("deployments: { nights: { programmes: { tracing: │ } } }", "on,off", "team")]
    [TestCase("corridors: { other: { path: [depot, │] } }", "depot,bridge", "road")]
    [TestCase("corridors:\n  other:\n    path:\n      - depot\n      - br│", "bridge", "road")]
    [TestCase("flows: { guns: { from: │", "depot,bridge", "north")]
    [TestCase("flows:\n  guns:\n    organization: │", "north", "depot")]
    [TestCase("flows:\n  guns:\n    rate: 20│", "20 shipments per day,20 firearms per year", "20 h")]
    [TestCase("flows: { guns: { routes: { to: │ } } }", "ports,destinations", "road")]
    [TestCase("checkpoints: { other: { traffic: 400│ } }", "400 vehicles per hour", "400%")]
    [TestCase("length: 30│", "30 days,30 h,30 weeks", "30%")]
    [TestCase("length: 3│ days", "3 days,3 weeks", "3%")]
    [TestCase("experiment: { measure: │ }", "seizure_rate,firearms_seized", "today")]
    [TestCase("experiment:\n  compare_with: │", "today", "team")]
    [TestCase("team_types:\n  other:\n    works: │", "leads", "team")]
    [TestCase("team_types:\n  other: { finds: { uncertain: [4│", "4%", "4 h")]
    [TestCase("team_types: { other: { search: { varies: [1 min, 3│", "3 min,3 h", "3%")]
    [TestCase("places:\n  else:\n    kind: │", "port,crossing", "depot")]
    public void Offers_what_may_stand_at_the_cursor(string text, string offered, string notOffered)
    {
        string[] labels = [.. At(text).Options.Select(option => option.Label)];
        Assert.Multiple(() =>
        {
            Assert.That(labels, Is.SupersetOf(offered.Split(',')));
            Assert.That(labels.Intersect(notOffered.Split(',')), Is.Empty);
        });
    }

    [TestCase("title: x # a comment │")]
    [TestCase("# │")]
    [TestCase("title: \"a │\"")]
    [TestCase("title: |\n  some text\n  │")]
    [TestCase("title:│")]
    [TestCase("nothing_of_that_name:\n  │")]
    [TestCase("title: { a: │ }")]
    [TestCase("experiment: { seed: 3 } │")]
    [TestCase("length: 30 days\n  │")]
    public void Offers_nothing_where_no_key_or_value_is_due(string text) => Assert.That(At(text).Options, Is.Empty);

    [TestCase("experiment:\n  rep│", "rep", "replications: ")]
    [TestCase("experiment: { r│ep }", "rep", "replications: ")]
    [TestCase("task_forces: { other: { home: de│pot } }", "depot", "depot")]
    [TestCase("length: 30│", "30", "30 days")]
    [TestCase("length: 3│ days   # a comment", "3 days", "3 weeks")]
    [TestCase("experiment:\n  │", "", "seed: ")]
    public void Replaces_the_word_under_the_cursor(string text, string replaced, string by)
    {
        CompletionList found = At(text);
        string whole = Before + text.Replace($"{Cursor}", "", StringComparison.Ordinal);
        Assert.That(whole[found.Start..found.End], Is.EqualTo(replaced));
        Assert.That(found.Options.Select(option => option.Text), Does.Contain(by));
    }

    [Test]
    public void Says_what_a_key_means_and_how_it_is_written()
    {
        CompletionOption hours = At("deployments: { x: { post: { gate: { hou│ } } } }").Options.Single(option => option.Label == "hours");
        Assert.That(hours.Detail, Is.EqualTo("hours of the day"));
        Assert.That(
            hours.Info,
            Is.EqualTo(
                "When it is on duty: from-to (may pass midnight), or 24 h. Default: 24 h. Such as 06:00-18:00. "
                    + "What passes off duty is missed; longer hours cost more."
            )
        );
    }

    [Test]
    public void Names_of_tables_and_of_the_scenario_below_are_offered()
    {
        using var folder = new TemporaryFolder();
        folder.File("places.csv", "name,lat,lon\nfar,30,-100\n");
        folder.File("below.yaml", "task_forces: { old: { home: far } }\ndeployments: { once: {} }\n");
        const string Text = "based_on: below.yaml\nplaces: { from: places.csv, near: {} }\ntask_forces: { new: { home: ";
        Assert.That(Labels(Text), Is.EqualTo(new[] { "near", "far" }));
        Assert.That(Labels("based_on: below.yaml\nexperiment: { compare_with: "), Does.Contain("once"));

        IEnumerable<string> Labels(string text) =>
            ScenarioCompletion.At(text, text.Length, folder.Path).Options.Select(option => option.Label);
    }

    [Test]
    public void At_no_place_of_a_broken_text_does_it_fail()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "southbound.yaml"))[..6000].Replace("deployments", "{[");
        for (int cursor = 0; cursor <= text.Length; cursor += 7)
        {
            Assert.That(ScenarioCompletion.At(text, cursor).Start, Is.LessThanOrEqualTo(cursor));
        }

        Assert.That(() => ScenarioCompletion.At("a", 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static CompletionList At(string text)
    {
        string whole = Before + text;
        int cursor = whole.IndexOf(Cursor, StringComparison.Ordinal);
        return ScenarioCompletion.At(whole.Remove(cursor, 1), cursor);
    }
}
