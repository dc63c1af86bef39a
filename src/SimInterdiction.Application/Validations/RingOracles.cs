using SimInterdiction.Experiments.Oracles;

namespace SimInterdiction.Application.Validations;

/// <summary>Rings: what leads on them and cases against them come to. Three rings send half, 30 % and 20 % of ten
/// shipments a day, one firearm each; every seizure ends in a lead at once.</summary>
internal static class RingOracles
{
    private const double KnownForLife = (0.5 * 15 / 17) + (0.3 * 9 / 11) + (0.2 * 3 / 4);
    private const string Post = "post: { city: { task_force: all, team: team } }";

    // Met where they leave: on a way of some hours a few rings would be gone before a shipment of theirs is seized.
    private const string Network = """
        places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
        corridors: { road: { path: [city, port] } }
        task_forces: { all: { home: city, teams: { team: 1 } } }
        checkpoints: { city: {} }
        """;

    public static IReadOnlyList<Oracle> All { get; } = [Known(), LeadsDie(), Dismantled(), NoOneRing(), OneRing()];

    /// <remarks>
    /// Ring i has seizures at the rate m = 10 share 5 % until it is known, and is replaced, so unknown again, at the
    /// rate 1/30 a day: known m / (m + 1/30) of the time, .882353 .818182 .750000. If traces take 30 days, a ring is
    /// known if it has lasted that much longer: e^-1 of that.
    /// </remarks>
    private static Oracle Known() =>
        new()
        {
            Name = "rings_known",
            Law = "A ring is known from its first seizure until it is replaced, and is stopped more often while known",
            Source = "Alternating renewal process (Ross 1996, chapter 3)",
            Yaml = Leads("life: 10000 days", seed: 61),
            Expectations = [.. Rates("tracing", KnownForLife), .. Rates("slow_tracing", KnownForLife / Math.E)],
        };

    /// <remarks>
    /// As above, but a ring that is known stays so only for 20 days after its latest lead: with m0 and m1 the rates of
    /// seizure of an unknown and a known ring, r = 1/30 and a = (1 - exp(-(m1 + r) 20)) / (m1 + r), it is known for
    /// M = a / (1 - m1 a) days at a time, and M / (M + 1/m0) of the time: .882353 .818045 .747618.
    /// </remarks>
    private static Oracle LeadsDie() =>
        new()
        {
            Name = "leads_that_die",
            Law = "A ring is known until its last lead expires or it is replaced",
            Source = "Renewal reward; type II counter (Ross 1996, chapter 3)",
            Yaml = Leads("life: 20 days", seed: 62),
            Expectations = [.. Rates("tracing", KnownPart(0.5) + KnownPart(0.3) + KnownPart(0.2))],
        };

    /// <remarks>
    /// Ring i sends 10 share a day until its first seizure, 1/m days later on average, and until its case is closed, c
    /// days later; then nothing for 40 days. So it sends (1/m + c) / (1/m + c + 40) of its shipments: 1.283117 a day,
    /// and 2.845316 with cases of ten days.
    /// </remarks>
    private static Oracle Dismantled() =>
        new()
        {
            Name = "rings_dismantled",
            Law = "A ring sends nothing from the closing of its case until another replaces it",
            Source = "Alternating renewal process (Ross 1996, chapter 3)",
            Yaml = $$"""
                length: 2000 days
                warm_up: 400 days
                {{Network}}
                organizations: { network: { rings: { shares: [50%, 30%, 20%] } } }
                flows: { guns: { rate: 10 shipments per day, organization: network, routes: { road: 100% } } }
                team_types: { team: { stops: 5%, finds: 100% } }
                trafficking_group: { opens_at: 1, capacity: 3, replaced_after: { exponential: 40 days } }
                deployments:
                  at_once: { {{Post}}, programmes: { tracing: on, trafficking_group: on } }
                  after_ten_days: { based_on: at_once, programmes: { trafficking_group: { takes: { exponential: 10 days } } } }
                experiment: { replications: 500, seed: 63 }
                """,
            Expectations =
            [
                new("at_once", "shipments_dispatched", 2000 * SentPerDay(0)) { SharpTo = 0.02 },
                new("after_ten_days", "shipments_dispatched", 2000 * SentPerDay(10)) { SharpTo = 0.02 },
            ],
        };

