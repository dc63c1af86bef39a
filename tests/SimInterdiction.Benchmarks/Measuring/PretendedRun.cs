using System.Diagnostics;

namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>What workers pretend that have simulated everything before.</summary>
/// <param name="Scenario">A shipped scenario.</param>
/// <param name="Options">More options of the run.</param>
/// <param name="Workers">How many workers, of one slot each.</param>
/// <param name="Chunks">How many chunks, of one replication of all arms each.</param>
/// <param name="Seconds">How long each chunk takes; 0 for an answer at once.</param>
internal sealed record Pretence(string Scenario, IReadOnlyList<string> Options, int Workers, int Chunks, double Seconds = 0);

/// <summary>A real head, around a real server, with workers that pretend.</summary>
/// <param name="Head">The head's process.</param>
/// <param name="Seconds">From when the workers were ready to the last answer.</param>
/// <param name="Bytes">In an answer, on average.</param>
/// <param name="ServerSeconds">CPU time of the server.</param>
internal sealed record PretendedRun(ChildRun Head, double Seconds, long Bytes, double ServerSeconds)
{
    /// <summary>Has all chunks answered.</summary>
    /// <param name="simint">The program.</param>
    /// <param name="folder">For results.</param>
    /// <param name="pretence">What is pretended.</param>
    /// <exception cref="InvalidOperationException">The head fails.</exception>
    public static PretendedRun Of(string simint, string folder, Pretence pretence)
    {
        using var server = new QueueServer();
        string[] own = Child.Own(
            "pretend-workers",
            $"{pretence.Chunks}",
            server.Url,
            server.TokenFile,
            $"{pretence.Workers}",
            FormattableString.Invariant($"{pretence.Seconds}")
        );
        using Process workers = Process.Start(
            new ProcessStartInfo(own[0], own.Skip(1)) { RedirectStandardOutput = true, RedirectStandardInput = true }
        )!;
        try
        {
            Task<string> output = workers.StandardOutput.ReadToEndAsync();
            string results = Path.Combine(folder, Path.GetRandomFileName());
            ChildRun head = Child.Run([
                simint,
                "run",
                Path.Combine(Machine.Repository(), "scenarios", pretence.Scenario),
                .. pretence.Options,
                "--no-figures",
                "--quiet",
                "--replications",
                $"{pretence.Chunks}",
                "--out",
                results,
                "--on",
                server.Url,
                "--token-file",
                server.TokenFile,
            ]);
            double ofServer = server.CpuSeconds;

            // They stay until now: the kernel has one account for all children that have ended.
            workers.StandardInput.Close();
            Directory.Delete(results, recursive: true);
            string[] words = output.Result.Split(' ');
            return new PretendedRun(head, double.Parse(words[1]), long.Parse(words[2]), ofServer);
        }
        finally
        {
            if (!workers.HasExited)
            {
                workers.Kill();
            }

            workers.WaitForExit();
        }
    }
}
