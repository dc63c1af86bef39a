using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Replays;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Reporting.Replays;

public sealed class LeadChainTests
{
    // Of a hundred shipments a day one is stopped without a lead; two days after the first every one is, 99 of 100 of
    // them because of a lead, and their traces are further leads.
    private const string ChainMustBe = """
        places: { a: { at: [0, 0] }, b: { at: [1, 0] } }
        corridors: { road: { path: [a, b] } }
        organizations: { gulf: {} }
        flows: { guns: { rate: 100 shipments per day, organization: gulf, routes: { road: 100% } } }
        team_types: { team: { stops: 1%, finds: 100%, search: 10 min } }
        task_forces: { border: { home: b, teams: { team: 1 } } }
        checkpoints: { b: {} }
        tracing: { takes: 2 days, lead: { raises_stops: 100, life: 30 days } }
        deployments: { traced: { post: { b: { task_force: border, team: team } }, programmes: { tracing: on } } }
        """;

    [Test]
    public void Where_leads_must_bring_about_seizures_each_link_takes_as_long_as_a_trace()
    {
        LeadChain chain = LeadChain.Longest(Facts(ChainMustBe, "traced"));

        // In 30 days at most 14 traces of 2 days follow one another, and the next stop on the lead comes within the
        // hour. (Fixed seed; that the first comes later than on day 4, which would cost a link or more, has chance
        // 0.02.)
        Assert.That(chain.End, Is.EqualTo(ChainEnd.Seizure));
        Assert.That(chain.Leads, Is.InRange(12, 14));
        Fact[] seizures = [.. chain.Facts.Where(f => f.Kind == FactKind.Seized)];
        Fact[] leads = [.. chain.Facts.Where(f => f.Kind == FactKind.Lead)];
        Assert.That((seizures.Length, leads.Length), Is.EqualTo((chain.Leads + 1, chain.Leads)));
        for (int link = 0; link < chain.Leads; link++)
        {
            Assert.That(leads[link].Shipment, Is.EqualTo(seizures[link].Shipment));
            Assert.That(leads[link].At - seizures[link].At, Is.EqualTo(48).Within(1e-9));
            Assert.That(seizures[link + 1].Lead, Is.EqualTo(leads[link].Lead));
            Assert.That(
                chain.Facts.Single(f => f.Kind == FactKind.Stopped && f.Shipment == seizures[link + 1].Shipment).At - seizures[link + 1].At,
                Is.EqualTo(-1.0 / 6).Within(1e-9)
            );
        }
    }

    [Test]
    public void Without_tracing_there_is_no_chain() =>
        Assert.That(
            LeadChain.Longest(Facts(ChainMustBe.Replace("tracing: on", "tracing: off", StringComparison.Ordinal), "traced")).End,
            Is.EqualTo(ChainEnd.NoLead)
        );

    [Test]
    public void A_lead_that_raises_nothing_brings_about_no_stop() =>
        Assert.That(
            LeadChain.Longest(Facts(ChainMustBe.Replace("raises_stops: 100", "raises_stops: 1", StringComparison.Ordinal), "traced")).End,
            Is.EqualTo(ChainEnd.NoStop)
        );

    [Test]
    public void The_longest_chain_is_followed_even_if_others_end_earlier()
    {
        // Shipments 1 -> 2 -> 4 by leads 1 and 3; 1 -> 3 by lead 2.
        Fact[] facts =
        [
            Of(FactKind.Seized, 0, "f/1"),
            Of(FactKind.Lead, 1, "f/1", 1),
            Of(FactKind.Lead, 1, "f/1", 2),
            Of(FactKind.Seized, 2, "f/3", 2),
            Of(FactKind.Seized, 3, "f/2", 1),
            Of(FactKind.Lead, 4, "f/2", 3),
            Of(FactKind.Seized, 5, "f/4", 3),
        ];
        LeadChain chain = LeadChain.Longest(facts);
        Assert.That(
            chain.Facts.Select(f => $"{f.Kind} {f.Shipment} {f.Lead}"),
            Is.EqualTo(new[] { "Seized f/1 ", "Lead f/1 1", "Seized f/2 1", "Lead f/2 3", "Seized f/4 3" })
        );
    }

    [Test]
    public void A_stop_on_a_lead_that_finds_nothing_is_told_where_no_other_does_better()
    {
        Fact[] facts =
        [
            Of(FactKind.Seized, 0, "f/1"),
            Of(FactKind.Lead, 1, "f/1", 1),
            Of(FactKind.Stopped, 2, "f/2", 1),
            Of(FactKind.Missed, 3, "f/2", 1),
            Of(FactKind.Delivered, 4, "f/2"),
        ];
        LeadChain chain = LeadChain.Longest(facts);
        Assert.That(chain.End, Is.EqualTo(ChainEnd.NoSeizure));
        Assert.That(chain.Facts, Is.EqualTo(facts));
    }

    private static Fact Of(FactKind kind, double hours, string shipment, int? lead = null) =>
        new()
        {
            Kind = kind,
            At = new Instant(hours),
            Time = new DateTime(2022, 10, 1).AddHours(hours),
            Counts = true,
            Shipment = shipment,
            Lead = lead,
        };

    private static IReadOnlyList<Fact> Facts(string yaml, string deployment)
    {
        CompiledScenario world = SmallWorlds.Compile(yaml);
        var log = new EventLog(world);
        using var replication = new Replication(world, new Arm(deployment), log);
        replication.Run(0, new ReplicationRecord(world.EntryCounts));
        return log.Facts;
    }
}
