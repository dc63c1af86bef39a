using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Tests.Verification;

/// <summary>Rings: laws that hold in every replication, and what is said of scenarios with them.</summary>
public sealed class RingTests
{
    private const string TwentyRings = "rings: { number: 20, sizes: { lognormal: { median: 1, sigma: 1.7 } }, life: 30 days }";

    [Test]
    public void A_ring_sends_the_same_shipments_in_every_deployment()
    {
        CompiledScenario world = World(TwentyRings);
        Dictionary<string, string?> without = RingsOf(world, "no_tracing");
        Dictionary<string, string?> with = RingsOf(world, "tracing");
        Assert.That(with, Is.EquivalentTo(without));
        Assert.That(without.Values.Distinct().Count(), Is.GreaterThan(20), "rings are replaced");
    }

    [Test]
    public void What_is_dispatched_is_seized_or_delivered_also_when_rings_are_dismantled()
    {
        ReplicationRecord record = SmallWorlds.Run(World(TwentyRings), new Arm("group"));
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
        double Sent(string deployment) => SmallWorlds.Run(World(TwentyRings), new Arm(deployment)).Totals[(int)Total.ShipmentsDispatched];
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

    // Up to then the same in time, ring, place and firearms; whoever ends no ring changes nobody's dispatches.
    [TestCase("no_tracing", "tracing", FactKind.Lead)]
    [TestCase("tracing", "group", FactKind.RingDismantled)]
    public void What_a_programme_does_not_touch_is_the_same_until_its_first_effect(string without, string with, FactKind effect)
    {
        CompiledScenario world = World(TwentyRings);
        IReadOnlyList<Fact> more = Facts(world, with);
        Fact first = more.First(fact => fact.Kind == effect);
        Assert.That(OfShipments(more, before: first), Is.EqualTo(OfShipments(Facts(world, without), before: first)));
        Assert.That(OfShipments(more, before: first), Has.Length.GreaterThan(20));

        static string[] OfShipments(IReadOnlyList<Fact> facts, Fact before) =>
            [
                .. facts
                    .Where(fact => fact.Kind is FactKind.Dispatched or FactKind.Stopped or FactKind.Seized or FactKind.Delivered)
                    .Where(fact => fact.At < before.At)
                    .Select(fact => $"{fact.Kind} {fact.Shipment} {fact.At.Hours:R} {fact.Ring} {fact.Place} {fact.Firearms}"),
            ];
    }

    [Test]
    public void A_ring_that_no_case_ends_sends_the_same_when_others_are_dismantled()
    {
        CompiledScenario world = World(TwentyRings);
        IReadOnlyList<Fact> group = Facts(world, "group");
        HashSet<string> places = [.. group.Where(fact => fact.Kind == FactKind.RingDismantled).Select(fact => PlaceOf(fact.Ring!))];
        KeyValuePair<string, string?>[] others = [.. RingsOf(world, "tracing").Where(sent => !places.Contains(PlaceOf(sent.Value!)))];
        Assert.That(places, Is.Not.Empty);
        Assert.That(others, Is.Not.Empty);
        Assert.That(RingsOf(world, "group").Where(sent => !places.Contains(PlaceOf(sent.Value!))), Is.EqualTo(others));

        static string PlaceOf(string ring) => ring.Split('.')[0];
    }

    [Test]
    public void Sizes_are_plain_factors_never_rounded()
    {
        Distribution law = World(TwentyRings).Scenario.Organizations["network"].Rings!.Sizes;
        Assert.That(law.Quantile(0.5), Is.EqualTo(1).Within(1e-12));
        Assert.That(law.Quantile(0.3), Is.EqualTo(Math.Exp(1.7 * -0.5244005127080407)).Within(1e-9));
        Rings given = World("rings: { number: 20, sizes: { empirical: { 0.5: 50%, 150%: 50% } } }")
            .Scenario.Organizations["network"]
            .Rings!;
        Assert.That(given.Sizes.Mean, Is.EqualTo(1).Within(1e-12));
    }

    [TestCase("tracing")]
    [TestCase("group")]
    public void No_shipment_trace_lead_or_case_allocates(string deployment)
    {
        CompiledScenario world = World("rings: { number: 2_000, sizes: { lognormal: { median: 1, sigma: 1.7 } }, life: 30 days }");
        using var replication = new Replication(world, new Arm(deployment));
        var record = new ReplicationRecord(world.EntryCounts);
        RunTen();

        // The same ones again: every pool and queue has been as long as it will be.
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunTen();
        Assert.That(record.Totals[(int)Total.ShipmentsDispatched], Is.GreaterThan(500));
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before) / 10, Is.LessThan(1024), "a replication");

