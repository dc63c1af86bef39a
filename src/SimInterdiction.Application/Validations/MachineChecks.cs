using System.Globalization;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Application.Validations;

/// <summary>That this machine computes what any other does, and that nothing is lost in a simulation of everything at
/// once.</summary>
internal static class MachineChecks
{
    public const string Title = "This machine, and the books";

    private const int Replications = 60;

    private static readonly Total[] Sums =
    [
        Total.ShipmentsDispatched,
        Total.FirearmsDispatched,
        Total.ShipmentsSeized,
        Total.FirearmsSeized,
    ];
    private static readonly Dimension[] Books = [Dimension.Fate, Dimension.Corridor, Dimension.Flow, Dimension.Organization];

    public static IReadOnlyList<MachineCheck> All { get; } =
    [
        new()
        {
            Name = "random_numbers",
            Law = "The random numbers are those published by the generator's authors, one at a time and eight at a time",
            Source = "Philox4x32-10, known answers of Random123 (Salmon and others 2011)",
            Run = _ => [.. KnownAnswers(), EightAtOnce()],
        },
        new()
        {
            Name = "threads",
            Law = "Any number of threads gives the same result, to the last bit",
            Source = "A replication depends on its number alone",
            Run = SameOnAnyThreads,
        },
        new()
        {
            Name = "conservation",
            Law =
                "Every shipment that leaves has one fate, takes one corridor and belongs to one flow: in every replication, "
                + "dispatched and seized add up",
            Source = "Conservation",
            Run = NothingIsLost,
        },
    ];

    /// <summary>Everything at once: traffickers who adapt, lanes that run full, tracing, cases, shifts.</summary>
    private const string Busy = """
        length: 60 days
        warm_up: 10 days
        places: { city: { at: [30, -98] }, a: { at: [29, -98] }, b: { at: [29, -99] }, port: { at: [27, -99], kind: port } }
        corridors: { by_a: { path: [city, a, port] }, by_b: { path: [city, b, port] } }
        organizations:
          first: { route_choice: { risk_aversion: 10, learns: place }, splits_loads: { after: 2 seizures,
              within: 10 days, factor: 50% }, lies_low: { for: 1 day, shipments: postponed } }
          second: { watches: { share: 50%, patience: 12 h } }
        flows:
          first: { rate: 60 shipments per day, organization: first, load: { lognormal: { median: 3, sigma: 1.0 },
              between: [1, 60] }, routes: { by_a: 50%, by_b: 50% } }
          second: { rate: 40 shipments per day, organization: second, load: 2, routes: { by_a: 50%, by_b: 50% } }
        team_types:
          team: { stops: 30%, finds: 50%, search: { exponential: 10 min }, lanes: 2 }
          unit: { works: leads, acts_on: 10%, finds: 50% }
        task_forces: { all: { home: port, teams: { team: 2, unit: 1 } } }
        checkpoints: { a: { traffic: 40 per hour }, port: { traffic: 60 per hour } }
        tracing: { takes: { exponential: 5 days }, lead: { raises_stops: 2, life: 20 days } }
        trafficking_group: { opens_at: 3 leads, capacity: 2, takes: { exponential: 10 days }, disruption: 60%,
            recovery_time: 10 days, substitution: 50% }
        deployments:
          everything:
            post:
              a: { task_force: all, team: team, hours: 18:00-06:00 }
              port: { task_force: all, team: team }
              unit: { at: port, task_force: all, team: unit, hours: 08:00-18:00 }
            programmes: { tracing: on, trafficking_group: on }
        experiment: { replications: 60, seed: 47 }
        """;

    private static IEnumerable<ExactCheck> KnownAnswers()
    {
        (uint[] KeyAndCounter, string Due)[] published =
        [
            ([0, 0, 0, 0, 0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
            ([.. Enumerable.Repeat(uint.MaxValue, 6)], "408f276d 41c83b0e a20bc7c6 6d5451fd"),
            ([0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], "d16cfe09 94fdcceb 5001e420 24126ea1"),
        ];
        string[] names = ["key and counter all zeros", "key and counter all ones", "key and counter of the digits of pi"];
        return published.Zip(names, (p, name) =>
        {
            uint[] k = p.KeyAndCounter;
            RandomBlock block = Philox.Block(k[0], k[1], k[2], k[3], k[4], k[5]);
            return new ExactCheck(name, p.Due, $"{block.Word0:x8} {block.Word1:x8} {block.Word2:x8} {block.Word3:x8}");
        });
    }

    private static ExactCheck EightAtOnce()
    {
        StreamKey key = new StreamRegister(2026).KeyOf("validate", "eight", "at once");
        int same = 0;
        for (ulong entity = 0; entity < 1000; entity++)
        {
            RandomBlocks blocks = Philox.DrawsOf(key, 7, entity, 0);
            same += Enumerable
                .Range(0, RandomBlocks.Count)
                .Count(i =>
                {
                    RandomBlock block = Philox.Draw(key, 7, entity, (uint)i);
                    return blocks.FirstFine[i] == block.FirstFine && blocks.SecondFine[i] == block.SecondFine;
                });
        }

        return new ExactCheck(
            "eight at a time, of 8,000",
            "8,000 the same",
            string.Create(CultureInfo.InvariantCulture, $"{same:N0} the same")
        );
    }

    private static IReadOnlyList<ExactCheck> SameOnAnyThreads(MachineCheckSetting setting)
    {
        int most = Math.Max(4, setting.Jobs == 0 ? Environment.ProcessorCount : setting.Jobs);
        string one = HashOn(1, setting);
        return
        [
            .. new[] { 2, most }
                .Distinct()
                .Select(threads => new ExactCheck($"hash of all results on {threads} threads", one, HashOn(threads, setting))),
        ];
    }

    // The first half of SHA-256 is plenty, and fits a line.
    private static string HashOn(int threads, MachineCheckSetting setting) =>
        ReplicationHashes.Of(BusyWith(setting), "everything", Replications, threads)[..16];

    private static IReadOnlyList<ExactCheck> NothingIsLost(MachineCheckSetting setting)
    {
        var compiled = CompiledScenario.Compile(BusyWith(setting));
        var record = new ReplicationRecord(compiled.EntryCounts);
        int[] addUp = new int[Books.Length];
        using var replication = new Replication(compiled, new Arm("everything"));
        for (int number = 0; number < Replications; number++)
        {
            replication.Run(number, record);
            for (int i = 0; i < Books.Length; i++)
            {
                addUp[i] += Sums.All(total => record.By(Books[i]).Sum(entry => entry[(int)total]) == record.Totals[(int)total]) ? 1 : 0;
            }
        }

        return
        [
            .. Books.Select(
                (book, i) =>
                    new ExactCheck($"replications adding up by {book.ToString().ToLowerInvariant()}", $"{Replications}", $"{addUp[i]}")
            ),
        ];
    }

    private static Scenario BusyWith(MachineCheckSetting setting)
    {
        Scenario scenario = setting.Read(Busy);
        return scenario with { Experiment = scenario.Experiment with { Seed = scenario.Experiment.Seed + setting.Seed } };
    }
}
