using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>Warnings about duty that officers can't do, and none about duty that they can.</summary>
public sealed class PossibleDutyTests
{
    // 293 miles as the crow flies, by road 331: 5.7 hours at 57.7 mph, the mean of 45, 58 and 70.
    private const string Far = """
        task_forces: { laredo: { home: laredo, teams: { team: TEAMS } } }
        checkpoints: { houston: {} }
        deployments:
          today:
            post:
              laredo: { task_force: laredo, team: team, hours: "06:00-14:00"DAYS }
              HOUSTON: { task_force: laredo, team: team, hours: "FROM" }

        """;

    [Test]
    public void Two_officers_can_t_man_twelve_lanes()
    {
        Problem problem = Files.AssertWarning(
            "S522",
            "team_types: { team: { officers: 2, lanes: ⟦12⟧, search: 5 min, stops: 5%, finds: 50% } }\n"
        );
        Assert.That(problem.Message, Is.EqualTo("2 officers search 12 vehicles at once"));
    }

    [Test]
    public void Nor_can_one_officer_man_three_lanes_at_secondary()
    {
        Problem problem = Files.AssertWarning(
            "S522",
            "team_types: { team: { stops: 5%, finds: 50%, secondary: { officers: 1, lanes: ⟦3⟧, refers: 9%, finds: 50% } } }\n"
        );
        Assert.That(problem.Message, Is.EqualTo("1 officer searches 3 vehicles at once"));
    }

    [Test]
    public void Nor_look_at_more_than_they_can_search()
    {
        Problem problem = Files.AssertWarning(
            "S522",
            """
            team_types: { looker: { officers: 2, looks: ⟦40 per hour⟧, search: 10 min, finds: 50% } }
            task_forces: { laredo: { teams: { looker: 1 } } }
            checkpoints: { laredo: { traffic: 90 per hour } }
            deployments: { today: { post: { laredo: { team: looker } } } }

            """
        );
        Assert.That(problem.Message, Is.EqualTo("2 officers look at 40 vehicles an hour for 10 min each: 6.7 at once, on average"));
    }

    [TestCase("officers: 2, looks: 40 per hour, search: 6 min", Description = "four at once")]
    [TestCase("officers: 2, looks: 40 per hour, search: 10 min, lanes: 4", Description = "no more than the lanes hold")]
    [TestCase("officers: 2, looks: 40 per hour, search: 10 min, stops_traffic: 1%", Description = "few shipments pass")]
    [TestCase("looks: 40 per hour, search: 10 min", Description = "who leaves officers out counts no hours")]
    public void Looks_that_can_be_searched_are_not_doubted(string team) =>
        Assert.That(
            Codes(
                $$"""
                team_types: { looker: { {{team}}, finds: 50% } }
                task_forces: { laredo: { teams: { looker: 1 } } }
                checkpoints: { laredo: { traffic: 90 per hour } }
                deployments: { today: { post: { laredo: { team: looker } } } }

                """
            ),
            Has.None.EqualTo("S522")
        );

    [TestCase(1, "24 h", "every: 1 day", true)]
    [TestCase(1, "06:00-05:00", "every: 1 day", true, Description = "an hour")]
    [TestCase(1, "24 h", "every: 1 week", true)]
    [TestCase(1, "06:00-22:00", "every: 1 day", false, Description = "eight hours")]
    [TestCase(2, "24 h", "every: 1 day", false, Description = "the other takes over")]
    [TestCase(1, "24 h, days: [mon, wed, fri]", "every: 1 day", false, Description = "never two days in a row")]
    public void So_does_one_that_rotates(int teams, string hours, string every, bool isTold) =>
        Assert.That(
            Codes(
                    $$"""
                    task_forces: { laredo: { home: laredo, teams: { team: {{teams}} } } }
                    checkpoints: { houston: {} }
                    deployments:
                      roving: { post: { both: { at: { rotate: { laredo: 50%, houston: 50% }, {{every}} },
                        task_force: laredo, team: team, hours: {{hours}} } } }

                    """
                )
                .Contains("S524"),
            Is.EqualTo(isTold)
        );

    [Test]
    public void Where_it_rotates_is_told_with_the_time_between() =>
        Assert.That(
            Files
                .AssertWarning(
                    "S524",
                    """
                    checkpoints: { houston: {} }
                    deployments:
                      roving: { post: { both: { ⟦at⟧: { rotate: { laredo: 50%, houston: 50% } }, task_force: laredo, team: team } } }

                    """
                )
                .Message,
            Is.EqualTo("'both' rotates between 'houston' and 'laredo', 331 mi apart, with 0 h between its shifts")
        );

