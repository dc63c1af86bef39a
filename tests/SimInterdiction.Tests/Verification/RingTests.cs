using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>Rings: laws that hold in every replication, and what is said of scenarios with them.</summary>
public sealed class RingTests
{
    private const string Rings = "rings: { number: 20, sizes: { lognormal: { median: 1, sigma: 1.7 } }, life: 30 days }";

    [Test]
    public void A_ring_sends_the_same_shipments_in_every_deployment()
    {
        CompiledScenario world = World(Rings);
        Dictionary<string, string?> without = RingsOf(world, "no_tracing");
        Dictionary<string, string?> with = RingsOf(world, "tracing");
        Assert.That(with, Is.EquivalentTo(without));
        Assert.That(without.Values.Distinct().Count(), Is.GreaterThan(20), "rings are replaced");
    }

    [Test]
    public void What_is_dispatched_is_seized_or_delivered_also_when_rings_are_dismantled()
    {
        ReplicationRecord record = SmallWorlds.Run(World(Rings), new Arm("group"));
        double[] organization = record.By(Dimension.Organization)[0];
        Assert.That(record.Totals[(int)Total.RingsDismantled], Is.Positive);
        Assert.That(
            record.By(Dimension.Fate).Sum(fate => fate[(int)Total.ShipmentsDispatched]),
            Is.EqualTo(record.Totals[(int)Total.ShipmentsDispatched])
        );
        foreach (Total total in new[] { Total.StaleLeads, Total.RingsDismantled, Total.ShipmentsOfKnownRings, Total.LeadAgeHours })
        {
            Assert.That(organization[(int)total], Is.EqualTo(record.Totals[(int)total]), $"{total}: one organization has all");
        }
    }

    [Test]
    public void With_full_substitution_nothing_is_lost_as_long_as_a_ring_is_at_work()
    {
        double Sent(string deployment) => SmallWorlds.Run(World(Rings), new Arm(deployment)).Totals[(int)Total.ShipmentsDispatched];
        Assert.That(Sent("group"), Is.LessThan(Sent("no_tracing")));
        Assert.That(Sent("substituted"), Is.EqualTo(Sent("no_tracing")));
    }

    [Test]
    public void One_ring_for_ever_is_an_organization_without_rings_to_the_last_bit()
    {
        foreach (string deployment in new[] { "no_tracing", "tracing" })
        {
            double[] one = SmallWorlds.Run(World("rings: { number: 1 }"), new Arm(deployment)).Totals;
            double[] none = SmallWorlds.Run(World("label: Network"), new Arm(deployment)).Totals;
            Assert.That(one, Is.EqualTo(none));
        }
    }

    [Test]
    public void Leads_on_rings_that_are_gone_are_stale_and_have_no_number()
    {
        CompiledScenario world = World("rings: { number: 5, life: 5 days }");
        IReadOnlyList<Fact> facts = Facts(world, "slow");
        Fact[] stale = [.. facts.Where(fact => fact.Kind == FactKind.StaleLead)];
        Assert.That(stale, Is.Not.Empty);
        Assert.That(stale.Select(fact => fact.Lead), Is.All.Null);
        Assert.That(stale.Select(fact => fact.Ring), Is.All.Not.Null);
    }

    // The warning's number: a trace of 40 days and a life of 10 days, e^-4.
    [TestCase("number: 20, life: 10 days", "S531", "1.8%")]
    [TestCase("number: 1, life: 400 days", "S532", "leads come up on an average ring of 'network'")]
    public void Leads_that_are_never_in_time_or_always_alive_are_told(string rings, string code, string number)
    {
        ScenarioReading reading = ScenarioReader.ReadText(Text($"rings: {{ {rings} }}"));
        Assert.That(reading.Problems.Where(p => p.Code == code).Select(p => p.Message).Single(), Does.Contain(number));
    }

    private static Dictionary<string, string?> RingsOf(CompiledScenario world, string deployment) =>
        Facts(world, deployment).Where(fact => fact.Kind == FactKind.Dispatched).ToDictionary(fact => fact.Shipment!, fact => fact.Ring);

    private static IReadOnlyList<Fact> Facts(CompiledScenario world, string deployment)
    {
        var log = new EventLog(world);
        using var replication = new Replication(world, new Arm(deployment), log);
        replication.Run(0, new ReplicationRecord(world.EntryCounts));
        return log.Facts;
    }

    private static CompiledScenario World(string organization) => SmallWorlds.Compile(Text(organization));

    private static string Text(string organization) =>
        $$"""
            length: 300 days
            warm_up: 50 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            organizations: { network: { {{organization}} } }
            flows: { guns: { rate: 10 shipments per day, load: 3, organization: network, routes: { road: 100% } } }
            team_types: { team: { stops: 10%, finds: 100% } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            tracing: { takes: 2 days, lead: { raises_stops: 3 } }
            trafficking_group: { opens_at: 2, takes: 5 days, capacity: 3, first: largest, replaced_after: { exponential: 20 days } }
            deployments:
              no_tracing: { post: { port: { task_force: all, team: team } } }
              tracing: { based_on: no_tracing, programmes: { tracing: on } }
              slow: { based_on: no_tracing, programmes: { tracing: { takes: 40 days } } }
              group: { based_on: tracing, programmes: { trafficking_group: on } }
              substituted: { based_on: group, programmes: { trafficking_group: { substitution: 100% } } }
            experiment: { seed: 71 }
            """;
}
