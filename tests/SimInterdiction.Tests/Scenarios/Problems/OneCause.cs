using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Problems;

/// <summary>One mistake in a good file is reported once, where it stands, without its consequences.</summary>
public sealed class OneCause
{
    private const string Good = """
        title: Valley and coast
        start: 2025-01-01
        length: 60 days
        warm_up: 7 days
        windows:
          january: { from: 2025-01-01, to: 2025-01-31 }
        places:
          depot: { at: [29.42, -98.49] }
          valley: { at: [27.50, -99.51], kind: port }
          coast: { at: [25.90, -97.50], kind: port }
        roads:
          us59: { between: [depot, valley], length: 160 mi }
        corridors:
          inland: { path: [depot, valley] }
          gulf: { path: [depot, coast] }
        travel: { speed: 58 mph }
        organizations:
          north: { route_choice: { risk_aversion: 20, memory: 60 days, prior: { everywhere: 2%, valley: 5% } } }
        flows:
          guns:
            from: depot
            rate: 12 shipments per week
            organization: north
            load: { lognormal: { median: 3, sigma: 1 }, between: [1, 60] }
            routes: { inland: 60%, gulf: 40% }
            profile: { hours: { "20:00-04:00": 180% }, weekdays: { sat: 130% } }
            mix: { pistol: 60%, rifle: 40% }
        team_types:
          team: { officers: 4, stops: 4%, finds: 50%, search: { varies: [1 min, 3 min, 8 min] }, max_hours: 12 h per day }
          half: { based_on: team, officers: 2, stops: 3% }
        task_forces:
          border: { home: valley, teams: { team: 1, half: 1 }, reach: 200 mi }
        checkpoints:
          valley: { traffic: 900 per day }
          beach: { place: coast }
        tracing: { submitted: 90%, takes: 5 days }
        deployments:
          today:
            post:
              valley: { task_force: border, team: team, hours: 06:00-18:00 }
              beach: { task_force: border, team: half, hours: 06:00-18:00 }
          nights:
            based_on: today
            programmes: { tracing: on }
            post: { valley: { hours: 18:00-06:00 } }
        experiment:
          compare_with: today
          measure: seizure_rate
          replications: 40
        require:
          - { deployment: nights, measure: seizure_rate, at_least: 1% }
        assumptions:
          - { about: team_types.team.finds, source: guess }

        """;

    [Test]
    public void The_file_itself_has_no_problem() => Assert.That(Files.Read(Good).Problems.Select(ProblemText.Format), Is.Empty);

