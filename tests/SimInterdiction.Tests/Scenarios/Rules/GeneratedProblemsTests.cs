using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>What is odd or wrong in deployments that <c>move</c> makes is told once, where they were asked for; in one
/// that is based on another, where it was written.</summary>
public sealed class GeneratedProblemsTests
{
    private const string World = """
        places: { dallas: { at: [32.78, -96.80] }, austin: { at: [30.27, -97.74] } }
        team_types: { team: { stops_traffic: 10%, search: 10 min, lanes: LANES, max_hours: 24 h per day } }
        task_forces: { laredo: { teams: { team: 2 } } }
        checkpoints: { laredo: { traffic: 900 per hour }, dallas: { traffic: 900 per hour }, austin: { traffic: 900 per hour } }

        """;

    private const string Today = """
        deployments:
          today: { post: { laredo: { task_force: laredo, team: team, hours: "06:00-14:00" }, early: ROW } }
        """;

    private const string Other = "{ at: dallas, task_force: laredo, team: team, hours: \"06:00-14:00\" }";

    [Test]
    public void What_is_alike_in_all_is_told_once_with_how_many_they_are()
    {
        Problem[] told = Told("S544", "2", "move: { unit: early, to: [laredo, austin], hours: [06:00-14:00, 08:00-16:00] }");
        Assert.That(told.Select(each => each.Line), Is.EqualTo(new[] { 6, 6, 7 }), "both of today, and all that is moved");
        Assert.That(
            told[2].Message,
            Does.StartWith("at 'laredo' ").And.EndsWith(", in 'early_to_laredo_0600_1400' (alike in 4 of 4 generated deployments)")
        );
        Assert.That((told[2].Column, told[2].Length), Is.EqualTo((3, 4)), "at 'move'");
    }

    [Test]
    public void What_is_the_same_is_told_with_the_names()
    {
        Problem[] told = Told("S544", "2", "move: { unit: early, to: austin, hours: [06:00-14:00, 08:00-16:00] }");
        Assert.That(
            told[2].Message,
            Does.EndWith(" (in 2 of 2 generated deployments: early_to_austin_0600_1400, early_to_austin_0800_1600)")
        );
    }

    [Test]
    public void What_is_true_of_one_alone_names_it()
    {
        Problem[] told = Told("S544", "2", "move: { unit: early, to: austin }");
        Assert.That(told[2].Message, Does.EndWith(" are waved through, in 'early_to_austin'"));
    }

    [Test]
    public void What_they_have_from_their_base_is_told_of_that()
    {
        string text = Text("40", "move: { unit: early, to: [austin, laredo] }")
            .Replace("laredo: { task_force: laredo", "laredo: { lent: yes, from: 2001-01-01, task_force: laredo", StringComparison.Ordinal);
        Assert.That(Files.ReadOverBase(text).Problems.Count(each => each.Code == "S504"), Is.EqualTo(1));
    }

    [Test]
    public void An_error_is_told_once_too()
    {
        string text = Text("40", "move: { unit: early, to: [austin, laredo], hours: [06:00-20:00] }")
            .Replace("max_hours: 24 h per day", "max_hours: 12 h per day", StringComparison.Ordinal);
        Problem error = Files.ReadOverBase(text).Problems.Single(each => each.IsError);
        Assert.That((error.Code, error.Line, error.Column), Is.EqualTo(("S404", 7, 3)));
        Assert.That(
            error.Message,
            Is.EqualTo(
                "06:00-20:00 is 14 h a day, and one 'team' works 12 h (in 2 of 2 generated deployments: early_to_austin_0600_2000, "
                    + "early_to_laredo_0600_2000)"
            )
        );
    }

    [Test]
    public void Trips_of_what_is_moved_are_told_where_it_was_asked_for()
    {
        string text = Text("40", "move: { unit: early, to: [dallas, austin], hours: [14:00-22:00] }")
            .Replace("teams: { team: 2 }", "teams: { team: 1 }", StringComparison.Ordinal)
            .Replace(Other, "{ at: laredo, task_force: laredo, team: team, hours: \"14:00-22:00\" }", StringComparison.Ordinal);
        Problem told = Files.ReadOverBase(text).Problems.Single(each => each.Code == "S524");
        Assert.That((told.Line, told.Column), Is.EqualTo((7, 3)));
        Assert.That(
            told.Message,
            Does.StartWith("the one 'team' of 'laredo' can't be everywhere in time: 'early' begins 0 h after 'laredo' ends")
                .And.EndsWith(", in 'early_to_dallas_1400_2200' (alike in 2 of 2 generated deployments)")
        );
    }

    // The shift that is copied comes after the one that is written here.
    [Test]
    public void A_trip_is_told_where_the_deployment_wrote_a_posting() =>
        Files.AssertWarning(
            "S524",
            """
            checkpoints: { houston: {} }
            deployments:
              today: { post: { laredo: { task_force: laredo, team: team, hours: "14:00-22:00" } } }
              more: { based_on: today, post: { ⟦houston⟧: { task_force: laredo, team: team, hours: "06:00-14:00" } } }

            """
        );

    [Test]
    public void Too_many_at_once_are_told_where_the_deployment_wrote_a_posting() =>
        Files.AssertWrong(
            "S402",
            """
            checkpoints: { houston: {} }
            deployments:
              today:
                post:
                  laredo: { task_force: laredo, team: team, hours: "14:00-22:00" }
                  houston: { task_force: laredo, team: team, hours: "06:00-14:00", days: [mon] }
              more: { based_on: today, post: { ⟦houston⟧: { hours: "08:00-16:00" } } }

            """
        );

    [Test]
    public void Hours_that_are_copied_are_too_long_where_the_team_was_written() =>
        Files.AssertWrong(
            "S404",
            """
            team_types: { short: { based_on: team, max_hours: 6 h per day } }
            task_forces: { laredo: { teams: { team: 1, short: 1 } } }
            deployments:
              today: { post: { laredo: { task_force: laredo, team: team, hours: "14:00-22:00" } } }
              more: { based_on: today, post: { ⟦laredo⟧: { team: short } } }

            """
        );

    private static Problem[] Told(string code, string lanes, string move) =>
        [.. Files.ReadOverBase(Text(lanes, move)).Problems.Where(each => each.Code == code)];

    private static string Text(string lanes, string move) =>
        $"{World.Replace("LANES", lanes, StringComparison.Ordinal)}{Today.Replace("ROW", Other, StringComparison.Ordinal)}\n  {move}\n";
}
