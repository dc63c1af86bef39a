using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a planner waits for: southbound.yaml as shipped, and what is asked of the finished run.</summary>
internal static class MainJob
{
    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        if (PublishedProgram.Publish(Path.Combine(folder, "simint"), ahead: false) is not { } program)
        {
            return 1;
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| command | on the clock, s | user CPU, s | peak memory, MB |");
        Console.WriteLine("|---|---|---|---|");
        string scenario = Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml");
        string results = Path.Combine(folder, "results");
        string[] run = [program, "run", scenario, "--out", results, "--quiet"];
        string Finished() => Directory.GetDirectories(Path.Combine(results, "southbound")).Single();
        (string Title, Func<string[]> Command)[] commands =
        [
            ("simint run scenarios/southbound.yaml", () => run),
            ("the same, of a finished run", () => run),
            ("simint plot RUN answer --png", () => [program, "plot", Finished(), "answer", "--png"]),
            ("simint report RUN --format html", () => [program, "report", Finished(), "--format", "html"]),
        ];
        List<ChildRun>[] runs = [.. commands.Select(_ => new List<ChildRun>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < commands.Length; i++)
            {
                runs[i].Add(Child.Run(commands[i].Command()));
            }

            Directory.Delete(results, recursive: true);
        }

        foreach (((string title, _), List<ChildRun> measured) in commands.Zip(runs))
        {
            Console.WriteLine(
                $"| `{title}` | {Sample.MedianAndRange([.. measured.Select(r => r.WallSeconds)], "0.0")} | "
                    + $"{Sample.MedianAndRange([.. measured.Select(r => r.UserSeconds)], "0.0")} | "
                    + $"{Sample.MedianAndRange([.. measured.Select(r => r.PeakMegabytes)], "0")} |"
            );
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }
}
