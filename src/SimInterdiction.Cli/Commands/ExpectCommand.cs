using System.CommandLine;
using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint expect</c>: what theory expects of each deployment, in a moment.</summary>
internal static class ExpectCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        Option<string[]> deployments = CommonArguments.Names("--deployments", "Only these deployments.");
        Option<bool> json = CommonArguments.Flag("--json", "All numbers as JSON, also by checkpoint, task force, corridor and flow.");
        var command = new Command("expect", "What theory expects of each deployment, without simulating: firearms seized, and where.")
        {
            file,
            set,
            deployments,
            json,
        };
        command.SetAction(parsed =>
        {
            using var stop = new StopSignal();
            var presenter = new ExpectationPresenter(parsed.GetValue(json), output, error);
            return presenter.Tell(
                DeploymentExpectation.Execute(
                    new ExpectationRequest(
                        new ScenarioSource { File = parsed.GetValue(file)!, Overrides = parsed.GetValue(set) ?? [] },
                        CommonArguments.SplitNames(parsed.GetValue(deployments))
                    ),
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }
}
