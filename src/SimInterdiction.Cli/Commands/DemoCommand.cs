using System.CommandLine;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint demo</c>: the shipped scenario, small, from nothing to an open report.</summary>
internal static class DemoCommand
{
    private const int FewReplications = 20;

    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<string> results = CommonArguments.Results();
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            $"How many times each deployment is simulated. Default: {FewReplications}, too few to decide on.",
            1,
            1_000_000
        );
        Option<int?> jobs = CommonArguments.Jobs();
        Option<bool> closed = CommonArguments.Flag("--no-open", "Does not open the report.");
        var command = new Command("demo", "Simulates the shipped scenario with few replications, and opens the report.")
        {
            results,
            replications,
            jobs,
            closed,
        };
        command.SetAction(parsed =>
        {
            string folder = OutputFolder.Of(parsed.GetValue(results)!, DemoScenario.FileName);
            string file = Unpack(folder, error);
            int code = RunCommand.Run(
                new RunRequest
                {
                    Source = new ScenarioSource { File = file },
                    Replications = parsed.GetValue(replications) ?? FewReplications,
                },
                new Effort { Jobs = parsed.GetValue(jobs) ?? 0 },
                new Presentation(),
                parsed.GetValue(results)!,
                output,
                error
            );
            if (code == ExitCode.ScenarioErrors)
            {
                return code;
            }

            output.WriteLine($"  Next    edit {file}, then: simint run {file}");
            string? report = RunFolder.RunsIn(folder).Select(run => Path.Combine(run, "report.html")).FirstOrDefault(File.Exists);
            if (code == ExitCode.Ok && report is not null && !parsed.GetValue(closed) && !Screen.TryOpen(report))
            {
                output.WriteLine("There is no screen here to show the report on; open the file above in any browser.");
            }

            return code;
        });
        return command;
    }

    /// <summary>Puts the scenario and its tables down; what is there already may have been changed and is left as it
    /// is.</summary>
    private static string Unpack(string folder, TextWriter error)
    {
        OutputFolder.Make(folder);
        foreach ((string name, string text) in DemoScenario.Files)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                File.WriteAllText(path, text);
            }
            else if (File.ReadAllText(path) != text)
            {
                error.WriteLine($"{path} was changed; it is taken as it is. Delete it for the shipped one.");
            }
        }

        return Path.Combine(folder, DemoScenario.FileName);
    }
}