    // What is replaced, and by what, with the token that must be underlined.
    [TestCase("start: 2025-01-01", "start: ⟦03/01/2025⟧")]
    [TestCase("start: 2025-01-01", "strat: 2025-01-01", "strat")]
    [TestCase("length: 60 days", "length: ⟦2 months⟧")]
    [TestCase("length: 60 days", "length: ⟦60⟧")]
    [TestCase("length: 60 days", "⟦lenght⟧: 60 days")]
    [TestCase("warm_up: 7 days", "warm_up: ⟦a week⟧")]
    [TestCase("to: 2025-01-31", "to: ⟦31.1.2025⟧")]
    [TestCase("to: 2025-01-31", "to: ⟦2025-05-31⟧")]
    [TestCase("windows:", "⟦window⟧:")]
    [TestCase("places:", "⟦place⟧:")]
    [TestCase("depot: { at: [29.42, -98.49] }", "depot: { at: ⟦[29.42]⟧ }")]
    [TestCase("depot: { at: [29.42, -98.49] }", "depot: { at: [29.42, ⟦98.49W⟧] }")]
    [TestCase("depot: { at: [29.42, -98.49] }", "depot: { ⟦att⟧: [29.42, -98.49] }")]
    [TestCase("depot: { at: [29.42, -98.49] }", "depot: ⟦[29.42, -98.49]⟧")]
    [TestCase("depot: { at: [29.42, -98.49] }", "⟦depott⟧: { at: [29.42, -98.49] }")]
    [TestCase("depot: { at: [29.42, -98.49] }", "⟦De Pot⟧: { at: [29.42, -98.49] }")]
    [TestCase("depot: { at: [29.42, -98.49] }", "depot: { at: ⟦29.42N 98.49W⟧ }")]
    [TestCase("valley: { at: [27.50, -99.51], kind: port }", "valley: { at: [27.50, -99.51], kind: ⟦prot⟧ }")]
    [TestCase(
        "  depot: { at: [29.42, -98.49] }\n  valley: { at: [27.50, -99.51], kind: port }\n  coast: {",
        "⟦depot⟧: { at: [29.42, -98.49] }\nvalley: { at: [27.50, -99.51], kind: port }\ncoast: {"
    )]
    [TestCase("roads:", "⟦raods⟧:")]
    [TestCase("between: [depot, valley]", "between: [depot, ⟦vally⟧]")]
    [TestCase("between: [depot, valley]", "between: ⟦[depot]⟧")]
    [TestCase("length: 160 mi", "length: ⟦160 miels⟧")]
    [TestCase("corridors:", "⟦coridors⟧:")]
    [TestCase("inland: { path: [depot, valley] }", "inland: { path: ⟦depot, valley⟧ }")]
    [TestCase("inland: { path: [depot, valley] }", "inland: { path: [⟦depo⟧, valley] }")]
    [TestCase("inland: { path: [depot, valley] }", "inland: { ⟦pth⟧: [depot, valley] }")]
    [TestCase("inland: { path: [depot, valley] }", "⟦inlnd⟧: { path: [depot, valley] }", "inland: 60%")]
    [TestCase("speed: 58 mph", "speed: ⟦58⟧")]
    [TestCase("organizations:", "⟦organisations⟧:")]
    [TestCase("risk_aversion: 20", "⟦risk_averson⟧: 20")]
    [TestCase("memory: 60 days", "memory: ⟦2 moths⟧")]
    [TestCase("valley: 5%", "⟦valey⟧: 5%")]
    [TestCase("flows:", "⟦flow⟧:")]
    [TestCase("from: depot", "from: ⟦depto⟧")]
    [TestCase("rate: 12 shipments per week", "rate: ⟦12 shipments⟧")]
    [TestCase("rate: 12 shipments per week", "⟦rat⟧: 12 shipments per week")]
    [TestCase("rate: 12 shipments per week", "⟦amount⟧: 12 shipments per week")]
    [TestCase("organization: north", "organization: ⟦nroth⟧")]
    [TestCase("median: 3, sigma: 1", "median: 3, ⟦sigm⟧: 1")]
    [TestCase("inland: 60%", "inland: ⟦6O%⟧")]
    [TestCase("inland: 60%", "⟦inlandd⟧: 60%")]
    [TestCase("inland: 60%, gulf: 40%", "inland: 60%, gulf: 30%", "routes")]
    [TestCase("\"20:00-04:00\": 180%", "⟦\"8pm-4am\"⟧: 180%")]
    [TestCase("sat: 130%", "⟦saturdy⟧: 130%")]
    [TestCase("mix: { pistol: 60%", "mix: { pistol: ⟦60 %%⟧")]
    [TestCase("team_types:", "⟦team_type⟧:")]
    [TestCase("team_types:", "⟦teams⟧:")]
    [TestCase("weekdays: { sat: 130% }", "months: { jan: 0%, feb: 0%, mar: 0% }", "profile")]
    [TestCase("title: Valley and coast", "title: ⟦!⟧Plan")]
    [TestCase("between: [depot, valley]", "between: [⟦\"de\\0pot\"⟧, valley]")]
    [TestCase("home: valley", "home: ⟦\"\\e[31mvalley\"⟧")]
    [TestCase("half: { based_on: team", "half: { based_on: ⟦\"te\\u202Eam\"⟧")]
    [TestCase("speed: 58 mph", "speed: ⟦0.000001 mph⟧")]
    [TestCase("memory: 60 days", "memory: ⟦900 years⟧")]
    [TestCase("[1 min, 3 min, 8 min]", "[1 min, 3 min, ⟦5000000000 h⟧]")]
    [TestCase("takes: 5 days", "takes: ⟦101 years⟧")]
    [TestCase("team: { officers: 4,", "team: { officers: ⟦four men⟧,")]
    [TestCase("stops: 4%", "⟦stop⟧: 4%")]
    [TestCase("stops: 4%", "stops: ⟦4⟧")]
    [TestCase("finds: 50%", "finds: ⟦50 procent⟧")]
    [TestCase("finds: 50%", "⟦find⟧: 50%")]
    [TestCase("finds: 50%", "finds: ⟦1,5%⟧")]
    [TestCase("[1 min, 3 min, 8 min]", "[1 min, ⟦3⟧, 8 min]")]
    [TestCase("[1 min, 3 min, 8 min]", "⟦[1 min, 3 min]⟧")]
    [TestCase("max_hours: 12 h per day", "max_hours: ⟦12 hors⟧")]
    [TestCase("max_hours: 12 h per day", "max_hours: 8 h per day", "06:00-18:00", 3)]
    [TestCase("half: { based_on: team", "half: { based_on: ⟦tem⟧")]
    [TestCase("task_forces:", "⟦task_force⟧:")]
    [TestCase("home: valley", "home: ⟦valey⟧")]
    [TestCase("home: valley", "⟦base⟧: valley")]
    [TestCase("teams: { team: 1", "teams: { ⟦taem⟧: 1")]
    [TestCase("teams: { team: 1", "teams: { team: ⟦one team⟧")]
    [TestCase("reach: 200 mi", "reach: ⟦200 m⟧")]
    [TestCase("checkpoints:", "⟦checkpoint⟧:")]
    [TestCase("valley: { traffic: 900 per day }", "valley: { traffic: ⟦900 trucks per day⟧ }")]
    [TestCase("valley: { traffic: 900 per day }", "⟦valey⟧: { traffic: 900 per day }")]
    [TestCase("beach: { place: coast }", "beach: { place: ⟦cosat⟧ }")]
    [TestCase("tracing: { submitted: 90%", "tracing: { submitted: ⟦90⟧", null, 1)]
    [TestCase("deployments:", "⟦deployment⟧:")]
    [TestCase("task_force: border, team: team", "⟦taskforce⟧: border, team: team")]
    [TestCase("task_force: border, team: team", "task_force: ⟦boarder⟧, team: team")]
    [TestCase("team: team, hours: 06:00-18:00", "team: ⟦tema⟧, hours: 06:00-18:00")]
    [TestCase("team: team, hours: 06:00-18:00", "team: team, hours: ⟦6am-2pm⟧")]
    [TestCase("team: team, hours: 06:00-18:00", "team: team, ⟦hour⟧: 06:00-18:00")]
    [TestCase("      valley: { task_force", "      valey: { task_force", "valley: { hours")]
    [TestCase("based_on: today", "based_on: ⟦tody⟧")]
    [TestCase("programmes: { tracing: on }", "programmes: { tracing: ⟦onn⟧ }")]
    [TestCase("programmes: { tracing: on }", "programmes: { ⟦trace⟧: on }")]
    [TestCase("post: { valley: { hours: 18:00-06:00 } }", "post: { valley: { hours: ⟦18-6 h am⟧ } }")]
    [TestCase("compare_with: today", "compare_with: ⟦toda⟧")]
    [TestCase("measure: seizure_rate\n", "measure: ⟦seizure_rat⟧\n")]
    [TestCase("replications: 40", "replications: ⟦forty times⟧")]
    [TestCase("replications: 40", "⟦replication⟧: 40")]
    [TestCase("experiment:", "⟦experimnt⟧:")]
    [TestCase("at_least: 1%", "⟦at_leest⟧: 1%")]
    [TestCase("deployment: nights", "deployment: ⟦night⟧")]
    [TestCase("about: team_types.team.finds", "about: team_types.team.⟦find⟧")]
    public void A_mistake_is_told_once_and_where_it_stands(string good, string wrong, string? at = null, int count = 1)
    {
        string plain = wrong.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        int begin = Good.IndexOf(good, StringComparison.Ordinal);
        string text = Good[..begin] + plain + Good[(begin + good.Length)..];
        int token = at is null ? begin + wrong.IndexOf('⟦', StringComparison.Ordinal) : text.IndexOf(at, StringComparison.Ordinal);
        (int, int) place = (text[..token].Count(c => c == '\n') + 1, token - text.LastIndexOf('\n', Math.Max(0, token - 1)));
        IReadOnlyList<Problem> problems = Files.Read(text).Problems;
        string told = string.Join('\n', problems.Select(ProblemText.Format));
        Assert.That(problems, Has.Count.EqualTo(count), told);
        Assert.That((problems[0].Line, problems[0].Column), Is.EqualTo(place), told);
    }

