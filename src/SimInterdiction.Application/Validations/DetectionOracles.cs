using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Application.Validations;

/// <summary>Who is found, where and when.</summary>
internal static class DetectionOracles
{
    public static IReadOnlyList<Oracle> All { get; } =
    [Thinning(), Shifts(), Rotations(), MonthsFollowTheProfile(), OpenByDay(), LooksByTheHour(), Extremes()];

    private static Oracle Thinning() =>
        new()
        {
            Name = "thinning",
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
                  three: { post: { a: { task_force: all, team: one }, b: { task_force: all, team: two },
                      d: { task_force: all, team: three } } }
                experiment: { replications: 20, seed: 11 }
                """,
            Expectations =
            [
                new("three", "seizure_rate", 0.496),
                new("three", "shipment_seizure_rate", 0.496),
                .. new[] { ("a", 0.1), ("b", 0.9 * 0.2), ("d", 0.9 * 0.8 * 0.3) }.Select(p => new Expectation(
                    "three",
                    "shipments_seized",
                    100 * 1000 * p.Item2
                )
                {
                    Of = (Dimension.Checkpoint, p.Item1),
                }),
            ],
        };

    private static Oracle Shifts() =>
        new()
        {
            Name = "shifts",
            Law = "On duty half the day, departures at any hour: half the seizures of a team always on duty",
            Source = "Thinning by time",
            Yaml = $$"""
                length: 1000 days
                {{OneRoad.Network}}
                flows: { guns: { rate: 100 shipments per day, routes: { road: 100% } } }
                team_types: { team: { stops: 40%, finds: 50% } }
                deployments:
                  always: { {{OneRoad.Post}} }
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

    private static Oracle Rotations() =>
        new()
        {
            Name = "rotations",
            Law =
                "A team that rotates between two checkpoints seizes at each its share of what it would seize by staying, in "
                + "turn or by chance",
            Source = "Thinning by time",
            Yaml = """
                length: 1000 days
                places: { city: { at: [30, -98] }, a: { at: [29, -98] }, b: { at: [29, -99] }, port: { at: [27, -99], kind: port } }
                corridors: { by_a: { path: [city, a, port] }, by_b: { path: [city, b, port] } }
                flows: { guns: { rate: 100 shipments per day, routes: { by_a: 70%, by_b: 30% } } }
                team_types: { team: { stops: 40%, finds: 50% } }
                task_forces: { all: { home: city, teams: { team: 1 } } }
                checkpoints: { a: {}, b: {} }
                deployments:
                  stays: { post: { a: { task_force: all, team: team } } }
                  by_chance: { post: { roving: { at: { rotate: { a: 50%, b: 50% }, every: 1 day, order: random },
                      task_force: all, team: team } } }
                  in_turn: { post: { roving: { at: { rotate: { a: 50%, b: 50% }, every: 1 day, order: fixed },
                      task_force: all, team: team } } }
                  mostly_a: { post: { roving: { at: { rotate: { a: 75%, b: 25% }, every: 2 days, order: random },
                      task_force: all, team: team, hours: 06:00-18:00 } } }
                experiment: { replications: 30, seed: 19 }
                """,
            Expectations =
            [
                new("stays", "shipments_seized", 100_000 * 0.7 * 0.2),
                .. At("by_chance", 0.5, 0.5),
                .. At("in_turn", 0.5, 0.5),
                .. At("mostly_a", 0.75 / 2, 0.25 / 2, sharpTo: 0.08),
            ],
        };

    private static Expectation[] At(string deployment, double shareAtA, double shareAtB, double sharpTo = 0.04) =>
        [
            new(deployment, "shipments_seized", 100_000 * 0.7 * 0.2 * shareAtA) { Of = (Dimension.Checkpoint, "a"), SharpTo = sharpTo },
            new(deployment, "shipments_seized", 100_000 * 0.3 * 0.2 * shareAtB) { Of = (Dimension.Checkpoint, "b"), SharpTo = sharpTo },
        ];

    /// <summary>Everything is seized where it leaves, so that seizures by month and hour are departures.</summary>
    private static Oracle MonthsFollowTheProfile()
    {
        double yearMean = ((31 * 1.5) + (28 * 0.5) + (365 - 59)) / 365;
        double hourMean = ((8 * 1.8) + 16) / 24;
        double weekMean = 7.5 / 7;
        return new Oracle
        {
            Name = "months",
            Law = "Departures follow the profile of months and hours and keep the yearly rate",
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
            new("posted", "shipments_seized", 100 * weight / yearMean * (days + (0.5 * saturdays)) / weekMean)
            {
                Of = (Dimension.Month, name),
            };

        // Over the weeks of 2023: January has 4 Saturdays, February 4, the other months 44 of 52.
        Expectation Hour(string name, double weight) =>
            new(
                "posted",
                "shipments_seized",
                100 / 24.0 * weight / hourMean * ((1.5 * (31 + 2)) + (0.5 * (28 + 2)) + (306 + 22)) / yearMean / weekMean
            )
            {
                Of = (Dimension.Hour, name),
            };
    }

    private static Oracle OpenByDay() =>
        new()
        {
            Name = "open_by_day",
            Law =
                "A port, or a road, that is closed for half of the day: what comes then is there when it opens, and whoever is on "
                + "duty in that hour meets 13 of 24 shipments",
            Source = "Arrivals of a Poisson process are spread evenly over the day",
            Yaml = """
                length: 2000 days
                warm_up: 10 days
                places:
                  city: { at: [29, -98] }
                  port: { at: [27, -99], kind: port, open: { hours: "06:00-18:00" } }
                  pass: { at: [29.0001, -98] }
                  end: { at: [28.9999, -98] }
                roads: { lane: { between: [pass, end], length: 0 mi, open: { hours: "06:00-18:00" } } }
                corridors: { to_port: { path: [city, port] }, over_pass: { path: [pass, end] } }
                flows:
                  first: { rate: 2 shipments per hour, routes: { to_port: 100% } }
                  second: { rate: 2 shipments per hour, routes: { over_pass: 100% } }
                team_types: { team: { stops: 100%, finds: 100% } }
                task_forces: { all: { home: port, teams: { team: 2 } } }
                checkpoints: { port: {}, end: {} }
                deployments:
                  mornings:
                    post:
                      port: { task_force: all, team: team, hours: "06:00-07:00" }
                      end: { task_force: all, team: team, hours: "06:00-07:00" }
                  nights:
                    post:
                      port: { task_force: all, team: team, hours: "18:00-06:00" }
                      end: { task_force: all, team: team, hours: "18:00-06:00" }
                experiment: { replications: 10, seed: 48 }
                """,
            Expectations =
            [
                new("mornings", "seizure_rate", 13.0 / 24),
                new("mornings", "shipments_seized", 2000 * 48 * 13.0 / 24) { Of = (Dimension.Checkpoint, "port") },
                new("mornings", "shipments_seized", 2000 * 48 * 13.0 / 24) { Of = (Dimension.Checkpoint, "end") },
                new("nights", "shipments_seized", 0) { IsExact = true },
            ],
        };

    // By day 90 vehicles an hour, by night 10: looks at 40 are 4 of 9, and all. At the gate 900 pass in ten hours.
    private static Oracle LooksByTheHour() =>
        new()
        {
            Name = "looks",
            Law =
                "Looks at 40 vehicles an hour stop 40 of the 90 that pass by day, and all of the 10 by night; a port that is open for "
                + "ten hours lets a day's traffic through in these",
            Source = "Thinning by time",
            Yaml = """
                start: 2023-01-02
                length: 196 days
                warm_up: 14 days
                places:
                  city: { at: [29, -98] }
                  town: { at: [28, -98] }
                  gate: { at: [27, -99], kind: port, open: { hours: "08:00-18:00", days: [mon, tue, wed, thu, fri] } }
                  end: { at: [27, -98], kind: port }
                corridors: { by_town: { path: [city, town, end] }, by_gate: { path: [city, gate] } }
                flows:
                  first: { rate: 2 shipments per hour, routes: { by_town: 100% } }
                  second: { rate: 2 shipments per hour, routes: { by_gate: 100% } }
                team_types: { team: { looks: 40 per hour, finds: 50% } }
                task_forces: { all: { home: city, teams: { team: 2 } } }
                checkpoints:
                  town: { traffic: 1_040 per day, profile: { hours: { "08:00-18:00": 900%, "18:00-08:00": 100% } } }
                  gate: { traffic: 900 per day }
                deployments:
                  posted: { post: { town: { task_force: all, team: team }, gate: { task_force: all, team: team } } }
                experiment: { replications: 20, seed: 78 }
                """,
            Expectations =
            [
                new("posted", "shipments_seized", 196 * 48 * 0.5 * StoppedAtTown) { Of = (Dimension.Checkpoint, "town") },
                new("posted", "shipments_seized", 196 * 48 * 0.5 * 4 / 9) { Of = (Dimension.Checkpoint, "gate") },
                new("posted", "stops", 196 * ((10 * 40) + (14 * 10) + (48 * StoppedAtTown))) { Of = (Dimension.Checkpoint, "town") },
                new("posted", "stops", (140 * 10 * 40) + (196 * 48 * 4.0 / 9)) { Of = (Dimension.Checkpoint, "gate") },
            ],
        };

    private const double StoppedAtTown = ((10 * 4 / 9.0) + 14) / 24;

    private static Oracle Extremes() =>
        new()
        {
            Name = "extremes",
            Law = "No teams: nothing is seized. Everything stopped and found: everything is seized",
            Source = "Conservation",
            Yaml = $$"""
                length: 30 days
                {{OneRoad.Network}}
                flows: { guns: { rate: 50 shipments per day, load: { lognormal: { median: 3, sigma: 1.0 },
                    between: [1, 60] }, routes: { road: 100% } } }
                team_types: { team: { stops: 100%, finds: 100%, search: 10 min } }
                deployments:
                  nobody: {}
                  everything: { {{OneRoad.Post}} }
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
