using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>Deployments that a generator makes, against the same written by hand.</summary>
public sealed class MovesTests
{
    private const string Border = """
        length: 30 days
        places:
          city: { at: [29.76, -95.37] }
          near: { at: [29.42, -95.60], label: The near one }
          far: { at: [27.50, -99.51] }
          port: { at: [25.95, -97.40], kind: port }
        corridors: { road: { path: [city, near, far, port] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces:
          wide: { home: city, teams: { team: 2 } }
          tied: { home: city, reach: 100 mi, teams: { team: 1 } }
        checkpoints: { city: {}, near: {}, far: { label: Far away } }
        deployments:
          today: { post: { early: { at: city, task_force: wide, team: team, hours: 06:00-14:00 }, near: { task_force: tied, team: team } } }
          MOVE
          last: {}

        """;

    [Test]
    public void Each_move_is_what_it_would_be_if_written_out()
    {
        ScenarioReading made = Read("move: { unit: any, to: [near, far], hours: [06:00-14:00, 18:00-06:00] }");
        ScenarioReading written = Read(
            """
            early_to_near_0600_1400: { label: "Wide to The near one (06:00-14:00)", based_on: today, post: { early: { at: near } } }
              early_to_near_1800_0600: { label: "Wide to The near one (18:00-06:00)", based_on: today,
                post: { early: { at: near, hours: 18:00-06:00 } } }
              early_to_far_0600_1400: { label: "Wide to Far away (06:00-14:00)", based_on: today, post: { early: { at: far } } }
              early_to_far_1800_0600: { label: "Wide to Far away (18:00-06:00)", based_on: today,
                post: { early: { at: far, hours: 18:00-06:00 } } }
              near_to_near_0600_1400: { label: "Tied at The near one (06:00-14:00)", based_on: today,
                post: { near: { at: near, hours: 06:00-14:00 } } }
              near_to_near_1800_0600: { label: "Tied at The near one (18:00-06:00)", based_on: today,
                post: { near: { at: near, hours: 18:00-06:00 } } }
            """
        );
        Assert.That(made.Problems.Where(p => p.IsError), Is.Empty);
        Assert.That(
            made.Scenario!.Deployments.Keys,
            Is.EqualTo(written.Scenario!.Deployments.Keys),
            "and none beyond the reach of its force"
        );
        Assert.That(CanonicalText.Of(made.Scenario.Deployments), Is.EqualTo(CanonicalText.Of(written.Scenario.Deployments)));
        Assert.That(made.Resolved.ToYaml(), Does.Contain("early_to_far_1800_0600:").And.Not.Contain("move:"));
    }

    [Test]
    public void Without_hours_each_keeps_its_own_and_what_changes_nothing_is_left_out()
    {
        IReadOnlyDictionary<string, Deployment> deployments = Read("move: { based_on: today, unit: early, to: any }").Scenario!.Deployments;
        Assert.That(deployments.Keys, Is.EqualTo(new[] { "today", "early_to_near", "early_to_far", "last" }));
        Assert.That(deployments["early_to_far"].Post["early"].Hours, Is.EqualTo(deployments["today"].Post["early"].Hours));
        Assert.That(deployments["early_to_far"].Post["near"], Is.EqualTo(deployments["today"].Post["near"]));
    }

    [TestCase("move: { unit: [near], to: [near, far], hours: 06:00-14:00 }", "'far' is beyond the reach of each unit")]
    [TestCase("move: { unit: [early, near], to: [far] }", "'near' stands there already, or can't be posted there")]
    [TestCase("move: { unit: any, to: [near, far] }", null)]
    [TestCase("move: { unit: near, to: any, hours: 06:00-14:00 }", null)]
    public void Of_a_name_that_makes_nothing_is_warned(string move, string? told)
    {
        Problem? warning = Read(move).Problems.SingleOrDefault(p => p.Code == "S547");
        Assert.That(warning?.Message, told is null ? Is.Null : Does.StartWith(told));
    }

    [Test]
    public void A_task_force_with_several_postings_is_named_with_the_posting()
    {
        string text = Border
            .Replace("near: { task_force: tied,", "near: { task_force: wide,", StringComparison.Ordinal)
            .Replace("wide: { home", "wide: { label: El Paso division, home", StringComparison.Ordinal)
            .Replace("MOVE", "move: { unit: any, to: far }", StringComparison.Ordinal);
        Assert.That(
            ScenarioReader.ReadText(text).Scenario!.Deployments.Values.Select(each => each.Label).OfType<string>(),
            Is.EqualTo(new[] { "El Paso division (Early) to Far away", "El Paso division (Near) to Far away" })
        );
    }

    [Test]
    public void A_team_that_looks_moves_only_where_it_is_said_what_passes()
    {
        string looking = Border
            .Replace("stops: 30%", "looks: 40 per hour", StringComparison.Ordinal)
            .Replace(
                "checkpoints: { city: {}, near: {}",
                "checkpoints: { city: { traffic: 900 per day }, near: { traffic: 900 per day }",
                StringComparison.Ordinal
            )
            .Replace("MOVE", "move: { unit: early, to: any }", StringComparison.Ordinal);
        ScenarioReading made = ScenarioReader.ReadText(looking);
        Assert.That(made.Problems.Where(p => p.IsError), Is.Empty);
        Assert.That(made.Scenario!.Deployments.Keys, Is.EqualTo(new[] { "today", "early_to_near", "last" }), "nothing is said of 'far'");
    }

    [Test]
    public void A_deployment_may_be_called_move() =>
        Assert.That(Read("move: { based_on: today }").Scenario!.Deployments.Keys, Is.EqualTo(new[] { "today", "move", "last" }));

    [Test]
    public void Too_many_say_how_many_fit()
    {
        string hours = string.Join(", ", Enumerable.Range(0, 60).Select(minute => $"06:{minute:00}-14:{minute:00}"));
        Problem problem = Read($"move: {{ unit: any, to: [near, far], hours: [{hours}] }}").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Line), Is.EqualTo(("S446", 16)));
        Assert.That(problem.Message, Does.Contain("2 units x 2 places x 60 hours are 240 deployments, and at most 200"));
        Assert.That(problem.Hint, Is.EqualTo("one place fits with as many units and hours: name it in 'to'"));
    }

    [Test]
    public void Of_places_with_long_names_that_begin_alike_none_is_lost()
    {
        string place = new('x', 78);
        string text = Border
            .Replace("far: { label: Far away }", $"{place}a: {{ place: far }}, {place}b: {{ place: far }}", StringComparison.Ordinal)
            .Replace("MOVE", $"move: {{ unit: early, to: [{place}a, {place}b] }}", StringComparison.Ordinal);
        string[] made =
        [
            .. ScenarioReader.ReadText(text).Scenario!.Deployments.Keys.Where(name => name.StartsWith("early", StringComparison.Ordinal)),
        ];
        Assert.That(made, Has.Length.EqualTo(2).And.All.Length.LessThanOrEqualTo(80));
    }

    [Test]
    public void A_name_that_is_taken_is_told() =>
        Assert.That(
            Read("move: { unit: early, to: far }\n  early_to_far: {}").Problems.Where(p => p.IsError).Select(p => p.Code),
            Is.EqualTo(new[] { "S102" })
        );

    private static ScenarioReading Read(string move) => ScenarioReader.ReadText(Border.Replace("MOVE", move, StringComparison.Ordinal));
}
