using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Oracles;

/// <summary>Lanes: who is waved through, and who waits how long.</summary>
internal static class QueueOracles
{
    private const double HoursSimulated = 1000 * 24;

    public static IReadOnlyList<Oracle> All { get; } =
    [
        ErlangLoss("five lanes, three busy on demand, exponential searches", 5, 3, 0.1100543, "{ exponential: 6 min }"),
        ErlangLoss("five lanes, four busy on demand, exponential searches", 5, 4, 0.199066874, "{ exponential: 6 min }"),
        ErlangLoss("ten lanes, seven busy on demand, exponential searches", 10, 7, 0.0787408830, "{ exponential: 6 min }"),
        ErlangLoss("five lanes, three busy on demand, searches of fixed length", 5, 3, 0.1100543, "6 min"),
        Waiting("M/M/1, 90 % busy: 9 mean search times", "0.9", "1 h", 1, "{ exponential: 1 h }", 9, sharpTo: 0.06),
        Waiting("M/D/1, 90 % busy: half of M/M/1", "0.9", "1 h", 1, "1 h", 4.5, sharpTo: 0.06),
        Waiting("M/M/3, two busy on demand: Erlang C is 4/9", "20", "1 h", 3, "{ exponential: 6 min }", 4.0 / 9 / 10),
        Waiting("M/M/4, 30 an hour, 10 an hour each", "30", "1 h", 4, "{ exponential: 6 min }", 3.0566 / 60),
        Waiting("M/G/1, cv^2 0 (Pollaczek-Khinchine)", "8", "1 h", 1, "6 min", 12.0 / 60),
        Waiting("M/G/1, cv^2 0.25", "8", "1 h", 1, "{ gamma: { mean: 6 min, sd: 3 min } }", 15.0 / 60),
        Waiting("M/G/1, cv^2 1", "8", "1 h", 1, "{ exponential: 6 min }", 24.0 / 60),
        Waiting("M/G/1, cv^2 2", "8", "1 h", 1, "{ gamma: { mean: 6 min, sd: 8.48528137 min } }", 36.0 / 60, sharpTo: 0.05),
        LimitedQueue(),
        Jackson(),
    ];

    /// <summary>Half of the arrivals are shipments, half legitimate vehicles; all are alike to the lanes.</summary>
    private static Oracle ErlangLoss(string title, int lanes, int offered, double loss, string search) => new()
    {
        Law = $"Waved through when the lanes are busy: Erlang B, {title}",
        Source = "Erlang 1917; insensitive to the form of the search time (Sevastyanov 1957)",
        Yaml = $$"""
            length: 1000 days
            warm_up: 1 day
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: {{offered * 5}} shipments per hour, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: {{search}}, lanes: {{lanes}} } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: { traffic: {{offered * 100}} per hour } }
            deployments: { posted: { post: { port: { task_force: all, team: team } } } }
            experiment: { replications: 6, seed: 12 }
            """,
        Expectations =
        [
            new("posted", "seizure_rate", 0.5 * (1 - loss)),
            new("posted", "waved_through", offered * 10 * HoursSimulated * loss),
            new("posted", "lane_utilisation", offered * (1 - loss) / lanes),
        ],
    };

    private static Oracle Waiting(string law, string perHour, string per, int lanes, string search, double waitHours, double sharpTo = 0.03) => new()
    {
        Law = $"Waiting for a lane: {law}",
        Source = "Kleinrock, Queueing Systems I (1975), chapters 3 and 5",
        Yaml = $$"""
            length: 1000 days
            warm_up: 30 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: {{double.Parse(perHour) / 2}} shipments per hour, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: {{search}}, lanes: {{lanes}}, when_full: wait } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: { traffic: {{double.Parse(perHour) * 10}} per hour } }
            deployments: { posted: { post: { port: { task_force: all, team: team } } } }
            experiment: { replications: {{(lanes > 1 ? 10 : double.Parse(perHour) < 1 ? 60 : 20)}}, seed: 13 }
            """,
        Expectations = [new("posted", "wait_h", waitHours) { SharpTo = sharpTo }, new("posted", "seizure_rate", 0.5)],
    };

    private static Oracle LimitedQueue() => new()
    {
        Law = "A queue of at most six at four lanes: M/M/4/10",
        Source = "Gross and Harris, Fundamentals of Queueing Theory (1998), section 2.5",
        Yaml = """
            length: 1000 days
            warm_up: 1 day
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 30 shipments per hour, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: { exponential: 5 min }, lanes: 4, when_full: wait, queue_limit: 6 } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: { traffic: 600 per hour } }
            deployments: { posted: { post: { port: { task_force: all, team: team } } } }
            experiment: { replications: 10, seed: 14 }
            """,
        Expectations =
        [
            new("posted", "waved_through", 60 * HoursSimulated * 0.2300243254),
            new("posted", "wait_h", 4.553693 / 60),
            new("posted", "seizure_rate", 0.5 * (1 - 0.2300243254)),
        ],
    };

    private static Oracle Jackson() => new()
    {
        Law = "Two waiting checkpoints in a row, exponential: each is M/M/c by itself",
        Source = "Burke 1956; Jackson 1957",
        Yaml = """
            length: 400 days
            warm_up: 10 days
            places: { a: { at: [29, -98] }, b: { at: [28, -98] }, c: { at: [27, -99], kind: port } }
            corridors: { road: { path: [a, b, c] } }
            flows: { guns: { rate: 30 shipments per hour, routes: { road: 100% } } }
            team_types:
              first: { stops: 100%, finds: 0%, search: { exponential: 6 min }, lanes: 4, when_full: wait }
              second: { stops: 100%, finds: 0%, search: { exponential: 4 min }, lanes: 3, when_full: wait }
            task_forces: { all: { home: a, teams: { first: 1, second: 1 } } }
            checkpoints: { b: {}, c: {} }
            deployments: { posted: { post: { b: { task_force: all, team: first }, c: { task_force: all, team: second } } } }
            experiment: { replications: 20, seed: 15 }
            """,
        Expectations =
        [
            new("posted", "wait_h", 3.0566 / 60) { Of = (Dimension.Checkpoint, "b") },
            new("posted", "wait_h", 4.0 / 9 / (45 - 30)) { Of = (Dimension.Checkpoint, "c") },
        ],
    };
}