    // By the roads of the scenario, as shipments go.
    [TestCase("roads: { way: { between: [houston, laredo], length: 300 mi } }", "300 mi")]
    [TestCase(
        "places: { austin: { at: [30.267, -97.743] } }\n"
            + "roads: { one: { between: [houston, austin], length: 160 mi }, other: { between: [austin, laredo], length: 235 mi } }",
        "395 mi"
    )]
    public void A_trip_is_as_long_as_its_roads(string roads, string told) =>
        Assert.That(
            Files
                .ReadOverBase(
                    $$"""
                    {{roads}}
                    checkpoints: { houston: {} }
                    deployments:
                      roving: { post: { both: { at: { rotate: { laredo: 50%, houston: 50% } }, task_force: laredo, team: team } } }

                    """
                )
                .Problems.Where(each => each.Code == "S524")
                .Select(each => each.Message),
            Has.One.Contains($" {told} apart")
        );

    // One rotates by itself on every plan; one of the others stands on each. A third relieves it.
    [TestCase(2, true)]
    [TestCase(3, false)]
    public void One_that_rotates_beside_plans_is_relieved_by_who_is_on_none(int teams, bool isTold)
    {
        Problem? problem = Files
            .ReadOverBase(Beside(teams, "06:00-14:00", "06:00-14:00"))
            .Problems.FirstOrDefault(each => each.Code == "S524");
        Assert.That(problem?.Message, isTold ? Does.StartWith("'both' rotates between 'houston' and 'laredo'") : Is.Null);
        Assert.That(
            problem?.Hint,
            isTold
                ? Is.EqualTo(
                    "the trip takes about 5.7 h: at most 18 h of duty a day, nearer places, or a posting at each, each with its 'plans'"
                )
                : Is.Null
        );
    }

    // Two teams, one of which rotates: the other has no time from the night at Laredo to the day at Houston.
    [TestCase(2, true)]
    [TestCase(3, false)]
    public void One_that_rotates_takes_over_from_nobody(int teams, bool isTold) =>
        Assert.That(
            Files
                .ReadOverBase(Beside(teams, "22:00-06:00", "06:00-14:00"))
                .Problems.Where(each => each.Code == "S524")
                .Select(each => each.Message),
            isTold ? Has.Some.Contains("'b' begins 0 h after 'a' ends when plan 'west' follows 'east'") : Is.Empty
        );

    private static string Beside(int teams, string a, string b) =>
        $$"""
            task_forces: { laredo: { home: laredo, teams: { team: {{teams}} } } }
            checkpoints: { houston: {} }
            deployments:
              drawn:
                rotate: { plans: { east: 50%, west: 50% } }
                post:
                  both: { at: { rotate: { laredo: 50%, houston: 50% } }, task_force: laredo, team: team }
                  a: { at: laredo, task_force: laredo, team: team, hours: "{{a}}", plans: [east] }
                  b: { at: houston, task_force: laredo, team: team, hours: "{{b}}", plans: [west] }

            """;

    [TestCase("officers: 6, lanes: 12, search: 5 min")]
    [TestCase("lanes: 12, search: 5 min", Description = "who leaves officers out counts no hours")]
    [TestCase("officers: 2")]
    public void Lanes_that_can_be_manned_are_not_doubted(string team) =>
        Assert.That(Codes($"team_types: {{ team: {{ {team}, stops: 5%, finds: 50% }} }}\n"), Has.None.EqualTo("S522"));

    [TestCase("officers: 8", true)]
    [TestCase("officers: 8, label: Large, cost_per_officer_hour: 90 USD", true)]
    [TestCase("officers: 8, stops: 9%", false)]
    [TestCase("officers: 1, label: The same", false)]
    public void More_officers_that_find_no_more_are_told(string large, bool isTold)
    {
        string text = $$"""
            team_types: { large: { based_on: team, {{large}} } }
            task_forces: { laredo: { teams: { team: 1, large: 1 } } }
            deployments: { more: { post: { laredo: { task_force: laredo, team: large } } } }

            """;
        Assert.That(Codes(text).Contains("S523"), Is.EqualTo(isTold));
    }

