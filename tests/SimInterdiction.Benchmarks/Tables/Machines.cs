using System.Diagnostics;
using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What it costs to have others simulate: what a chunk takes on its way, how evenly two workers are kept busy,
/// how much memory very many chunks take; and two workers with a thread each, beside two threads of one
/// process.</summary>
/// <remarks>Head, workers and server share this machine, so that what head and server take is lost to the
/// workers.</remarks>
internal static class Machines
{
    private const int Workers = 2;

    private static readonly (string File, int Replications)[] Studies =
    [
        ("smallest.yaml", 2_000),
        ("two-corridors.yaml", 2_000),
        ("southbound.yaml", 40),
    ];

    // The first is the smallest answer that there is: one arm, one replication.
    private static readonly (string What, Pretence Pretence)[] Ways =
    [
        ("the smallest", new Pretence("smallest.yaml", ["--only", "nobody"], Workers, 3_000)),
        ("a large one", new Pretence("southbound.yaml", [], Workers, 60)),
    ];

    private static readonly Pretence Even = new("smallest.yaml", ["--only", "nobody"], Workers, 80, 0.5);
    private static readonly Pretence Many = new("smallest.yaml", ["--only", "nobody"], Workers, 20_000);

    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        try
        {
            if (PublishedProgram.Publish(Path.Combine(folder, "program"), ahead: false) is not { } simint)
            {
                return 1;
            }

            Console.WriteLine(Machine.Describe());
            PrintWays(simint, folder, rounds);
            PrintEven(simint, folder, rounds);
            PretendedRun many = PretendedRun.Of(simint, folder, Many);
            Console.WriteLine();
            Console.WriteLine(
                $"{Many.Chunks:N0} chunks of {many.Bytes:N0} bytes: head at most {many.Head.PeakMegabytes:0} MB, "
                    + $"{1e3 * many.Seconds / Many.Chunks:0.0} ms each."
            );
            PrintStudies(simint, folder, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void PrintWays(string simint, string folder, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine("| a chunk's way, no work | chunks | bytes | ms a chunk | of it the head's CPU, ms |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach ((string what, Pretence pretence) in Ways)
        {
            PretendedRun[] runs = [.. Enumerable.Range(0, rounds).Select(_ => PretendedRun.Of(simint, folder, pretence))];
            Console.WriteLine(
                $"| {what} | {pretence.Chunks:N0} | {runs[0].Bytes:N0} | "
                    + $"{Sample.MedianAndRange([.. runs.Select(run => 1e3 * run.Seconds / pretence.Chunks)], "0.0")} | "
                    + $"{Sample.MedianAndRange([.. runs.Select(run => 1e3 * run.Head.CpuSeconds / pretence.Chunks)], "0.0")} |"
            );
        }
    }

    private static void PrintEven(string simint, string folder, int rounds)
    {
        double ideal = Even.Chunks * Even.Seconds / Even.Workers;
        double[] shares = [.. Enumerable.Range(0, rounds).Select(_ => ideal / PretendedRun.Of(simint, folder, Even).Seconds)];
        Console.WriteLine();
        Console.WriteLine(
            $"{Even.Workers} workers, {Even.Chunks} chunks of {Even.Seconds} s: "
                + $"{Sample.MedianAndRange(shares, "0.000")} of the ideal speed."
        );
    }

    private static void PrintStudies(string simint, string folder, int rounds)
    {
        using var queues = new QueueServer();
        string[] server = ["--on", queues.Url, "--token-file", queues.TokenFile];
        string[] join = ["--join", queues.Url, "--slots", "1", "--token-file", queues.TokenFile, "--quiet"];
        Process[] workers =
        [
            .. Enumerable
                .Range(0, Workers)
                .Select(_ => Process.Start(new ProcessStartInfo(simint, ["worker", .. join]) { RedirectStandardError = true })!),
        ];
        try
        {
            PrintStudies(simint, folder, server, rounds);
        }
        finally
        {
            foreach (Process process in workers)
            {
                process.Kill();
                process.WaitForExit();
                process.Dispose();
            }
        }
    }

    private static void PrintStudies(string simint, string folder, string[] server, int rounds)
    {
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
}
