using System.CommandLine;
using System.CommandLine.Parsing;
using SimInterdiction.Cli.Running;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint run</c>: the main job, every deployment of a scenario compared.</summary>
internal static class RunCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        Option<int?> replications = Number<int>("--replications", "How many times each deployment is simulated, instead of the file's.", 1, 1_000_000);
        Option<long?> seed = Number<long>("--seed", "Which random numbers, instead of the file's.", 0, 9007199254740991);
        Option<int?> jobs = Number<int>("--jobs", "Threads; default: one per core. Never changes a result.", 1, 1024);
        var only = new Option<string[]>("--only") { Description = "Only these deployments, and the baseline.", HelpName = "a,b" };
        var results = new Option<string>("--out") { Description = "The folder for results.", DefaultValueFactory = _ => "results", HelpName = "DIR" };
        Option<bool> noFigures = CommonArguments.Flag("--no-figures", "Data and manifest only.");
        Option<bool> fresh = CommonArguments.Flag("--fresh", "Simulates everything again, whatever was simulated before.");
        Option<bool> json = CommonArguments.Flag("--json", "The results as JSON on standard output.");
        Option<bool> quiet = CommonArguments.Flag("--quiet", "No progress, and only the table.");
        var command = new Command("run", "Simulates every deployment of a scenario and compares them.")
        {
            file, set, replications, seed, jobs, only, results, fresh, noFigures, json, quiet,
        };
        command.SetAction(parsed =>
        {
            var request = new RunRequest
            {
                File = parsed.GetValue(file)!,
                Overrides = parsed.GetValue(set) ?? [],
                Replications = parsed.GetValue(replications),
                Seed = parsed.GetValue(seed),
                Jobs = parsed.GetValue(jobs) ?? 0,
                Only = CommonArguments.SplitNames(parsed.GetValue(only)),
                Results = parsed.GetValue(results)!,
                IsFresh = parsed.GetValue(fresh),
                WithFigures = !parsed.GetValue(noFigures),
                AsJson = parsed.GetValue(json),
                IsQuiet = parsed.GetValue(quiet),
            };
            if (ScenarioInput.Load(request.File, request.Overrides, error) is not { } reading)
            {
                return ExitCode.ScenarioErrors;
            }

            return FindUnknown(request, reading, error) ? ExitCode.Usage : new Run(request, reading, output, error).Execute();
        });
        return command;
    }

    private static bool FindUnknown(RunRequest request, ScenarioReading reading, TextWriter error)
    {
        string? unknown = request.Only.FirstOrDefault(name => !reading.Scenario!.Deployments.ContainsKey(name));
        if (unknown is not null)
        {
            error.WriteLine($"simint: there is no deployment '{unknown}'. There are: {string.Join(", ", reading.Scenario!.Deployments.Keys)}.");
        }

        return unknown is not null;
    }

    private static Option<T?> Number<T>(string name, string description, T least, T most)
        where T : struct, IComparable<T>, IParsable<T>
    {
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = Parse,
        };

        T? Parse(ArgumentResult result)
        {
            if (T.TryParse(result.Tokens[0].Value, null, out T value) && value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0)
            {
                return value;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}, not '{result.Tokens[0].Value}'.");
            return null;
        }
    }
}
