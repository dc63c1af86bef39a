using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>The same plan under other names is the same plan; what is only compared, or varied elsewhere, changes
/// no luck.</summary>
public sealed class SamePlanTests
{
    private const string Border = """
        length: 30 days
        warm_up: 5 days
        places:
          city: { at: [29.76, -95.37] }
          port: { at: [27.50, -99.51], kind: port }
          bridge: { at: [26.10, -98.30], kind: port }
        corridors: { road: { path: [city, port] }, other: { path: [city, bridge] } }
        organizations: { north: { route_choice: { risk_aversion: 20, shares: as_today, learns: place } } }
        flows:
          guns: { rate: 20 shipments per day, organization: north, routes: { road: 50%, other: 50% } }
          more: { rate: 5 shipments per day, load: 3, routes: { other: 100% } }
        team_types: { team: { officers: 4, stops: 10%, finds: 50%, search: { varies: [2 min, 4 min, 12 min] }, lanes: 4,
            seizure_time: 3 h } }
        task_forces: { tf: { home: port, teams: { team: 9 } } }
        checkpoints: { port: { traffic: 9_000 per day }, bridge: { traffic: 2_000 per day } }
        deployments:
          today: { post: { m_day: { at: port, task_force: tf, team: team, hours: 06:00-14:00 } } }
          plan_a: { based_on: today, post: { a_night: { at: port, task_force: tf, team: team, hours: 22:00-04:00 },
              a_roving: { at: { rotate: { port: 30%, bridge: 70% } }, task_force: tf, team: team } } }
          plan_z: { based_on: today, post: { z_roving: { at: { rotate: { bridge: 70%, port: 30% } }, task_force: tf, team: team },
              z_night: { at: port, task_force: tf, team: team, hours: 22:00-04:00 } } }
        experiment: { compare_with: today, during_warm_up: today }
        """;

    [Test]
    public void One_plan_under_other_posting_names_has_the_same_digits()
    {
        CompiledScenario world = SmallWorlds.Compile(Border);
        for (int number = 0; number < 5; number++)
        {
            ReplicationRecord one = SmallWorlds.Run(world, new Arm("plan_a"), number);
            ReplicationRecord other = SmallWorlds.Run(world, new Arm("plan_z"), number);
            Assert.That(other.Totals, Is.EqualTo(one.Totals));
            Assert.That(other.By(Dimension.CheckpointHour), Is.EqualTo(one.By(Dimension.CheckpointHour)));
        }
    }

    [Test]
    public void Comparing_with_another_deployment_changes_no_deployments_traffickers()
    {
        string[] other = ["experiment.compare_with=plan_z"];
        CompiledScenario stated = Read(Border);
        CompiledScenario compared = Read(Border, other);
        foreach (string deployment in stated.Scenario.Deployments.Keys)
        {
            Assert.That(
                SmallWorlds.Run(compared, new Arm(deployment)).Totals,
                Is.EqualTo(SmallWorlds.Run(stated, new Arm(deployment)).Totals),
                deployment
            );
        }

        Assert.That((compared.Scenario.Baseline, compared.Scenario.InForce), Is.EqualTo(("plan_z", "today")));

        // The first deployment where the file compares with none; what it states, where it does.
        Assert.That(Read(Border.Replace("compare_with: today, ", ""), other).Scenario.InForce, Is.EqualTo("today"));
        Assert.That(Read($"today: plan_a\n{Border}", other).Scenario.InForce, Is.EqualTo("plan_a"));
        Assert.That(Read(Border, [.. other, "today=plan_a"]).Scenario.InForce, Is.EqualTo("plan_a"));
    }

    [Test]
    public void What_organizations_are_used_to_decides_how_they_share_themselves_out() =>
        Assert.That(
            SmallWorlds.Run(Read($"today: plan_a\n{Border}"), new Arm("today")).Totals,
            Is.Not.EqualTo(SmallWorlds.Run(Read(Border), new Arm("today")).Totals)
        );

    [TestCase("flows.more.rate=500 shipments per day")]
    [TestCase("flows.more.load=1")]
    [TestCase("flows.guns.load=4")]
    [TestCase("team_types.team.finds=1%")]
    [TestCase("places.bridge.attraction=7")]
    [TestCase("checkpoints.bridge.traffic=1 per day")]
    public void A_number_that_a_study_varies_moves_no_shipments_luck(string changed)
    {
        CompiledScenario[] worlds = [Read(Border), Read(Border, [changed])];
        foreach (ulong shipment in (ulong[])[0, 7])
        {
            foreach (int flow in (int[])[0, 1])
            {
                Assert.That(worlds.Select(w => w.Flows[flow].PlanLuck(3, shipment).Third).Distinct().Count(), Is.EqualTo(1));
                Assert.That(worlds.Select(w => w.Flows[flow].VisitLuck(3, shipment, 1, 0)).Distinct().Count(), Is.EqualTo(1));
            }
        }
    }

    [Test]
    public void Shares_as_listed_in_any_order_make_the_same_law()
    {
        (double, double)[] outcomes = [.. Enumerable.Range(1, 10).Select(i => ((double)i, i % 2 == 0 ? 0.1 + 0.01 : 0.09))];
        Assert.That(new Empirical([.. outcomes.Reverse()]).Outcomes, Is.EqualTo(new Empirical(outcomes).Outcomes));
    }

    private static CompiledScenario Read(string text, params string[] overrides)
    {
        ScenarioReading reading = ScenarioReader.ReadText(text, options: new ReadingOptions { Overrides = overrides });
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return CompiledScenario.Compile(reading.Scenario!);
    }
}
