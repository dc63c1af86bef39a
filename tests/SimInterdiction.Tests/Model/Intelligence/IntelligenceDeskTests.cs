using SimInterdiction.Model.Measures;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Intelligence;

public sealed class IntelligenceDeskTests
{
    private const string Everything = """
        length: 30 days
        warm_up: 30 days
        places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
        corridors: { road: { path: [city, port] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { stops: 100%, finds: 100% } }
        task_forces: { all: { home: port, teams: { team: 1 } } }
        checkpoints: { port: {} }
        tracing: { resolved: 100% }
        trafficking_group: { opens_at: 1 lead, disruption: 100%, recovery_time: 1000 days }
        experiment: { compare_with: today, during_warm_up: today }

        """;

    [Test]
    public void Whom_todays_group_has_disrupted_in_the_warm_up_stays_disrupted_under_a_deployment_without_a_group()
    {
        double[] totals = SmallWorlds.Totals(
            Everything + """
            deployments:
              today: { post: { port: { task_force: all, team: team } }, programmes: { tracing: on, trafficking_group: on } }
              without: { post: { port: { task_force: all, team: team } }, programmes: { tracing: on } }
            """,
            "without");
        Assert.That(totals[(int)Total.ShipmentsDispatched], Is.Zero);
        Assert.That(totals[(int)Total.DisruptedHours], Is.EqualTo(30 * 24));
        Assert.That(totals[(int)Total.CasesOpened], Is.Zero);
    }

    [Test]
    public void A_group_that_is_there_from_the_window_on_has_disrupted_nobody_before()
    {
        double[] totals = SmallWorlds.Totals(
            Everything + """
            deployments:
              today: { post: { port: { task_force: all, team: team } }, programmes: { tracing: on } }
              with: { post: { port: { task_force: all, team: team } }, programmes: { tracing: on, trafficking_group: on } }
            """,
            "with");
        Assert.That(totals[(int)Total.ShipmentsDispatched], Is.GreaterThan(0));
        Assert.That(totals[(int)Total.OrganizationsDisrupted], Is.EqualTo(1));
        Assert.That(totals[(int)Total.DisruptedHours], Is.InRange(1, (30 * 24) - 1));
    }
}
