using System.Diagnostics;
using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What it costs to have workers simulate: two of them with a thread each, beside two threads of one
/// process.</summary>
/// <remarks>Head, workers and server share this machine, so that what head and server take is lost to the
/// workers.</remarks>
internal static class Machines
{
    private const string Token = "a-token-of-the-benchmarks";
    private const int Workers = 2;

    private static readonly (string File, int Replications)[] Studies =
    [
        ("smallest.yaml", 2_000),
        ("two-corridors.yaml", 2_000),
        ("southbound.yaml", 40),
    ];

    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        if (PublishedProgram.Publish(Path.Combine(folder, "program"), ahead: false) is not { } simint)
        {
            return 1;
        }

        string token = Path.Combine(folder, "token");
        File.WriteAllText(token, Token);
        File.WriteAllText(
            Path.Combine(folder, "server.conf"),
            $"listen: \"127.0.0.1:4222\"\nauthorization {{ token: \"{Token}\" }}\njetstream {{ store_dir: \"{folder}/queues\" }}\n"
        );
        string[] server = ["--on", "nats://127.0.0.1:4222", "--token-file", token];
        using Process queues = Start("nats-server", "-c", Path.Combine(folder, "server.conf"));
        Process[] workers =
        [
            .. Enumerable
                .Range(0, Workers)
                .Select(_ => Start(simint, "worker", "--join", server[1], "--slots", "1", "--token-file", token, "--quiet")),
        ];
        try
        {
            Print(simint, folder, server, rounds);
        }
        finally
        {
            foreach (Process process in workers.Append(queues))
            {
                process.Kill();
                process.WaitForExit();
                process.Dispose();
            }

            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Print(string simint, string folder, string[] server, int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(
            "| study | replications | chunks | threads, s | workers, s | threads over workers | head, MB | more for a chunk, ms |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((string file, int replications) in Studies)
        {
            string[] study =
            [
                simint,
                "run",
                Path.Combine(Machine.Repository(), "scenarios", file),
                "--no-figures",
                "--quiet",
                "--replications",
                $"{replications}",
            ];
            var each = new List<(double Alone, ChildRun Served, int Chunks)>();

            // The first one makes the workers warm.
            for (int round = -1; round < rounds; round++)
            {
                string results = Path.Combine(folder, $"results-{file}-{round}");
                double alone = Child.Run([.. study, "--jobs", $"{Workers}", "--out", $"{results}-alone"]).WallSeconds;
                ChildRun served = Child.Run([.. study, "--out", results, .. server]);
                if (round >= 0)
                {
                    each.Add((alone, served, ChunksIn(results)));
                }
            }

            Console.WriteLine(
                $"| {file} | {replications:N0} | {each[^1].Chunks:N0} | {Sample.MedianAndRange([.. each.Select(e => e.Alone)], "0.0")} | "
                    + $"{Sample.MedianAndRange([.. each.Select(e => e.Served.WallSeconds)], "0.0")} | "
                    + $"{Sample.MedianAndRange([.. each.Select(e => e.Alone / e.Served.WallSeconds)], "0.00")} | "
                    + $"{each.Max(e => e.Served.PeakMegabytes):0} | "
                    + $"{Sample.MedianAndRange([.. each.Select(e => 1e3 * (e.Served.WallSeconds - e.Alone) / e.Chunks)], "0")} |"
            );
        }
    }

    // An arm has a file for each.
    private static int ChunksIn(string results) =>
        Directory.GetFiles(results, "*.parquet", SearchOption.AllDirectories).GroupBy(Path.GetDirectoryName).Max(arm => arm.Count());

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
        ?? throw new InvalidOperationException($"{program} did not start.");
}
