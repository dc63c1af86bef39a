using SimInterdiction.Model.Measures;

namespace SimInterdiction.Application.Validations;

/// <summary>Lanes: who is waved through, and who waits how long.</summary>
internal static class QueueOracles
{
    private const double HoursSimulated = 1000 * 24;
    private const string PollaczekKhinchine = "M/G/1, Pollaczek 1930, Khinchine 1932";

    public static IReadOnlyList<Oracle> All { get; } =
    [
        Loss(
            "loss_5_3",
            "five lanes, three of them busy if all were let in, search times exponential",
            5,
            3,
            0.1100543,
            "{ exponential: 6 min }"
        ),
        Loss(
            "loss_5_4",
            "five lanes, four of them busy if all were let in, search times exponential",
            5,
            4,
            0.199066874,
            "{ exponential: 6 min }"
        ),
        Loss(
            "loss_10_7",
            "ten lanes, seven of them busy if all were let in, search times exponential",
            10,
            7,
            0.0787408830,
            "{ exponential: 6 min }"
        ),
        Loss("loss_fixed", "five lanes, three of them busy if all were let in, every search as long", 5, 3, 0.1100543, "6 min"),
        MoreLanes(),
        Waiting(
            "wait_one_lane",
            "one lane busy 90 % of the time, search times exponential: 9 search times",
            "M/M/1",
            "0.9",
            1,
            "{ exponential: 1 h }",
            9,
            sharpTo: 0.06
        ),
        Waiting("wait_fixed", "the same with every search as long: half of that", "M/D/1", "0.9", 1, "1 h", 4.5, sharpTo: 0.06),
        Waiting(
            "wait_three_lanes",
            "three lanes, two of them busy: 4 in 9 vehicles wait at all",
            "M/M/3, Erlang C",
            "20",
            3,
            "{ exponential: 6 min }",
            4.0 / 9 / 10
        ),
        Waiting(
            "wait_four_lanes",
            "four lanes, 30 vehicles an hour, 10 an hour in each lane",
            "M/M/4",
            "30",
            4,
            "{ exponential: 6 min }",
            3.0566 / 60
        ),
        Waiting("wait_no_variation", "one lane 80 % busy, every search as long: 12 min", PollaczekKhinchine, "8", 1, "6 min", 12.0 / 60),
        Waiting(
            "wait_some_variation",
            "one lane 80 % busy, search times with a spread of half their mean: 15 min",
            PollaczekKhinchine,
            "8",
            1,
            "{ gamma: { mean: 6 min, sd: 3 min } }",
            15.0 / 60
        ),
        Waiting(
            "wait_exponential",
            "one lane 80 % busy, search times exponential: 24 min",
            PollaczekKhinchine,
            "8",
            1,
            "{ exponential: 6 min }",
            24.0 / 60
        ),
        Waiting(
            "wait_much_variation",
            "one lane 80 % busy, search times with a spread of 1.4 times their mean: 36 min",
            PollaczekKhinchine,
            "8",
            1,
            "{ gamma: { mean: 6 min, sd: 8.48528137 min } }",
            36.0 / 60,
            sharpTo: 0.05
        ),
        Delays(),
        TrafficByHour(),
        LimitedQueue(),
        Jackson(),
    ];

    /// <summary>Half of the arrivals are shipments, half legitimate vehicles; all are alike to the lanes.</summary>
    private static Oracle Loss(string name, string lanesAndSearches, int lanes, int offered, double loss, string search) =>
        new()
        {
            Name = name,
            Law = $"Waved through when all lanes are busy: {lanesAndSearches}",
            Source = "Erlang 1917 (loss formula B); for searches of any form Sevastyanov 1957",
            Yaml = $$"""
                length: 1000 days
                warm_up: 1 day
                {{OneRoad.WithTraffic(offered * 100)}}
                flows: { guns: { rate: {{offered * 5}} shipments per hour, routes: { road: 100% } } }
                team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: {{search}}, lanes: {{lanes}} } }
                deployments: { posted: { {{OneRoad.Post}} } }
                experiment: { replications: 6, seed: 12 }
                """,
            Expectations =
            [
                new("posted", "seizure_rate", 0.5 * (1 - loss)),
                new("posted", "waved_through", offered * 10 * HoursSimulated * loss),
                new("posted", "lane_utilisation", offered * (1 - loss) / lanes),
            ],
        };

    private static Oracle Waiting(
        string name,
        string law,
        string model,
        string perHour,
        int lanes,
        string search,
        double waitHours,
        double sharpTo = 0.03
    ) =>
        new()
        {
            Name = name,
            Law = $"Waiting for a lane: {law}",
            Source = $"{model}; Kleinrock, Queueing Systems I (1975), chapters 3 and 5",
            Yaml = $$"""
                length: 1000 days
                warm_up: 30 days
                {{OneRoad.WithTraffic(double.Parse(perHour) * 10)}}
                flows: { guns: { rate: {{double.Parse(perHour) / 2}} shipments per hour, routes: { road: 100% } } }
                team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: {{search}}, lanes: {{lanes}}, when_full: wait } }
                deployments: { posted: { {{OneRoad.Post}} } }
                experiment: { replications: {{(
                    lanes > 1 ? 10
                    : double.Parse(perHour) < 1 ? 60
                    : 20
                )}}, seed: 13 }
                """,
            Expectations = [new("posted", "wait_h", waitHours) { SharpTo = sharpTo }, new("posted", "seizure_rate", 0.5)],
        };

