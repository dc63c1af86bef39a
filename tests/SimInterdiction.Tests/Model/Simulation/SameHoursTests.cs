using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Simulation;

/// <summary>Plans of the same teams and hours cost the same to the last bit, however they are written.</summary>
public sealed class SameHoursTests
{
    private const string World = """
        start: 2023-01-01
        length: 31 days
        warm_up: 1000 min
        places: { city: { at: [29.76, -95.37] }, port: { at: [25.95, -97.40], kind: port } }
        corridors: { road: { path: [city, port] } }
        flows: { guns: { rate: 1 shipment per day, routes: { road: 100% } } }
        team_types: { team: { officers: 3, stops: 10%, finds: 50%, cost_per_officer_hour: 62.35 USD, lanes: 2 } }
        task_forces: { tf: { home: port, teams: { team: 9 } } }
        checkpoints: { port: {}, city: {} }
        deployments:

        """;

    // Seven hours of each of 31 days for three officers: 651 officer-hours.
    private static readonly string[] Plans =
    [
        "a: { at: port, hours: 06:40-13:40 }",
        "a: { at: port, hours: 06:40-09:00 }, b: { at: port, hours: 09:00-11:20 }, c: { at: city, hours: 11:20-13:40 }",
        "c: { at: port, hours: 06:40-07:00 }, a: { at: city, hours: 07:00-13:00 }, b: { at: port, hours: 13:00-13:40 }",
        "z: { at: port, hours: 20:10-23:37 }, y: { at: city, hours: 23:37-00:00 }, x: { at: port, hours: 00:00-03:10 }",
        "a: { at: port, count: 7, hours: 23:10-00:10, from: 2023-01-01, to: 2023-01-30 }, b: { at: port, count: 7, "
            + "hours: 05:01-06:01, from: 2023-01-31 }",
        "a: { at: { rotate: { port: 30%, city: 70% } }, hours: 06:40-13:40 }",
    ];

    [Test]
    public void Equal_plans_have_equal_hours_and_costs_to_the_last_bit()
    {
        CompiledScenario world = SmallWorlds.Compile(
            World
                + string.Join(
                    '\n',
                    Plans.Select(
                        (plan, i) =>
                            $"  plan_{i}: {{ post: {{ "
                            + $"{plan.Replace("{ at", "{ task_force: tf, team: team, at", StringComparison.Ordinal)} }} }}"
                    )
                )
        );
        Assert.Multiple(() =>
        {
            for (int i = 0; i < Plans.Length; i++)
            {
                for (int number = 0; number < 3; number++)
                {
                    double[] totals = SmallWorlds.Run(world, new Arm($"plan_{i}"), number).Totals;
                    Assert.That(totals[(int)Total.OfficerHours], Is.EqualTo(651), Plans[i]);
                    Assert.That(totals[(int)Total.LaneHours], Is.EqualTo(434), Plans[i]);
                    Assert.That(totals[(int)Total.CostUsd], Is.EqualTo(40_589.85), Plans[i]);
                }
            }
        });
    }

    [Test]
    public void A_day_in_three_shifts_is_a_day()
    {
        string three =
            "  on: { post: { a: { task_force: tf, team: team, at: port, hours: 06:40-14:20 }, b: { task_force: tf, team: "
            + "team, at: port, hours: 14:20-22:00 }, c: { task_force: tf, team: team, at: port, hours: 22:00-06:40 } } }";
        Assert.That(SmallWorlds.Totals(World + three, "on")[(int)Total.OfficerHours], Is.EqualTo(31 * 24 * 3));
    }
}
