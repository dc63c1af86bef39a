using SimInterdiction.Model;
using SimInterdiction.Model.Costs;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>
/// What would never end, or take all memory, is refused where it stands, before anything is simulated; what takes hours
/// is told.
/// </summary>
public sealed class CostTests
{
    [TestCase("flows: { houston: { ⟦rate⟧: 99_999_999_999 shipments per day } }")]
    [TestCase("flows: { houston: { ⟦rate⟧: 3_000_000_000 firearms per hour } }")]
    [TestCase("flows: { houston: { ⟦rate⟧: 1_000_000 shipments per day } }\nlength: 36_000 days")]
    [TestCase("checkpoints: { laredo: { ⟦traffic⟧: 99_999_999_999_999 per day } }")]
    public void More_than_can_be_simulated_is_refused_where_it_stands(string fragment) =>
        Assert.That(
            Files.AssertWrong("S060", fragment).Message,
            Does.Match("^one replication of 'today' would take about .* (hours|days|years): about .* (shipments|vehicles)")
        );

    [TestCase(
        "team_types: { team: { ⟦search⟧: 36_500 days, lanes: 1, when_full: wait } }\nflows: { houston: { rate: 4 "
            + "shipments per hour } }\nlength: 30_000 days"
    )]
    public void A_search_that_keeps_the_simulation_going_is_refused(string fragment) =>
        Assert.That(
            Files.AssertWrong("S060", fragment).Message,
            Does.Contain("shipments go on leaving until the last one in the period is released")
        );

    [TestCase(
        "flows: { houston: { ⟦rate⟧: 24 shipments per day } }\nteam_types: { team: { stops: 100%, search: 36_500 "
            + "days, lanes: 1, when_full: wait } }"
    )]
    public void More_shipments_held_at_once_than_can_be_told_apart_are_refused(string fragment) =>
        Assert.That(
            Files.AssertWrong("S061", fragment).Message,
            Does.Contain("GB of memory: about").And.Contain("million shipments are under way or held at once")
        );

    [TestCase("team_types: { team: { search: 5 min, ⟦lanes⟧: 1_000_000_000 } }")]
    public void More_than_memory_holds_is_refused_where_it_stands(string fragment) =>
        Assert.That(Files.AssertWrong("S061", fragment).Message, Does.Contain("GB of memory: the team has 1 billion lanes"));

    [Test]
    public void More_results_than_memory_holds_are_refused()
    {
        string plans = string.Concat(
            Enumerable
                .Range(0, 500)
                .Select(i =>
                    $"  plan_{i}: {{ post: {{ laredo: {{ task_force: laredo, team: team, hours: "
                    + $"\"{i / 60 % 24:00}:{i % 60:00}-23:59\" }} }} }}\n"
                )
        );
        Files.AssertWrong("S062", $"experiment: {{ ⟦replications⟧: 1_000_000 }}\ndeployments:\n{plans}");
    }

    [TestCase("flows: { houston: { rate: 60_000 shipments per hour } }\nexperiment: { ⟦replications⟧: 10_000 }")]
    [TestCase(
        "checkpoints: { laredo: { place: laredo, traffic: 9_000_000 per hour } }\nteam_types: { team: { stops: 100%, "
            + "search: 1 min } }\nexperiment: { ⟦replications⟧: 10_000 }"
    )]
    public void What_takes_hours_is_told(string fragment) =>
        Assert.That(Files.AssertWarning("S530", fragment).Message, Does.Contain("on one core"));

    [Test]
    public void Every_shipped_scenario_costs_less_than_is_worth_a_word()
    {
        foreach (string file in Directory.GetFiles(Files.InRepository("scenarios"), "*.yaml"))
        {
            Assert.That(
                ScenarioReader.ReadFile(file).Problems.Select(p => p.Code).Intersect(["S060", "S061", "S062", "S530"]),
                Is.Empty,
                file
            );
        }
    }

    // Within a factor of four of what was counted, shipments and stops: an estimate that tells seconds from years.
    [TestCase("flows: { houston: { rate: 1000 shipments per day } }")]
    [TestCase("flows: { houston: { rate: 1000 firearms per day, load: 5 } }\nlength: 90 days")]
    [TestCase("flows: { houston: { rate: 100 shipments per day } }\ncheckpoints: { laredo: { place: laredo, traffic: 2000 per hour } }")]
    [TestCase("flows: { houston: { rate: 100 shipments per day } }\nteam_types: { team: { search: 200 days, lanes: 1 } }")]
    [TestCase(
        "flows: { houston: { rate: 20 shipments per day } }\nteam_types: { team: { stops: 100%, search: 6 h, lanes: 1, when_full: wait } }"
    )]
    [TestCase(
        "flows: { houston: { rate: 100 shipments per day } }\ncheckpoints: { laredo: { traffic: 2000 per hour, profile: { hours: { "
            + "\"06:00-18:00\": 100%, \"18:00-06:00\": 0% } } } }\n"
            + "deployments: { today: { post: { laredo: { hours: \"18:00-06:00\" } } } }",
        Description = "by night, when nothing passes"
    )]
    [TestCase(
        "flows: { houston: { rate: 100 shipments per day } }\nplaces: { laredo: { open: { hours: \"10:00-14:00\" } } }\n"
            + "checkpoints: { laredo: { traffic: 2000 per hour } }\n"
            + "deployments: { today: { post: { laredo: { hours: \"10:00-14:00\" } } } }",
        Description = "all of a day's traffic in four hours"
    )]
    public void The_estimate_is_of_the_size_of_what_is_simulated(string fragment)
    {
        Scenario scenario = Files.Good(Files.ReadOverBase(fragment));
        var world = CompiledScenario.Compile(scenario);
        using var replication = new Replication(world, new Arm("today"));
        var record = new ReplicationRecord(world.EntryCounts);
        replication.Run(0, record);
        double counted = replication.Events + (0.1 * record.Totals[(int)Total.LegitimateStops]);
        Assert.That(ReplicationCost.Of(scenario, "today").Steps, Is.InRange(counted / 4, counted * 4));
    }

    // 100,000 rings of an hour for 30 days and the warm-up of the base file.
    [Test]
    public void Rings_that_are_replaced_all_the_time_are_counted()
    {
        const string Fragment =
            "flows: { houston: { organization: gulf } }\norganizations: { gulf: { rings: { number: 100_000, life: 1 h } } }";
        Scenario scenario = Files.Good(Files.ReadOverBase(Fragment));
        CostPart rings = ReplicationCost.Of(scenario, "today").Parts.Single(part => part.Of == CostOf.Rings);
        Assert.That(rings.Count, Is.EqualTo(100_000 * (1 + scenario.WarmUpHours + scenario.LengthHours)).Within(0.01).Percent);
        Assert.That(rings.Bytes, Is.GreaterThan(100_000 * 64));
    }

    [TestCase(0.25, "250 milliseconds")]
    [TestCase(7, "7 seconds")]
    [TestCase(600, "10 minutes")]
    [TestCase(7200, "2 hours")]
    [TestCase(86400 * 5, "5 days")]
    [TestCase(86400.0 * 365 * 1234, "1,200 years")]
    public void A_time_is_said_no_finer_than_an_estimate_deserves(double seconds, string words) =>
        Assert.That(CostWords.Duration(seconds), Is.EqualTo(words));
}