    /// <remarks>With so many rings that none is ever met twice, leads are worth nothing: a lead on one ring says
    /// nothing about the others. A second seizure of one ring has a chance of about 3,650 / 100,000 a year.</remarks>
    private static Oracle NoOneRing() =>
        new()
        {
            Name = "many_rings",
            Law = "With very many rings, a lead is worth nothing",
            Source = "Limit: no ring is met twice",
            Yaml = $$"""
                length: 400 days
                {{Network}}
                organizations: { network: { rings: { number: 100000, life: 60 days } } }
                flows: { guns: { rate: 100 shipments per day, organization: network, routes: { road: 100% } } }
                team_types: { team: { stops: 10%, finds: 50% } }
                deployments:
                  no_tracing: { {{Post}} }
                  tracing: { based_on: no_tracing, programmes: { tracing: { lead: { raises_stops: 3, life: 5000 days } } } }
                experiment: { replications: 20, seed: 64 }
                """,
            Expectations = [new("no_tracing", "seizure_rate", 0.05), new("tracing", "seizure_rate", 0.05) { Bias = 0.0005 }],
        };

    /// <remarks>One ring that lives for ever is a whole organization: its first lead is on it for ever.</remarks>
    private static Oracle OneRing() =>
        new()
        {
            Name = "one_ring",
            Law = "A single permanent ring is always known",
            Source = "As without rings",
            Yaml = $$"""
                length: 400 days
                warm_up: 60 days
                {{Network}}
                organizations: { network: { rings: { number: 1 } } }
                flows: { guns: { rate: 50 shipments per day, organization: network, routes: { road: 100% } } }
                team_types: { team: { stops: 20%, finds: 50% } }
                tracing: { lead: { raises_stops: 3, life: 5000 days } }
                deployments: { tracing: { {{Post}}, programmes: { tracing: on } } }
                experiment: { replications: 20, seed: 65 }
                """,
            Expectations = [new("tracing", "seizure_rate", 0.3), new("tracing", "rings_known", 1) { IsExact = true }],
        };

    private static string Leads(string life, int seed) =>
        $$"""
            length: 4000 days
            warm_up: 400 days
            {{Network}}
            organizations: { network: { rings: { shares: [50%, 30%, 20%], life: 30 days } } }
            flows: { guns: { rate: 10 shipments per day, organization: network, routes: { road: 100% } } }
            team_types: { team: { stops: 5%, finds: 100% } }
            tracing: { lead: { raises_stops: 3, {{life}} } }
            deployments:
              tracing: { {{Post}}, programmes: { tracing: on } }
              slow_tracing: { based_on: tracing, programmes: { tracing: { takes: 30 days } } }
            experiment: { replications: 40, seed: {{seed}} }
            """;

    // Known rings are stopped three times as often. Each ring's part of the shipments is constant, so what is known of
    // them adds up.
    private static Expectation[] Rates(string deployment, double known) =>
        [new(deployment, "rings_known", known) { SharpTo = 0.05 }, new(deployment, "seizure_rate", (0.05 * (1 - known)) + (0.15 * known))];

    private static double KnownPart(double share)
    {
        double unknownRate = 10 * share * 0.05;
        double knownRate = 10 * share * 0.15;
        double a = (1 - Math.Exp(-(knownRate + (1 / 30.0)) * 20)) / (knownRate + (1 / 30.0));
        double known = a / (1 - (knownRate * a));
        return share * known / (known + (1 / unknownRate));
    }

    private static double SentPerDay(double caseDays) =>
        new[] { 0.5, 0.3, 0.2 }.Sum(share =>
        {
            double sends = (1 / (10 * share * 0.05)) + caseDays;
            return 10 * share * sends / (sends + 40);
        });
}
