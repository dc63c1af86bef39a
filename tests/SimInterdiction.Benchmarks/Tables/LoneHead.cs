using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a head takes for a chunk, and how many it takes in: one beside up to a thousand workers that answer at
/// once.</summary>
internal static class LoneHead
{
    // What a head takes that has hardly anything to do.
    private const int Few = 20;

    private static readonly (string Scenario, string[] Options, int Workers, int Share)[] Heads =
    [
        ("smallest.yaml", [], 10, 1),
        ("smallest.yaml", [], 100, 1),
        ("smallest.yaml", [], 1_000, 1),
        ("southbound.yaml", ["--only", "today"], 1_000, 4),
        ("southbound.yaml", [], 1_000, 40),
    ];

    public static int Run(int chunks)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        try
        {
            if (PublishedProgram.Publish(Path.Combine(folder, "program"), ahead: false) is not { } simint)
            {
                return 1;
            }

            Console.WriteLine(Machine.Describe());
            Console.WriteLine();
            Console.WriteLine(
                "| scenario | workers | chunks | bytes in an answer | answered in a second | MB in a second | "
                    + "head: CPU ms for a chunk, cores busy, MB | server: CPU ms for a chunk |"
            );
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach ((string scenario, string[] options, int workers, int share) in Heads)
            {
                var pretence = new Pretence(scenario, options, workers, Math.Max(2 * Few, chunks / share));
                Print(pretence, PretendedRun.Of(simint, folder, pretence), PretendedRun.Of(simint, folder, pretence with { Chunks = Few }));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Print(Pretence pretence, PretendedRun run, PretendedRun idle)
    {
        double cpu = run.Head.CpuSeconds - idle.Head.CpuSeconds;
        int more = pretence.Chunks - Few;
        double rate = pretence.Chunks / run.Seconds;
        string name = string.Join(' ', pretence.Options.Prepend(pretence.Scenario));
        Console.WriteLine(
            $"| {name} | {pretence.Workers:N0} | {pretence.Chunks:N0} | {run.Bytes:N0} | {rate:0} | {rate * run.Bytes / 1e6:0.0} | "
                + $"{1e3 * cpu / more:0.0}, {cpu / more * rate:0.0}, {run.Head.PeakMegabytes:0} | "
                + $"{1e3 * (run.ServerSeconds - idle.ServerSeconds) / more:0.0} |"
        );
    }
}
