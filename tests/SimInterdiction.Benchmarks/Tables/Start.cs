using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>How long <c>simint</c> takes to answer when published, compiled ahead (ReadyToRun) and not.</summary>
internal static class Start
{
    public static int Run(int rounds)
    {
        string repository = Machine.Repository();
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        string[][] published =
        [
            .. new[] { true, false }
                .Select(ahead => Publish(repository, Path.Combine(folder, ahead ? "ahead" : "plain"), ahead))
                .OfType<string[]>(),
        ];
        string[][] asked =
        [
            ["--version"],
            ["check", Path.Combine("scenarios", "southbound.yaml")],
        ];
        (string Title, string[] Command)[] commands =
        [
            .. published.SelectMany(p => asked.Select(words => ($"simint {string.Join(' ', words)} ({p[1]})", (string[])[p[0], .. words]))),
        ];
        List<ChildRun>[] runs = [.. commands.Select(_ => new List<ChildRun>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < commands.Length; i++)
            {
                runs[i].Add(Child.Run(commands[i].Command, repository));
            }
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| command | wall, ms | least | user CPU, ms |");
        Console.WriteLine("|---|---|---|---|");
        for (int i = 0; i < commands.Length; i++)
        {
            Console.WriteLine(
                $"| `{commands[i].Title}` | {1000 * Sample.Median(runs[i].Select(r => r.WallSeconds)):0} | "
                    + $"{1000 * runs[i].Min(r => r.WallSeconds):0} | {1000 * Sample.Median(runs[i].Select(r => r.UserSeconds)):0} |"
            );
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>The program's path and how it was published; null, with the reason printed, where the packs can't be
    /// had.</summary>
    private static string[]? Publish(string repository, string folder, bool ahead)
    {
        string project = Path.Combine(repository, "src", "SimInterdiction.Cli");
        string title = ahead ? "ReadyToRun" : "compiled while running";
        try
        {
            Child.Run([
                "dotnet",
                "publish",
                project,
                "-c",
                "Release",
                "-r",
                "linux-x64",
                "--self-contained",
                "false",
                $"-p:PublishReadyToRun={ahead}",
                "-o",
                folder,
            ]);
            return [Path.Combine(folder, "simint"), title];
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine(
                $"Skipped: {title}, since it can't be published here. "
                    + $"{error.Message.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))}"
            );
            return null;
        }
    }
}
