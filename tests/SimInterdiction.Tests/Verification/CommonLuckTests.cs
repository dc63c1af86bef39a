using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>
/// Two deployments differ at one of two corridors. Nobody can know before the first fate there that differs has been
/// heard of; until then all else is the same to the last digit, however much organizations adapt.
/// </summary>
/// <remarks>Fates follow at once: roads without length, searches without time on the corridor that differs. So results
/// up to an hour are what has happened by that hour.</remarks>
public sealed class CommonLuckTests
{
    private const int Hours = 120;

    [Test]
    public void What_a_deployment_does_not_touch_stays_the_same_until_its_effect_is_heard_of(
        [Values(0, 30)] int hearsAfter,
        [Values("place", "corridor")] string learns
    )
    {
        CompiledScenario[] worlds = [.. Enumerable.Range(1, Hours).Select(hours => World(hours, hearsAfter, learns))];
        int late = 0;
        for (int number = 0; number < 3; number++)
        {
            ReplicationRecord[] today = [.. worlds.Select(world => SmallWorlds.Run(world, new Arm("today"), number))];
            ReplicationRecord[] more = [.. worlds.Select(world => SmallWorlds.Run(world, new Arm("more"), number))];
            int firstDifference = Enumerable
                .Range(0, Hours)
                .First(i => !IsSame(today[i], more[i], Dimension.Corridor, 0, Total.ShipmentsSeized));
            int same = firstDifference + hearsAfter;
            for (int i = 0; i < same; i++)
            {
                Assert.That(SameDispatches(today[i], more[i]), $"dispatches by hour {i + 1} of replication {number}");
                Assert.That(
                    Enum.GetValues<Total>().All(total => IsSame(today[i], more[i], Dimension.Corridor, 1, total)),
                    $"the other corridor by hour {i + 1} of replication {number}"
                );
                Assert.That(
                    Enum.GetValues<Total>().All(total => IsSame(today[i], more[i], Dimension.Checkpoint, 1, total)),
                    $"its checkpoint by hour {i + 1} of replication {number}"
                );
            }

            late += Enumerable.Range(same, Hours - same).Any(i => !SameDispatches(today[i], more[i])) ? 1 : 0;
        }

        Assert.That(late, Is.EqualTo(3), "afterwards the organization has answered");
    }

    private static bool SameDispatches(ReplicationRecord one, ReplicationRecord other) =>
        new[] { Total.ShipmentsDispatched, Total.FirearmsDispatched }.All(total =>
            IsSame(one, other, Dimension.Corridor, 0, total)
            && IsSame(one, other, Dimension.Corridor, 1, total)
            && IsSame(one, other, Dimension.Flow, 0, total)
        );

    private static bool IsSame(ReplicationRecord one, ReplicationRecord other, Dimension dimension, int entry, Total total) =>
        one.By(dimension)[entry][(int)total].Equals(other.By(dimension)[entry][(int)total]);

    private static CompiledScenario World(int hours, int hearsAfter, string learns) =>
        SmallWorlds.Compile(
            $$"""
            length: {{hours}} h
            places: { city: { at: [31, -98] }, a: { at: [30, -98] }, b: { at: [29, -98] } }
            roads: { first: { between: [city, a], length: 0 mi }, second: { between: [city, b], length: 0 mi } }
            corridors: { touched: { path: [city, a] }, other: { path: [city, b] } }
            organizations:
              north:
                route_choice: { risk_aversion: 5, learns: {{learns}}, memory: 5 days, hears_after: {{hearsAfter}} h, prior: 5% }
                splits_loads: { after: 2 seizures, within: 5 days, factor: 50% }
                lies_low: { for: 3 h, shipments: postponed }
            flows: { guns: { rate: 1 shipment per hour, load: { empirical: { 1: 50%, 4: 50% } }, organization: north,
                routes: { touched: 50%, other: 50% } } }
            team_types:
              team: { stops: 20%, finds: 50% }
              lanes: { stops: 50%, stops_traffic: 5%, finds: 50%, search: { exponential: 10 min }, lanes: 1, when_full: wait }
            task_forces: { all: { home: a, teams: { team: 5, lanes: 1 } } }
            checkpoints: { a: {}, b: { traffic: 60 per hour } }
            deployments:
              today: { post: { a: { task_force: all, team: team }, b: { task_force: all, team: lanes } } }
              more: { based_on: today, post: { a: { count: 4 } } }
            experiment: { seed: 21 }
            """
        );
}