    // Without an attraction no corridor is made that could pass the checkpoint.
    [Test]
    public void A_destination_that_draws_nobody_leaves_checkpoints_alone() =>
        Assert.That(
            Files
                .ReadOverBase(
                    """
                    places: { eagle_pass: { at: [28.709, -100.499], attraction: 0 } }
                    roads: { west: { between: [houston, eagle_pass] } }
                    corridors: { generate: { paths: 1 } }
                    flows: { west: { from: houston, rate: 1 per week, routes: { to: [eagle_pass] } } }
                    checkpoints: { eagle_pass: {} }

                    """
                )
                .Problems.Select(problem => problem.Code),
            Is.EqualTo(new[] { "S205" })
        );

    [Test]
    public void Nothing_is_said_of_what_a_table_that_is_missing_would_hold()
    {
        string text = Good.Replace("places:\n", "places:\n  from: not-there.csv\n", StringComparison.Ordinal)
            .Replace("  coast: { at: [25.90, -97.50], kind: port }\n", "", StringComparison.Ordinal);
        Assert.That(Files.Read(text).Problems.Select(p => (p.Code, p.Line)), Is.EqualTo(new[] { ("S001", 8) }));
    }

    [Test]
    public void Nothing_is_said_of_what_a_table_without_rows_would_hold()
    {
        Files.Write("empty.csv", "name,lat,lon\n");
        string text = Good.Replace("places:\n", "places:\n  from: empty.csv\n", StringComparison.Ordinal)
            .Replace("  coast: { at: [25.90, -97.50], kind: port }\n", "", StringComparison.Ordinal);
        Assert.That(Files.Read(text).Problems.Select(p => (p.Code, p.Line)), Is.EqualTo(new[] { ("S161", 8) }));
    }

