using System.CommandLine;
using SimInterdiction.Cli.Running;
using SimInterdiction.Model.Costs;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint run</c>: the main job, every deployment of a scenario compared.</summary>
internal static class RunCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            "How many times each deployment is simulated, instead of the file's.",
            1,
            1_000_000
        );
        var precision = new Option<string?>("--precision")
        {
            Description = "Simulates on until every difference is known to this, give or take.",
            HelpName = "\"0.1 points\"",
        };
        Option<bool> chooseBest = CommonArguments.Flag(
            "--choose-best",
            "Simulates on until a good deployment is chosen; those unlikely to win by what matters drop out early."
        );
        Option<bool> includeUncertainty = CommonArguments.Flag(
            "--include-uncertainty",
            "Draws what is marked uncertain anew every 2 replications, and says how the true difference varies over what it may be."
        );
        Option<long?> seed = CommonArguments.Number<long>("--seed", "Which random numbers, instead of the file's.", 0, 9007199254740991);
        Option<int?> jobs = CommonArguments.Jobs();
        var only = new Option<string[]>("--only") { Description = "Only these deployments, and the baseline.", HelpName = "a,b" };
        var adaptive = new Option<string>("--adaptive")
        {
            Description = "Whether traffickers adapt as the file says (on), or stay as they are (off).",
            DefaultValueFactory = _ => "on",
            HelpName = "on|off",
        };
        adaptive.AcceptOnlyFromAmong("on", "off");
        Option<string> results = CommonArguments.Results();
        Option<bool> noFigures = CommonArguments.Flag("--no-figures", "Data and manifest only.");
        Option<bool> dryRun = CommonArguments.Flag("--dry-run", "Only says how long it will take and how small a difference it will find.");
        Option<bool> fresh = CommonArguments.Flag("--fresh", "Simulates everything again, whatever was simulated before.");
        Option<bool> json = CommonArguments.Flag("--json", "The results as JSON on standard output.");
        Option<bool> quiet = CommonArguments.Flag("--quiet", "No progress, and only the table.");
        var command = new Command("run", "Simulates every deployment of a scenario and compares them.")
        {
            file,
            set,
            replications,
            precision,
            chooseBest,
            includeUncertainty,
            seed,
            jobs,
            only,
            adaptive,
            results,
            dryRun,
            fresh,
            noFigures,
            json,
            quiet,
        };
        command.AllowOneOf(dryRun, json);
        command.SetAction(parsed =>
        {
            var request = new RunRequest
            {
                File = parsed.GetValue(file)!,
                Overrides =
                [
                    .. parsed.GetValue(set) ?? [],
                    .. parsed.GetValue(precision) is { } halfWidth ? [$"experiment.precision={halfWidth}"] : Array.Empty<string>(),
                    .. parsed.GetValue(chooseBest) ? ["experiment.choose=best"] : Array.Empty<string>(),
                ],
                Replications = parsed.GetValue(replications),
                Seed = parsed.GetValue(seed),
                Jobs = parsed.GetValue(jobs) ?? 0,
                IsAdaptive = parsed.GetValue(adaptive) != "off",
                Only = CommonArguments.SplitNames(parsed.GetValue(only)),
                IncludesUncertainty = parsed.GetValue(includeUncertainty),
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

            if (
                FindUnknown(request, reading, error)
                || FindTooFew(request, reading, error)
                || FindNothingUncertain(request, reading, error)
                || FindNoEnd(request, reading, error)
                || FindTooMuch(request, reading, error)
            )
            {
                return ExitCode.Usage;
            }

            return parsed.GetValue(dryRun)
                ? new DryRun(request, reading, output).Execute()
                : new Run(request, reading, output, error).Execute();
        });
        return command;
    }

    private static bool FindTooFew(RunRequest request, ScenarioReading reading, TextWriter error)
    {
        bool areTooFew = reading.Scenario!.Experiment.Choose == Choosing.Best && request.Replications < ExperimentPlan.FewestToChooseFrom;
        if (areTooFew)
        {
            error.WriteLine(
                $"simint: choosing needs a first stage of {ExperimentPlan.FewestToChooseFrom} replications at least, not "
                    + $"{request.Replications}."
            );
        }

        return areTooFew;
    }

    // The file alone was found to be in bounds; options may ask for more of it.
    private static bool FindTooMuch(RunRequest request, ScenarioReading reading, TextWriter error)
    {
        CostProblem? problem = CostWords.TooMuch(
            StudyCost.Of(reading.Scenario!, request.Replications, request.Only.Count > 0 ? request.Only : null)
        );
        if (problem is not null)
        {
            error.WriteLine($"simint: {problem.Message}; {problem.Allowed}. Try {problem.Hint}.");
        }

        return problem is not null;
    }

    private static bool FindNothingUncertain(RunRequest request, ScenarioReading reading, TextWriter error)
    {
        bool isNothing = request.IncludesUncertainty && reading.UncertainInputs.Count == 0;
        if (isNothing)
        {
            error.WriteLine(
                "simint: --include-uncertainty has nothing to draw: the scenario marks no input as uncertain, as in 'finds: "
                    + "{ uncertain: [40%, 50%, 60%] }'."
            );
        }

        return isNothing;
    }

    // Replications make an average over the inputs as sure as you like, and no input: a precision or a choice would
    // rest on the wrong thing.
    private static bool FindNoEnd(RunRequest request, ScenarioReading reading, TextWriter error)
    {
        ExperimentPlan plan = reading.Scenario!.Experiment;
        bool isEndless = request.IncludesUncertainty && (plan.Precision is not null || plan.Choose == Choosing.Best);
        if (isEndless)
        {
            string key = plan.Precision is not null ? "a precision" : "a choice of the best";
            error.WriteLine(
                $"simint: --include-uncertainty doesn't go with {key}: replications make an average surer, not the inputs. "
                    + "State a number of replications instead."
            );
        }

        return isEndless;
    }

    private static bool FindUnknown(RunRequest request, ScenarioReading reading, TextWriter error)
    {
        string? unknown = request.Only.FirstOrDefault(name => !reading.Scenario!.Deployments.ContainsKey(name));
        if (unknown is not null)
        {
            error.WriteLine($"simint: {Names.Missing("deployment", unknown, reading.Scenario!.Deployments.Keys)}");
        }

        return unknown is not null;
    }
}
