using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Templates;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint demo</c>: the shipped scenario, small, from nothing to an open report.</summary>
internal static class DemoCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<string> results = CommonArguments.Results();
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            $"How many times each deployment is simulated. Default: {DemonstrationRequest.Few}, too few to decide on.",
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
            string folder = parsed.GetValue(results)!;
            using var stop = new StopSignal();
            using var presenter = new DemonstrationPresenter(!parsed.GetValue(closed), folder, output, error);
            return presenter.Tell(
                new Demonstration(CommonArguments.Workspace(folder)).Execute(
                    new DemonstrationRequest(parsed.GetValue(replications) ?? DemonstrationRequest.Few),
                    new Effort { Jobs = parsed.GetValue(jobs) ?? 0 },
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }
}