        void RunTen()
        {
            for (int number = 0; number < 10; number++)
            {
                replication.Run(number, record);
            }
        }
    }

    // Traces of 30 days on average against a life of 60: 60/90. Recovery after 240 days on average: a fifth of these.
    [Test]
    public void The_outlook_of_leads_is_the_chance_that_a_ring_outlives_recovery_and_trace()
    {
        CompiledScenario world = SmallWorlds.Compile(
            Text("rings: { number: 20, life: 60 days }")
                .Replace("takes: 2 days", "takes: { exponential: 30 days }", StringComparison.Ordinal)
                .Replace(
                    "tracing: on } }\n",
                    "tracing: on, mexican_access: { recovered: 10%, after: { exponential: 240 days } } } }\n",
                    StringComparison.Ordinal
                )
        );
        LeadOutlook outlook = LeadOutlook.Of(world, "tracing", "network")!;
        Assert.That(outlook.InTime, Is.EqualTo(60 / 90.0).Within(0.002));
        Assert.That(outlook.InTimeIfRecovered, Is.EqualTo(60 / 90.0 / 5).Within(0.002));
    }

    // Ten shipments a day, a tenth of them stopped and found: rings of a half, 30 % and 20 % have .5, .3 and .2 leads a
    // day and are replaced at 1/30 a day. A case on each that gets a lead: (.9375 + .9 + .857143) / 30 a day. Two
    // leads: the squares. Two within a quarter of an hour: .5 (1 - e^(-.5 / 96)), and so on, where that is less. For
    // ever, and again 20 days after a case: 1 / (2 / .5 + 20), and so on.
    [TestCase(", life: 30 days", "opens_at: 1", 0.0898214)]
    [TestCase(", life: 30 days", "opens_at: 2", 0.0807867)]
    [TestCase(", life: 30 days", "opens_at: 2, within: 15 min", 0.0039496)]
    [TestCase("", "opens_at: 2", 0.1125)]
    public void The_outlook_of_cases_counts_rings_that_get_enough_leads(string life, string opens, double perDay)
    {
        CompiledScenario world = SmallWorlds.Compile(
            Text($"rings: {{ shares: [50%, 30%, 20%]{life} }}")
                .Replace("opens_at: 2", opens, StringComparison.Ordinal)
                .Replace("takes: 2 days", "takes: 0 days", StringComparison.Ordinal)
        );
        Assert.That(24 * LeadOutlook.Of(world, "group", "network")!.CasesPerHour, Is.EqualTo(perDay).Within(1e-6));
    }

    // Leads in time e^(-2/30), so .468, .281 and .187 a day; three investigators at 90 days a case.
    [Test]
    public void Cases_beyond_what_investigators_close_are_told_with_both_numbers()
    {
        string text = Text("rings: { shares: [50%, 30%, 20%], life: 30 days }");
        Assert.That(ScenarioReader.ReadText(text).Problems.Select(p => p.Code), Has.None.EqualTo("S534"));
        string slow = text.Replace("takes: 5 days", "takes: 90 days", StringComparison.Ordinal);
        Assert.That(
            ScenarioReader.ReadText(slow).Problems.First(p => p.Code == "S534").Message,
            Does.Contain("up to 2.4 cases a month could be opened, and 3 investigators close 1 a month")
        );
    }

    // e^-4 again: no time to trace, 40 days to be recovered.
    [Test]
    public void Leads_from_Mexico_that_come_too_late_are_told()
    {
        string text = Text("rings: { number: 20, life: 10 days }")
            .Replace("takes: 2 days", "takes: 0 days", StringComparison.Ordinal)
            .Replace("takes: 40 days", "takes: 0 days", StringComparison.Ordinal)
            .Replace("tracing: on } }", "tracing: on, mexican_access: { recovered: 10%, after: 40 days } } }", StringComparison.Ordinal);
        string[] late = [.. ScenarioReader.ReadText(text).Problems.Where(p => p.Code == "S531").Select(p => p.Message)];
        Assert.That(late, Has.Length.EqualTo(1));
        Assert.That(late[0], Does.StartWith("under 'tracing' a firearm is recovered 40 days after delivery on average"));
        Assert.That(late[0], Does.Contain("1.8% of leads from Mexico"));
    }

    [Test]
    public void A_whole_organization_beside_rings_is_told_where_the_largest_comes_first()
    {
        string both = Text("rings: { number: 20, life: 30 days } }, other: { label: Other")
            .Replace(
                "flows: {",
                "flows: { more: { from: city, rate: 5 per day, organization: other, routes: { road: 100% } },",
                StringComparison.Ordinal
            );
        Assert.That(ScenarioReader.ReadText(both).Problems.Select(p => p.Code), Has.Some.EqualTo("S535"));
        string oldest = both.Replace("first: largest", "first: oldest", StringComparison.Ordinal);
        Assert.That(ScenarioReader.ReadText(oldest).Problems.Select(p => p.Code), Has.None.EqualTo("S535"));
        Assert.That(
            ScenarioReader.ReadText(oldest).Problems.Single(p => p.Code == "S546").Message,
            Is.EqualTo("'other' has no rings, so each lead is on all of its shipments; one on 'network' is on those of a ring")
        );
        Assert.That(
            ScenarioReader.ReadText(Text("rings: { number: 20, life: 30 days }")).Problems.Select(p => p.Code),
            Has.None.EqualTo("S546")
        );
    }

    // The largest twentieth of a lognormal: Phi(1.677 - 1.645). Ten loads of three firearms a day over 20 or 3 rings.
    [TestCase(
        "rings: { number: 20, sizes: { lognormal: { median: 1, sigma: 1.677 } }, life: 30 days }",
        "Rings of 'network': 20 at any time; 45 firearms each on average, in a life of 30 days; the largest sends 51% of its firearms"
    )]
    [TestCase(
        "rings: { shares: [50%, 30%, 20%] }",
        "Rings of 'network': 3 at any time; 3,650 firearms a year each on average, none ever replaced; "
            + "the largest sends 50% of its firearms"
    )]
    public void What_rings_there_are_is_said_in_a_sentence(string rings, string sentence) =>
        Assert.That(RingWords.Of(World(rings).Scenario), Is.EqualTo(new[] { sentence }));

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
