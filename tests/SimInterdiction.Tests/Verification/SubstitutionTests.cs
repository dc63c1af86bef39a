using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>What becomes of the loads that a disrupted organization does not send, dispatch by dispatch on the same
/// luck.</summary>
public sealed class SubstitutionTests
{
    private const string Yaml = """
        length: 200 days
        warm_up: 20 days
        places: { city: { at: [29, -98] }, west: { at: [27, -100], kind: port }, east: { at: [27, -98], kind: port } }
        corridors: { westward: { path: [city, west] }, eastward: { path: [city, east] } }
        organizations: { first: {}, second: {} }
        flows:
          first: { rate: 20 shipments per day, load: { lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] }, organization: first,
              routes: { westward: 100% } }
          second: { rate: 5 shipments per day, organization: second, routes: { eastward: 100% } }
        team_types: { team: { stops: 20%, finds: 50% } }
        task_forces: { all: { home: west, teams: { team: 1 } } }
        checkpoints: { west: {} }
        trafficking_group: { opens_at: 3, takes: { exponential: 5 days }, disruption: 60%, recovery_time: 20 days, substitution: 100% }
        deployments:
          no_group: { post: { west: { task_force: all, team: team } }, programmes: { tracing: on } }
          all_taken_over: { based_on: no_group, programmes: { trafficking_group: on } }
          nobody_takes_over: { based_on: no_group, programmes: { trafficking_group: { substitution: 0% } } }
        """;

    [Test]
    public void What_others_take_over_is_exactly_what_the_disrupted_do_not_send()
    {
        CompiledScenario world = SmallWorlds.Compile(Yaml);
        for (int replication = 0; replication < 10; replication++)
        {
            ReplicationRecord before = SmallWorlds.Run(world, new Arm("no_group"), replication);
            ReplicationRecord after = SmallWorlds.Run(world, new Arm("all_taken_over"), replication);
            foreach (Total total in new[] { Total.ShipmentsDispatched, Total.FirearmsDispatched })
            {
                double[] moved =
                [
                    .. after.By(Dimension.Organization).Zip(before.By(Dimension.Organization), (a, b) => a[(int)total] - b[(int)total]),
                ];
                Assert.That(moved[0], Is.Negative);
                Assert.That(moved[1], Is.EqualTo(-moved[0]), $"{total} in replication {replication}");
            }
        }
    }

    [Test]
    public void Where_nobody_takes_over_the_others_send_what_they_would_have_sent()
    {
        CompiledScenario world = SmallWorlds.Compile(Yaml);
        for (int replication = 0; replication < 10; replication++)
        {
            double[] before = SmallWorlds.Run(world, new Arm("no_group"), replication).By(Dimension.Organization)[1];
            double[] after = SmallWorlds.Run(world, new Arm("nobody_takes_over"), replication).By(Dimension.Organization)[1];
            Assert.That(after, Is.EqualTo(before));
        }
    }
}
