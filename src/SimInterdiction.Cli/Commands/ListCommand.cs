using System.CommandLine;
using SimInterdiction.Application.Listings;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint list</c>: the runs there are, and the names that scenario files and other commands
/// take.</summary>
internal static class ListCommand
{
    private const string Runs = "runs";
    private const string All = "all";

    private static readonly string[] Lists = [Runs, "measures", "templates", "problems"];

    public static Command Create(TextWriter output)
    {
        var what = new Argument<string>("WHAT")
        {
            Description = $"{string.Join(", ", Lists.SkipLast(1))} or {Lists[^1]}; without one, all but the runs.",
            DefaultValueFactory = _ => All,
        };
        Option<string> results = CommonArguments.Results();
        Option<bool> json = CommonArguments.Flag("--json", "The runs as JSON.");
        var command = new Command("list", "Lists runs, with state, answer and what changed since; or measures, templates, problem codes.")
        {
            what,
            results,
            json,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(what) is { } wanted && wanted != All && !Lists.Contains(wanted))
            {
                given.AddError(Names.Missing("list", wanted, Lists));
            }
            else if (given.GetValue(json) && given.GetValue(what) != Runs)
            {
                given.AddError("--json is for 'simint list runs'.");
            }
        });
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(what)!;
            if (wanted == Runs)
            {
                ListRuns(parsed.GetValue(results)!, parsed.GetValue(json), output);
                return;
            }

            Section("measures", MeasureCatalog.All.Select(m => (m.Name, $"{m.Meaning} {ExplainCommand.Writing(m)}")));
            Section("templates", ScenarioTemplates.Names.Select(t => (t, $"simint init DIR --template {t}")));
            Section("problems", ProblemCatalog.All.Select(p => (p.Code, p.Title)));

            void Section(string name, IEnumerable<(string Name, string Meaning)> rows)
            {
                if (wanted == name || wanted == All)
                {
                    output.WriteLine(name);
                    foreach ((string row, string meaning) in rows)
                    {
                        output.WriteLine($"  {row, -30} {meaning}");
                    }
                }
            }
        });
        return command;
    }

    private static void ListRuns(string results, bool asJson, TextWriter output)
    {
        IReadOnlyList<ListedRun> runs = RunList.In(CommonArguments.Workspace(results));
        if (asJson)
        {
            RunListPresenter.PrintJson(runs, output);
        }
        else
        {
            RunListPresenter.Print(runs, results, output);
        }
    }
}
