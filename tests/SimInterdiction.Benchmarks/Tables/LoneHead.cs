using System.Diagnostics;
using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a head takes for a chunk: one beside many workers that answer at once.</summary>
internal static class LoneHead
{
    private const string Url = "nats://127.0.0.1:4223";

    // What a head takes that has hardly anything to do.
    private const int Few = 20;

    public static int Run(int chunks)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        if (PublishedProgram.Publish(Path.Combine(folder, "program"), ahead: false) is not { } simint)
        {
            return 1;
        }

        string token = Path.Combine(folder, "token");
        File.WriteAllText(token, "a-token-of-the-benchmarks");
        File.WriteAllText(
            Path.Combine(folder, "server.conf"),
            $"listen: \"127.0.0.1:4223\"\nauthorization {{ token: \"{File.ReadAllText(token)}\" }}\n"
                + $"jetstream {{ store_dir: \"{folder}/queues\" }}\n"
        );
        using Process queues = Process.Start(
            new ProcessStartInfo("nats-server", ["-c", Path.Combine(folder, "server.conf")]) { RedirectStandardError = true }
        )!;
        queues.BeginErrorReadLine();
        try
        {
            Console.WriteLine(Machine.Describe());
            Console.WriteLine();
            Console.WriteLine(
                "| workers | chunks | bytes in an answer | answered in a second | head, user CPU ms for a chunk | head, MB |"
            );
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach (int workers in new[] { 10, 100 })
            {
                (ChildRun head, double seconds, long bytes) = Measure(simint, folder, token, workers, chunks);
                (ChildRun idle, _, _) = Measure(simint, folder, token, workers, Few);
                Console.WriteLine(
                    $"| {workers:N0} | {chunks:N0} | {bytes:N0} | {chunks / seconds:0} | "
                        + $"{1e3 * (head.UserSeconds - idle.UserSeconds) / (chunks - Few):0.0} | {head.PeakMegabytes:0} |"
                );
            }
        }
        finally
        {
            queues.Kill();
            queues.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static (ChildRun Head, double Seconds, long Bytes) Measure(string simint, string folder, string token, int workers, int chunks)
    {
        string[] own = Child.Own("pretend-workers", $"{chunks}", Url, token, $"{workers}");
        using Process all = Process.Start(new ProcessStartInfo(own[0], own.Skip(1)) { RedirectStandardOutput = true })!;
        Task<string> output = all.StandardOutput.ReadToEndAsync();
        ChildRun head = Child.Run([
            simint,
            "run",
            Path.Combine(Machine.Repository(), "scenarios", "smallest.yaml"),
            "--no-figures",
            "--quiet",
            "--replications",
            $"{chunks}",
            "--out",
            Path.Combine(folder, $"results-{workers}-{chunks}"),
            "--on",
            Url,
            "--token-file",
            token,
        ]);
        all.WaitForExit();
        string[] words = output.Result.Split(' ');
        return (head, double.Parse(words[1]), long.Parse(words[2]));
    }
}