    [TestCase(1, "14:00-22:00", "", true)]
    [TestCase(1, "19:00-23:00", "", true, Description = "five hours")]
    [TestCase(1, "14:00-22:00", ", days: [mon]", true)]
    [TestCase(2, "14:00-22:00", "", false)]
    [TestCase(2, "06:00-14:00", "", false, Description = "each at its own place")]
    public void A_team_needs_time_to_travel(int teams, string from, string days, bool isTold) =>
        Assert.That(
            Codes(
                    Far.Replace("TEAMS", $"{teams}", StringComparison.Ordinal)
                        .Replace("HOUSTON", "houston", StringComparison.Ordinal)
                        .Replace("FROM", from, StringComparison.Ordinal)
                        .Replace("DAYS", days, StringComparison.Ordinal)
                )
                .Contains("S524"),
            Is.EqualTo(isTold)
        );

    [Test]
    public void The_trip_is_told_with_its_length_and_time()
    {
        Problem problem = Files.AssertWarning(
            "S524",
            Far.Replace("TEAMS", "1", StringComparison.Ordinal)
                .Replace("HOUSTON", "⟦houston⟧", StringComparison.Ordinal)
                .Replace("FROM", "14:00-22:00", StringComparison.Ordinal)
                .Replace("DAYS", string.Empty, StringComparison.Ordinal)
        );
        Assert.That(
            problem.Message,
            Is.EqualTo("the one 'team' of 'laredo' can't be everywhere in time: 'houston' begins 0 h after 'laredo' ends, 331 mi away")
        );
        Assert.That(problem.Hint, Does.StartWith("the trip takes about 5.7 h"));
    }

    // By night at Laredo on one plan, by day at Houston on the other: no time between where the second follows the
    // first.
    [TestCase("22:00-06:00", "06:00-14:00", "every: 1 day", 1, "'b' begins 0 h after 'a' ends when plan 'west' follows 'east'")]
    [TestCase("22:00-06:00", "06:00-14:00", "every: 1 week", 1, "'b' begins 0 h after 'a' ends when plan 'west' follows 'east'")]
    [TestCase("22:00-06:00", "06:00-14:00", "every: 1 day", 2, null)]
    [TestCase("06:00-14:00", "06:00-14:00", "every: 1 day", 1, null, Description = "sixteen hours")]
    [TestCase("06:00-14:00", "14:00-22:00", "every: 1 day", 1, null, Description = "as far as one day goes, either is worked")]
    public void From_plan_to_plan_too(string a, string b, string every, int teams, string? told)
    {
        Problem? problem = Files
            .ReadOverBase(
                $$"""
                task_forces: { laredo: { home: laredo, teams: { team: {{teams}} } } }
                checkpoints: { houston: {} }
                deployments:
                  drawn:
                    rotate: { plans: { east: 50%, west: 50% }, {{every}} }
                    post:
                      a: { at: laredo, task_force: laredo, team: team, hours: "{{a}}", plans: [east] }
                      b: { at: houston, task_force: laredo, team: team, hours: "{{b}}", plans: [west] }

                """
            )
            .Problems.FirstOrDefault(p => p.Code == "S524");
        Assert.That(problem?.Message, told is null ? Is.Null : Does.Contain(told));
    }

    [Test]
    public void Within_a_plan_too() =>
        Assert.That(
            Files
                .ReadOverBase(
                    """
                    checkpoints: { houston: {} }
                    deployments:
                      drawn:
                        rotate: { plans: { east: 50%, west: 50% } }
                        post:
                          a: { at: laredo, task_force: laredo, team: team, hours: "06:00-14:00" }
                          b: { at: houston, task_force: laredo, team: team, hours: "14:00-22:00", plans: [west] }

                    """
                )
                .Problems.First(p => p.Code == "S524")
                .Message,
            Does.Contain("'b' begins 0 h after 'a' ends on plan 'west', 331 mi away")
        );

    // What is wrong elsewhere hides nothing that can be said of a type of team by itself.
    [Test]
    public void Lanes_are_looked_at_beside_mistakes() =>
        Assert.That(
            Codes("team_types: { team: { officers: 2, lanes: 12, search: 5 min } }\nflows: { houston: { from: nowhere } }\n"),
            Is.EqualTo(new[] { "S522", "S201" })
        );

    private static string[] Codes(string text) => [.. Files.ReadOverBase(text).Problems.Select(p => p.Code)];
}
