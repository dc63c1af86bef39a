namespace SimInterdiction.Benchmarks.Measuring;

/// <summary><c>simint</c> as users have it.</summary>
internal static class PublishedProgram
{
    /// <summary>Publishes it for this platform, without the runtime in it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="ahead">Whether it is compiled ahead (ReadyToRun); otherwise while it runs, as by <c>dotnet
    /// run</c>.</param>
    /// <returns>The program's path; null, with the reason printed, where the packs can't be had.</returns>
    public static string? Publish(string folder, bool ahead)
    {
        string project = Path.Combine(Machine.Repository(), "src", "SimInterdiction.Cli");
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
            return Path.Combine(folder, "simint");
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine(
                $"Skipped: simint {(ahead ? "compiled ahead" : "compiled while it runs")}, since it can't be published here. "
                    + $"{error.Message.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))}"
            );
            return null;
        }
    }
}