    /// <remarks>Arrivals and searches are those of the first loss; ten lanes lose B(10, 3) = .000810, by Erlang's
    /// recursion.</remarks>
    private static Oracle MoreLanes() =>
        new()
        {
            Name = "more_lanes",
            Law =
                "Twice the lanes never seize less: they find what was waved through, to Erlang's figure; and a deployment "
                + "like another differs from it by exactly nothing",
            Source = "Erlang 1917; common random numbers",
            Yaml = $$"""
                length: 1000 days
                warm_up: 1 day
                places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
                corridors: { road: { path: [city, port] } }
                flows: { guns: { rate: 30 shipments per hour, routes: { road: 100% } } }
                team_types:
                  five: { stops: 100%, finds: 50%, search: { exponential: 6 min }, lanes: 5 }
                  ten: { based_on: five, lanes: 10 }
                task_forces: { all: { home: port, teams: { five: 1, ten: 1 } } }
                checkpoints: { port: {} }
                deployments:
                  five: { post: { port: { task_force: all, team: five } } }
                  five_again: { note: The same, based_on: five }
                  ten: { post: { port: { task_force: all, team: ten } } }
                experiment: { replications: 6, seed: 17 }
                """,
            Expectations =
            [
                new("ten", "seizure_rate", 0.5 * (1 - 0.000810)),
                new("ten", "seizure_rate", 0.5 * (0.1100543 - 0.000810)) { IsDifference = true },
                new("five_again", "seizure_rate", 0) { IsDifference = true, IsExact = true },
            ],
        };

    /// <remarks>M/M/1 with 8 an hour and 10 searches an hour: time in queue and search is exponential with rate 2 an
    /// hour.</remarks>
    private static Oracle Delays() =>
        new()
        {
            Name = "delays",
            Law =
                "Delay at one lane, search times exponential: an exponential time itself, so its median is ln 2 and its 95th "
                + "percentile ln 20 of its mean",
            Source = "M/M/1; Kleinrock, Queueing Systems I (1975), section 3.2",
            Yaml = $$"""
                length: 4000 days
                warm_up: 30 days
                {{OneRoad.WithTraffic(80)}}
                flows: { guns: { rate: 4 shipments per hour, routes: { road: 100% } } }
                team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: { exponential: 6 min },
                    lanes: 1, when_full: wait } }
                deployments: { posted: { {{OneRoad.Post}} } }
                experiment: { replications: 10, seed: 46 }
                """,
            Expectations =
            [
                new("posted", "delay_per_vehicle_h", 0.5),
                new("posted", "delay_median_h", Math.Log(2) / 2),
                new("posted", "delay_p95_h", Math.Log(20) / 2),
            ],
        };

    private static Oracle TrafficByHour() =>
        new()
        {
            Name = "traffic_by_hour",
            Law = "Vehicles are stopped as often as traffic by weekday and hour says, and on average as often as without",
            Source = "Poisson process by thinning; Lewis and Shedler 1979",
            Yaml = """
                start: 2023-01-02
                length: 364 days
                places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
                corridors: { road: { path: [city, port] } }
                task_forces: { all: { home: port, teams: { team: 1 } } }
                checkpoints:
                  port:
                    traffic: 100 per hour
                    profile: { weekdays: { sat: 150%, sun: 50% }, hours: { "06:00-18:00": 160%, "18:00-06:00": 40% } }
                flows: { guns: { rate: 1 shipment per week, routes: { road: 100% } } }
                team_types: { team: { stops: 0%, stops_traffic: 10%, finds: 50% } }
                deployments:
                  always: { post: { port: { task_force: all, team: team } } }
                  saturdays: { post: { port: { task_force: all, team: team, days: [sat], hours: "06:00-18:00" } } }
                experiment: { replications: 40, seed: 47 }
                """,
            Expectations =
            [
                new("always", "stops", 364 * 24 * 10),
                new("always", "stops", 364 * 16) { Of = (Dimension.Hour, "07") },
                new("always", "stops", 364 * 4) { Of = (Dimension.Hour, "23") },
                new("saturdays", "stops", 52 * 12 * 10 * 1.5 * 1.6),
            ],
        };

    private static Oracle LimitedQueue() =>
        new()
        {
            Name = "limited_queue",
            Law = "Four lanes and a queue of at most six: the rest are waved through",
            Source = "M/M/4/10; Gross and Harris, Fundamentals of Queueing Theory (1998), section 2.5",
            Yaml = $$"""
                length: 1000 days
                warm_up: 1 day
                {{OneRoad.WithTraffic(600)}}
                flows: { guns: { rate: 30 shipments per hour, routes: { road: 100% } } }
                team_types: { team: { stops: 100%, stops_traffic: 5%, finds: 50%, search: { exponential: 5 min },
                    lanes: 4, when_full: wait, queue_limit: 6 } }
                deployments: { posted: { {{OneRoad.Post}} } }
                experiment: { replications: 10, seed: 14 }
                """,
            Expectations =
            [
                new("posted", "waved_through", 60 * HoursSimulated * 0.2300243254),
                new("posted", "wait_h", 4.553693 / 60),
                new("posted", "seizure_rate", 0.5 * (1 - 0.2300243254)),
            ],
        };

    private static Oracle Jackson() =>
        new()
        {
            Name = "in_a_row",
            Law = "Two checkpoints in a row, exponential searches: at each, vehicles wait as if it were the only one",
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
