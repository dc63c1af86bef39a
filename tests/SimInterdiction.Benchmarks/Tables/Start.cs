using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>How long <c>simint</c> takes to answer when published, compiled ahead (ReadyToRun) and not.</summary>
internal static class Start
{
    private static readonly string[][] Asked =
    [
        ["--version"],
        ["check", Path.Combine("scenarios", "southbound.yaml")],
    ];

    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        (string Title, string[] Command)[] commands =
        [
            .. Commands("ReadyToRun", PublishedProgram.Publish(Path.Combine(folder, "ahead"), ahead: true)),
            .. Commands("compiled while running", PublishedProgram.Publish(Path.Combine(folder, "plain"), ahead: false)),
        ];
        List<ChildRun>[] runs = [.. commands.Select(_ => new List<ChildRun>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < commands.Length; i++)
            {
                runs[i].Add(Child.Run(commands[i].Command, Machine.Repository()));
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

    private static IEnumerable<(string Title, string[] Command)> Commands(string how, string? program) =>
        program is null ? [] : Asked.Select(words => ($"simint {string.Join(' ', words)} ({how})", (string[])[program, .. words]));
}
