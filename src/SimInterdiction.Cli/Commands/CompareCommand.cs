using System.CommandLine;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint compare</c>: what differs between runs, in what was asked and in what came out.</summary>
internal static class CompareCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "Two runs or more: folders, names, or ids such as 2026-11-24-b21e; the others are compared with the first.",
            Arity = new ArgumentArity(0, 10_000),
        };
        runs.Validators.Add(given =>
        {
            if (given.Tokens.Count < 2)
            {
                given.AddError("compare takes two runs or more; 'simint list runs' lists them.");
            }
        });
        Option<string> results = CommonArguments.Results();
        var measure = new Option<string>("--measure")
        {
            Description = "What is compared, instead of the first run's measure.",
            HelpName = "name",
        };
        Option<bool> csv = CommonArguments.Flag("--csv", "As CSV.");
        Option<bool> markdown = CommonArguments.Flag("--md", "As Markdown.");
        Option<bool> json = CommonArguments.Flag("--json", "As JSON.");
        var command = new Command(
            "compare",
            "Shows what differs between runs: their settings, and the results of deployments that have the same name."
        )
        {
            runs,
            results,
            measure,
            csv,
            markdown,
            json,
        };
        command.AllowOneOf(csv, markdown, json);
        command.SetAction(parsed =>
        {
            Func<RunTable, string> write =
                parsed.GetValue(json) ? RunTableJson.Write
                : parsed.GetValue(csv) ? RunTableText.Csv
                : parsed.GetValue(markdown) ? RunTableText.Markdown
                : RunTableText.Plain;
            using var stop = new StopSignal();
            using var presenter = new ComparisonPresenter(write, output, error);
            return presenter.Tell(
                new RunComparison(CommonArguments.Workspace(parsed.GetValue(results)!)).Execute(
                    new ComparisonRequest(parsed.GetValue(runs)!, parsed.GetValue(measure)),
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }
}