    [Test]
    public void What_is_wrong_elsewhere_is_told_beside_a_table_that_is_missing()
    {
        string text = Good.Replace("places:\n", "places:\n  from: not-there.csv\n", StringComparison.Ordinal)
            .Replace("finds: 50%", "finds: 50", StringComparison.Ordinal);
        Assert.That(Files.Read(text).Problems.Select(p => p.Code), Is.EqualTo(new[] { "S001", "S123" }));
    }

    [Test]
    public void Nothing_is_said_of_what_a_scenario_that_is_missing_would_hold() =>
        Assert.That(
            Files.Read("based_on: not-there.yaml\ndeployments: { a: { post: { x: { team: y } } } }\n").Problems.Select(p => p.Code),
            Is.EqualTo(new[] { "S001" })
        );

    [Test]
    public void Two_mistakes_in_two_sections_are_both_told()
    {
        string text = Good.Replace("finds: 50%", "finds: 50", StringComparison.Ordinal)
            .Replace("home: valley", "home: valey", StringComparison.Ordinal);
        Assert.That(Files.Read(text).Problems.Select(p => p.Code), Is.EqualTo(new[] { "S123", "S201" }));
    }

    [TestCase("deployments: { today: { post: { laredo: { at: { rotate: { laredo: 50%, ⟦laredo⟧: 50% } } } } } }")]
    [TestCase("flows: { houston: { load: { empirical: { 1: 50%, ⟦1⟧: 50% } } } }")]
    [TestCase("flows: { houston: { mix: { pistol: 50%, ⟦pistol⟧: 50% } } }")]
    public void Nothing_follows_from_a_key_that_is_given_twice(string fragment) => Files.AssertWrong("S102", fragment);
}
