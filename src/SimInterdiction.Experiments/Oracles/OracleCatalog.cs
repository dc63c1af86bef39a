using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Oracles;

/// <summary>The laws that the simulation must obey, each as a scenario file with the answer.</summary>
public static class OracleCatalog
{
    private const double HoursSimulated = 1000 * 24;

    public static IReadOnlyList<Oracle> All { get; } =
    [
        Thinning(),
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
        Shifts(),
        MonthsFollowTheProfile(),
        Extremes(),
    ];

    private static Oracle Thinning() => new()
    {
        Law = "Independent checkpoints: seized is 1 - prod(1 - p), and at each p times what reaches it",
        Source = "Thinning of a Poisson process (Kingman, Poisson Processes, 1993)",
        Yaml = """
            length: 1000 days
            places: { a: { at: [30, -100] }, b: { at: [29, -100] }, c: { at: [28, -100] }, d: { at: [27, -100], kind: port } }
            corridors: { road: { path: [a, b, c, d] } }
            flows: { guns: { rate: 100 shipments per day, load: { empirical: { 1: 50%, 4: 50% } }, routes: { road: 100% } } }
            team_types:
              one: { stops: 20%, finds: 50% }
              two: { stops: 40%, finds: 50%, search: 30 min }
              three: { works: leads, acts_on: 50%, finds: 60% }
            task_forces: { all: { home: a, teams: { one: 1, two: 1, three: 1 } } }
            checkpoints: { a: {}, b: {}, d: {} }
            deployments:
              three: { post: { a: { task_force: all, team: one }, b: { task_force: all, team: two }, d: { task_force: all, team: three } } }
            experiment: { replications: 20, seed: 11 }
            """,
        Expectations =
        [
            new("three", "seizure_rate", 0.496),
            new("three", "shipment_seizure_rate", 0.496),
            .. new[] { ("a", 0.1), ("b", 0.9 * 0.2), ("d", 0.9 * 0.8 * 0.3) }
                .Select(p => new Expectation("three", "shipments_seized", 100 * 1000 * p.Item2) { Of = (Dimension.Checkpoint, p.Item1) }),
        ],
    };

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

    private static Oracle Shifts() => new()
    {
        Law = "On duty half of the day, flat hours: half the seizures of always on duty, whichever half",
        Source = "Thinning by time",
        Yaml = """
            length: 1000 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 100 shipments per day, routes: { road: 100% } } }
            team_types: { team: { stops: 40%, finds: 50% } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            deployments:
              always: { post: { port: { task_force: all, team: team } } }
              day: { post: { port: { task_force: all, team: team, hours: 06:00-18:00 } } }
              night: { post: { port: { task_force: all, team: team, hours: 18:00-06:00 } } }
              some_days: { post: { port: { task_force: all, team: team, days: [mon, wed, fri] } } }
            experiment: { replications: 20, seed: 16 }
            """,
        Expectations =
        [
            new("always", "seizure_rate", 0.2),
            new("day", "seizure_rate", 0.1),
            new("night", "seizure_rate", 0.1),
            new("some_days", "seizure_rate", 0.2 * 3 / 7),
        ],
    };

    /// <summary>Everything is seized where it leaves, so that seizures by month and hour are departures.</summary>
    private static Oracle MonthsFollowTheProfile()
    {
        double yearMean = ((31 * 1.5) + (28 * 0.5) + (365 - 59)) / 365;
        double hourMean = ((8 * 1.8) + 16) / 24;
        double weekMean = 7.5 / 7;
        return new Oracle
        {
            Law = "Departures follow the profile of months and hours, and the yearly rate stays",
            Source = "Thinning of a non-homogeneous Poisson process (Lewis and Shedler 1979)",
            Yaml = """
                start: 2023-01-01
                length: 365 days
                places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
                corridors: { road: { path: [city, port] } }
                flows:
                  guns:
                    rate: 36500 shipments per year
                    routes: { road: 100% }
                    profile: { months: { jan: 150%, feb: 50% }, weekdays: { sat: 150% }, hours: { "20:00-04:00": 180% } }
                team_types: { team: { stops: 100%, finds: 100% } }
                task_forces: { all: { home: city, teams: { team: 1 } } }
                checkpoints: { city: {} }
                deployments: { posted: { post: { city: { task_force: all, team: team } } } }
                experiment: { replications: 100, seed: 17 }
                """,
            Expectations =
            [
                new("posted", "seizure_rate", 1) { IsExact = true },
                Month("2023-01", 31, 1.5, saturdays: 4),
                Month("2023-02", 28, 0.5, saturdays: 4),
                Month("2023-04", 30, 1, saturdays: 5),
                Month("2023-11", 30, 1, saturdays: 4),
                Hour("21", 1.8),
                Hour("03", 1.8),
                Hour("12", 1),
            ],
        };

        Expectation Month(string name, int days, double weight, int saturdays) =>
            new("posted", "shipments_seized", 100 * weight / yearMean * (days + (0.5 * saturdays)) / weekMean) { Of = (Dimension.Month, name) };

        // Over the weeks of 2023: January has 4 Saturdays, February 4, the other months 44 of 52.
        Expectation Hour(string name, double weight) => new(
            "posted",
            "shipments_seized",
            100 / 24.0 * weight / hourMean * ((1.5 * (31 + 2)) + (0.5 * (28 + 2)) + (306 + 22)) / yearMean / weekMean)
        { Of = (Dimension.Hour, name) };
    }

    private static Oracle Extremes() => new()
    {
        Law = "No teams: nothing seized. Everything stopped and found: everything seized",
        Source = "Conservation",
        Yaml = """
            length: 30 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 50 shipments per day, load: { lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] }, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, finds: 100%, search: 10 min } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            deployments:
              nobody: {}
              everything: { post: { port: { task_force: all, team: team } } }
            experiment: { replications: 20, seed: 18 }
            """,
        Expectations =
        [
            new("nobody", "firearms_seized", 0) { IsExact = true },
            new("everything", "seizure_rate", 1) { IsExact = true },
            new("everything", "firearms_delivered", 0) { IsExact = true },
        ],
    };
}
