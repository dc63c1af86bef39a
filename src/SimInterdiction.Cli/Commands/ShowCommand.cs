using System.CommandLine;
using System.Globalization;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Model;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint show</c>: the scenario as the program understands it.</summary>
internal static class ShowCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        var deployment = new Option<string>("--deployment") { Description = "Only this deployment.", HelpName = "name" };
        Option<bool> sources = CommonArguments.Flag("--sources", "Where each value came from.");
        Option<bool> model = CommonArguments.Flag(
            "--model",
            "What the model makes of it: corridors and their shares, what each team can do, officer-hours and cost."
        );
        var diff = new Option<string[]>("--diff")
        {
            Description = "How two deployments differ, key by key.",
            HelpName = "A B",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        Option<int?> draw = CommonArguments.Number<int>(
            "--draw",
            "Which plan of each deployment that rotates is drawn on each of so many days from the start.",
            1,
            100_000
        );
        Option<long?> seed = CommonArguments.Number<long>(
            "--seed",
            "With which random numbers it is drawn; default: the file's.",
            0,
            ExperimentPlan.MostSeed
        );
        var command = new Command("show", "The resolved scenario: everything inherited, set and defaulted.")
        {
            file,
            set,
            deployment,
            sources,
            model,
            diff,
            draw,
            seed,
        };
        command.AllowOneOf(sources, model, draw);
        command.SetAction(parsed =>
        {
            if (ScenarioInput.Load(parsed.GetValue(file)!, parsed.GetValue(set) ?? [], error) is not { } reading)
            {
                return ExitCode.ScenarioErrors;
            }

            string[] names = [.. parsed.GetValue(diff) ?? [], .. parsed.GetValue(deployment) is { } one ? new[] { one } : []];
            if (names.FirstOrDefault(n => !reading.Scenario!.Deployments.ContainsKey(n)) is { } unknown)
            {
                error.WriteLine($"simint: {Names.Missing("deployment", unknown, reading.Scenario!.Deployments.Keys)}");
                return ExitCode.Usage;
            }

            if (parsed.GetValue(draw) is { } days)
            {
                return Draw(reading.Scenario!, parsed.GetValue(deployment), days, parsed.GetValue(seed), output, error);
            }

            if (parsed.GetValue(model))
            {
                foreach (string line in PreviewLines.Of(ScenarioPreview.Of(reading.Scenario!), parsed.GetValue(deployment)))
                {
                    output.WriteLine(line);
                }

                return ExitCode.Ok;
            }

            Print(reading, parsed.GetValue(diff), parsed.GetValue(sources), parsed.GetValue(deployment), output);
            return ExitCode.Ok;
        });
        return command;
    }

    private static int Draw(Scenario scenario, string? only, int days, long? seed, TextWriter output, TextWriter error)
    {
        string[] rotating = [.. scenario.Deployments.Where(each => each.Value.Rotate is not null).Select(each => each.Key)];
        if (rotating.Length == 0 || (only is not null && !rotating.Contains(only)))
        {
            error.WriteLine($"simint: {(only is null ? "no deployment" : $"'{only}'")} rotates among plans: there is nothing to draw.");
            return ExitCode.Usage;
        }

        long drawn = seed ?? scenario.Experiment.Seed;
        foreach (string name in rotating.Where(name => only is null || name == only))
        {
            foreach (string line in PlanLines.Of(scenario.Deployments[name]).SelectMany(text => TerminalTable.Wrap(text, string.Empty)))
            {
                output.WriteLine(line);
            }

            output.WriteLine($"{name}, drawn with seed {drawn}:");
            foreach (DrawnDay each in PlanCalendar.Of(scenario, name, days, drawn))
            {
                output.WriteLine($"{each.Day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)}  {each.Plan}");
            }
        }

        return ExitCode.Ok;
    }

    private static void Print(ScenarioReading reading, string[]? diff, bool withSources, string? deployment, TextWriter output)
    {
        ResolvedScenario resolved = reading.Resolved;
        if (diff is [var left, var right])
        {
            (string Path, string? First, string? Second)[] differences = [.. resolved.Diff(left, right)];
            foreach ((string path, string? first, string? second) in differences)
            {
                output.WriteLine($"{path}: {first ?? "(none)"} -> {second ?? "(none)"}");
            }

            if (differences.Length == 0)
            {
                output.WriteLine($"'{left}' and '{right}' differ in nothing.");
            }
        }
        else if (withSources)
        {
            string prefix = deployment is null ? string.Empty : $"deployments.{deployment}.";
            foreach (
                (string path, string value, string source) in resolved
                    .Values()
                    .Where(v => v.Path.StartsWith(prefix, StringComparison.Ordinal))
            )
            {
                output.WriteLine($"{path} = {value}  # {CommandWording.OfOrigin(source)}");
            }
        }
        else
        {
            foreach (string rings in RingWords.Of(reading.Scenario!))
            {
                output.WriteLine($"# {rings}");
            }

            output.Write(resolved.ToYaml(deployment));
        }
    }
}
