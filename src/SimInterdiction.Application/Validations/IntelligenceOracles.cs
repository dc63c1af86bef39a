using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Application.Validations;

/// <summary>Traces, leads, cases, and what they do to an organization.</summary>
internal static class IntelligenceOracles
{
    public static IReadOnlyList<Oracle> All { get; } = [OpenTraces(), LeadsRaiseStops(), CasesWait(), Disruption()];

    /// <remarks>
    /// Seized a day: 100 * 20 % * 2 firearms = 40, of which 90 % are traced for (1 + 7 + 30) / 3 days each: 36 * 38 / 3
    /// = 456 open at one time. Of the 160 delivered, 5 % are recovered and half of those traced: 4 a day more.
    /// </remarks>
    private static Oracle OpenTraces() =>
        new()
        {
            Name = "open_traces",
            Law = "Traces open at a time: those begun per day times the days one takes, whatever the distribution of that time",
            Source = "M/G/infinity (Takacs 1962); Little 1961",
            Yaml = $$"""
                length: 400 days
                warm_up: 60 days
                {{OneRoad.Network}}
                flows: { guns: { rate: 100 shipments per day, load: 2, routes: { road: 100% } } }
                team_types: { team: { stops: 40%, finds: 50% } }
                tracing: { submitted: 90%, takes: { varies: [1 day, 7 days, 30 days] }, resolved: 50% }
                mexican_access: { recovered: 5%, after: { varies: [5 days, 10 days, 15 days] }, submitted: 50% }
                deployments:
                  varied: { {{OneRoad.Post}}, programmes: { tracing: on } }
                  fixed: { based_on: varied, programmes: { tracing: { takes: 304 h } } }
                  with_mexico: { based_on: varied, programmes: { mexican_access: on } }
                experiment: { replications: 20, seed: 41 }
                """,
            Expectations =
            [
                new("varied", "traces_open", 456),
                new("varied", "leads", 400 * 36 * 0.5),
                new("varied", "traces_unresolved", 400 * 36 * 0.5),
                new("fixed", "traces_open", 456),
                new("with_mexico", "traces_open", 40 * 38 / 3.0),
                new("with_mexico", "traces_submitted", 400 * 40),
            ],
        };

    private static Oracle LeadsRaiseStops() =>
        new()
        {
            Name = "leads",
            Law = "While a lead is alive, stops are multiplied by its factor, up to all shipments",
            Source = "Thinning of a Poisson process (Kingman, Poisson Processes, 1993)",
            Yaml = $$"""
                length: 1000 days
                warm_up: 60 days
                {{OneRoad.Network}}
                flows: { guns: { rate: 50 shipments per day, routes: { road: 100% } } }
                team_types: { team: { stops: 20%, finds: 50% } }
                tracing: { takes: 2 days, lead: { life: 5000 days } }
                deployments:
                  no_tracing: { {{OneRoad.Post}} }
                  threefold: { based_on: no_tracing, programmes: { tracing: { lead: { raises_stops: 3 } } } }
                  tenfold: { based_on: no_tracing, programmes: { tracing: { lead: { raises_stops: 10 } } } }
                experiment: { replications: 20, seed: 42 }
                """,
            Expectations =
            [
                new("no_tracing", "seizure_rate", 0.1),
                new("threefold", "seizure_rate", 0.3),
                new("threefold", "shipments_seized_on_leads", 50 * 1000 * 0.2),
                new("tenfold", "seizure_rate", 0.5),
                new("tenfold", "shipments_seized_on_leads", 50 * 1000 * 0.4),
            ],
        };

    /// <remarks>
    /// 48 leads a day, each of a shipment of its own and so a case of its own; an investigator closes 24 a day. By
    /// Burke's theorem cases are closed at random, 48 a day, and an organization is disrupted when one was closed
    /// within the last half hour, which is one day in 48: 1 - exp(-1) of the time.
    /// </remarks>
    private static Oracle CasesWait() =>
        new()
        {
            Name = "cases",
            Law = "Cases wait for three investigators as in M/M/3; closed cases disrupt as long as closings at random would",
            Source = "Erlang 1917 (C(3, 2) = 4/9); Burke 1956",
            Yaml = $$"""
                length: 1000 days
                warm_up: 5 days
                {{OneRoad.Network}}
                flows: { guns: { rate: 96 shipments per day, routes: { road: 100% } } }
                team_types: { team: { works: leads, acts_on: 100%, finds: 50% } }
                trafficking_group: { opens_at: 1, capacity: 3, takes: { exponential: 1 h }, recovery_time: 30 min }
                deployments: { investigated: { {{OneRoad.Post}}, programmes: { tracing: on, trafficking_group: on } } }
                experiment: { replications: 20, seed: 43 }
                """,
            Expectations =
            [
                new("investigated", "case_wait_h", 4.0 / 9) { SharpTo = 0.04 },
                new("investigated", "cases_closed", 48 * 1000),
                new("investigated", "disruption_days", 1000 * (1 - (1 / Math.E))),
            ],
        };

    /// <remarks>The first organization is disrupted before the warm-up ends, and by ever new cases for ever; nobody
    /// stands on the corridor of the others.</remarks>
    private static Oracle Disruption() =>
        new()
        {
            Name = "disruption",
            Law =
                "A disrupted organization dispatches less by the disruption; of that, the others take over the part that is "
                + "substituted, in proportion to what they dispatch",
            Source = "Thinning and superposition of Poisson processes (Kingman 1993)",
            Yaml = """
                length: 400 days
                warm_up: 60 days
                places: { city: { at: [29, -98] }, west: { at: [27, -100], kind: port }, east: { at: [27, -98], kind: port } }
                corridors: { westward: { path: [city, west] }, eastward: { path: [city, east] } }
                organizations: { first: {}, second: {}, third: {} }
                flows:
                  first: { rate: 100 shipments per day, organization: first, routes: { westward: 100% } }
                  second: { rate: 50 shipments per day, organization: second, routes: { eastward: 100% } }
                  third: { rate: 25 shipments per day, organization: third, routes: { eastward: 100% } }
                team_types: { team: { stops: 20%, finds: 50% } }
                task_forces: { all: { home: west, teams: { team: 1 } } }
                checkpoints: { west: {} }
                trafficking_group: { opens_at: 1, capacity: 3, takes: 1 h, disruption: 60%, recovery_time: 5000 days }
                deployments:
                  nobody_takes_over: { post: { west: { task_force: all, team: team } }, programmes: { tracing: on, trafficking_group: on } }
                  half_taken_over: { based_on: nobody_takes_over, programmes: { trafficking_group: { substitution: 50% } } }
                experiment: { replications: 20, seed: 44 }
                """,
            Expectations =
            [
                Dispatched("nobody_takes_over", "first", 400 * 40),
                Dispatched("nobody_takes_over", "second", 400 * 50),
                Dispatched("nobody_takes_over", "third", 400 * 25),
                Dispatched("half_taken_over", "first", 400 * 40),
                Dispatched("half_taken_over", "second", 400 * (50 + (30 * 2 / 3.0))),
                Dispatched("half_taken_over", "third", 400 * (25 + (30 / 3.0))),
                new("half_taken_over", "seizure_rate", 40 * 0.1 / (40 + 70 + 35)),
                new("half_taken_over", "disruption_days", 400) { IsExact = true },
            ],
        };

    private static Expectation Dispatched(string deployment, string organization, double shipments) =>
        new(deployment, "shipments_dispatched", shipments) { Of = (Dimension.Organization, organization) };
}
