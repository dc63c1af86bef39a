using System.CommandLine;
using SimInterdiction.Cli.Doubt;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint sensitivity</c>: what doubt about the inputs does to the answer.</summary>
internal static class SensitivityCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        string[] methods = [.. Enum.GetNames<SensitivityMethod>().Select(name => name.ToLowerInvariant())];
        var method = new Option<string>("--method")
        {
            Description =
                "tornado: one input at a time. map: two inputs together. verdicts: every deployment under every assumption. "
                + "morris, sobol: all inputs together, at random.",
            DefaultValueFactory = _ => methods[0],
            HelpName = string.Join('|', methods),
        };
        method.AcceptOnlyFromAmong(methods);
        var deployment = new Option<string?>("--deployment")
        {
            Description = "Whose difference from the baseline; default: the one that the answer tells of.",
            HelpName = "name",
        };
        var measure = new Option<string?>("--measure") { Description = "About which measure, instead of the file's.", HelpName = "name" };
        var inputs = new Option<string[]>("--inputs")
        {
            Description = "The two inputs of a map, by path; default: those that move the difference most.",
            HelpName = "a,b",
        };
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            "How many at each setting; default: the file's, or fewer where there are many settings.",
            2,
            1_000_000
        );
        Option<int?> samples = CommonArguments.Number<int>(
            "--samples",
            "Random walks of morris (default 20), rows of sobol (default 128).",
            2,
            100_000
        );
        Option<long?> seed = CommonArguments.Number<long>("--seed", "Which random numbers, instead of the file's.", 0, 9007199254740991);
        Option<int?> jobs = CommonArguments.Jobs();
        Option<string> results = CommonArguments.Results();
        Option<bool> json = CommonArguments.Flag("--json", "The results as JSON on standard output.");
        Option<bool> quiet = CommonArguments.Flag("--quiet", "No progress, and only the table.");
        var command = new Command("sensitivity", "Shows which of the inputs marked uncertain flip the answer, or may, and where.")
        {
            file,
            set,
            method,
            deployment,
            measure,
            inputs,
            replications,
            samples,
            seed,
            jobs,
            results,
            json,
            quiet,
        };
        command.SetAction(parsed =>
        {
            var request = new SensitivityRequest
            {
                File = parsed.GetValue(file)!,
                Overrides = parsed.GetValue(set) ?? [],
                Method = Enum.Parse<SensitivityMethod>(parsed.GetValue(method)!, ignoreCase: true),
                Deployment = parsed.GetValue(deployment),
                Measure = parsed.GetValue(measure),
                Inputs = CommonArguments.SplitNames(parsed.GetValue(inputs)),
                Replications = parsed.GetValue(replications),
                Samples = parsed.GetValue(samples),
                Seed = parsed.GetValue(seed),
                Jobs = parsed.GetValue(jobs) ?? 0,
                Results = parsed.GetValue(results)!,
                AsJson = parsed.GetValue(json),
                IsQuiet = parsed.GetValue(quiet),
            };
            if (ScenarioInput.Load(request.File, request.Overrides, error) is not { } reading)
            {
                return ExitCode.ScenarioErrors;
            }

            if (Objection(request, reading) is { } objection)
            {
                error.WriteLine($"simint: {objection}");
                return ExitCode.Usage;
            }

            return new SensitivityRun(request, reading, output, error).Execute();
        });
        return command;
    }

    /// <summary>Why the request can't be met, or null.</summary>
    private static string? Objection(SensitivityRequest request, ScenarioReading reading)
    {
        Scenario scenario = reading.Scenario!;
        string[] paths = [.. reading.UncertainInputs.Select(u => u.Path)];
        string[] others = [.. scenario.Deployments.Keys.Where(name => name != scenario.Baseline)];
        if (paths.Length == 0)
        {
            return "the scenario marks no input as uncertain. Write what nobody knows with its lowest, best and highest value, "
                + "such as 'finds: { uncertain: [40%, 50%, 60%] }'.";
        }

        if (others.Length == 0)
        {
            return "the scenario has one deployment, and so no difference to study.";
        }

        if (request.Deployment is { } wanted && !others.Contains(wanted))
        {
            return wanted == scenario.Baseline
                ? $"'{wanted}' is the baseline; the others are: {string.Join(", ", others)}."
                : Names.Missing("deployment", wanted, others);
        }

        if (MeasureCatalog.Find(request.Measure ?? scenario.Experiment.Measure) is not { Estimator: not Estimator.Pooled })
        {
            return $"there is no measure '{request.Measure ?? scenario.Experiment.Measure}' to study. See 'simint list measures'.";
        }

        if (request.Inputs.FirstOrDefault(path => !paths.Contains(path)) is { } unknown)
        {
            return $"'{unknown}' is not marked uncertain{(Names.DidYouMean(unknown, paths) is { } meant ? $": {meant}" : ".")} "
                + $"These are: {string.Join(", ", paths)}.";
        }

        return (request.Method, request.Inputs.Count, request.Inputs.Distinct().Count()) switch
        {
            (SensitivityMethod.Map, not (0 or 2), _) or (SensitivityMethod.Map, 2, 1) => "a map is of two different inputs: --inputs a,b.",
            (SensitivityMethod.Map, _, _) when paths.Length < 2 => "a map needs two inputs marked uncertain, and there is one.",
            (not SensitivityMethod.Map, > 0, _) => "--inputs is for --method map.",
            (not (SensitivityMethod.Morris or SensitivityMethod.Sobol), _, _) when request.Samples is not null =>
                "--samples is for --method morris and --method sobol.",
            (SensitivityMethod.Verdicts, _, _) when request.Deployment is not null =>
                "--method verdicts is about every deployment: leave --deployment out.",
            _ => null,
        };
    }
}
