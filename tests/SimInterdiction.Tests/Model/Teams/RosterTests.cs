using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Teams;

public sealed class RosterTests
{
    // Nothing but the booths' names tells them apart today; in the plan another team does, so that the roving team
    // visits them the other way round.
    private const string TwoBooths = """
        length: 10 days
        warm_up: 10 days
        places:
          city: { at: [29.76, -95.37] }
          town: { at: [28.50, -98.00] }
          port: { at: [27.50, -99.51], kind: port }
        corridors: { road: { path: [city, town, port] } }
        flows: { guns: { rate: 1 shipment per day, routes: { road: 100% } } }
        team_types: { team: { stops: 10%, finds: 50% } }
        task_forces: { all: { home: port, teams: { team: 2 } } }
        checkpoints: { town: {}, east: { place: port }, west: { place: port } }
        deployments:
          today: { post: { roving: { at: { rotate: { town: 40%, east: 30%, west: 30% }, every: 1 day, order: fixed },
              task_force: all, team: team } } }
          plan: { based_on: today, post: { west: { task_force: all, team: team, hours: 00:00-12:00 } } }
        experiment: { during_warm_up: today }
        """;

    [TestCase("today")]
    [TestCase("plan")]
    public void A_roving_team_is_at_one_checkpoint_at_any_time(string deployment)
    {
        Station[] roving = Roving(deployment, out _);
        for (int day = 0; day < 20; day++)
        {
            var noon = new Instant((24 * day) + 12);
            Assert.That(roving.Count(team => team.IsOnDuty(noon)), Is.EqualTo(1), $"day {day}");
        }
    }

    [Test]
    public void A_team_with_todays_duty_works_on_where_another_of_its_posting_changes()
    {
        Station[] roving = Roving("plan", out CompiledScenario world);
        int town = world.NumberOf(Dimension.Checkpoint, "town");
        Assert.That(roving.Where(team => team.Place.Checkpoint == town).Select(team => team.Rules.Active), Is.EqualTo([DutyRules.Always]));
        Assert.That(
            roving.Where(team => team.Place.Checkpoint != town).Select(team => team.Rules.Active),
            Is.All.Not.EqualTo(DutyRules.Always)
        );
    }

    private static Station[] Roving(string deployment, out CompiledScenario world)
    {
        world = SmallWorlds.Compile(TwoBooths);
        Station[] roving = [.. new Roster(world, deployment).All.Where(team => team.Rules.Rotation is not null)];
        Array.ForEach(roving, team => team.Begin(0));
        return roving;
    }
}
