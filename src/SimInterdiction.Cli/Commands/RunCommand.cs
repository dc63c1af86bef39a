using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint run</c>: the main job, every deployment of a scenario compared.</summary>
internal static class RunCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        Option<string[]> whatIf = CommonArguments.WhatIf();
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            "How many times each deployment is simulated, instead of the file's.",
            1,
            1_000_000
        );
        var precision = new Option<string?>("--precision")
        {
            Description = "Goes on until every difference is known to within this.",
            HelpName = "\"0.1 points\"",
        };
        Option<bool> chooseBest = CommonArguments.Flag(
            "--choose-best",
            "Goes on until the best deployment is chosen, or one too close to it to matter; those unlikely to win drop out early."
        );
        Option<bool> includeUncertainty = CommonArguments.Flag(
            "--include-uncertainty",
            "Draws new values of the uncertain inputs every 2 replications, and says how the true difference varies with them."
        );
        Option<long?> seed = CommonArguments.Number<long>("--seed", "Which random numbers, instead of the file's.", 0, 9007199254740991);
        var name = new Option<string?>("--name")
        {
            Description = "What to call the run, such as summer-plan; wherever a run is asked for, its name will do.",
            HelpName = "NAME",
        };
        Option<int?> jobs = CommonArguments.Jobs();
        Option<string[]> only = CommonArguments.Names("--only", "Only these deployments, and the baseline.");
        var adaptive = new Option<string>("--adaptive")
        {
            Description = "Whether traffickers adapt as the file says (on), or stay as they are (off).",
            DefaultValueFactory = _ => "on",
            HelpName = "on|off",
        };
        adaptive.TakesOneOf("on", "off");
        Option<string> results = CommonArguments.Results();
        Option<bool> noFigures = CommonArguments.Flag("--no-figures", "Data and manifest only.");
        Option<bool> dryRun = CommonArguments.Flag("--dry-run", "Only says how long it will take and how small a difference it will find.");
        Option<bool> fresh = CommonArguments.Flag("--fresh", "Simulates everything again, even what was simulated before.");
        Option<bool> json = CommonArguments.Flag("--json", "The results as JSON on standard output.");
        Option<bool> quiet = CommonArguments.Quiet();
        var server = new ClusterArguments("--on", ClusterArguments.Simulates, isRequired: false);
        var command = new Command("run", "Simulates every deployment of a scenario and compares them.")
        {
            file,
            set,
            whatIf,
            replications,
            precision,
            chooseBest,
            includeUncertainty,
            seed,
            name,
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
        server.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(dryRun) && server.IsGiven(result))
            {
                result.AddError("--dry-run says how long this machine takes: leave --on out.");
            }
        });
        command.SetAction(parsed =>
        {
            var request = new RunRequest
            {
                Source = new ScenarioSource
                {
                    File = parsed.GetValue(file)!,
                    Overrides =
                    [
                        .. parsed.GetValue(set) ?? [],
                        .. parsed.GetValue(precision) is { } halfWidth ? [$"experiment.precision={halfWidth}"] : Array.Empty<string>(),
                        .. parsed.GetValue(chooseBest) ? ["experiment.choose=best"] : Array.Empty<string>(),
                    ],
                    GivenBy =
                    [
                        .. parsed.GetValue(precision) is null ? Array.Empty<string>() : [precision.Name],
                        .. parsed.GetValue(chooseBest) ? [chooseBest.Name] : Array.Empty<string>(),
                    ],
                    WhatIfs = parsed.GetValue(whatIf) ?? [],
                    Seed = parsed.GetValue(seed),
                },
                Name = parsed.GetValue(name),
                Replications = parsed.GetValue(replications),
                IsAdaptive = parsed.GetValue(adaptive) != "off",
                Only = CommonArguments.SplitNames(parsed.GetValue(only)),
                IncludesUncertainty = parsed.GetValue(includeUncertainty),
            };
            var effort = new Effort
            {
                Jobs = parsed.GetValue(jobs) ?? 0,
                IsFresh = parsed.GetValue(fresh),
                WithFigures = !parsed.GetValue(noFigures),
            };
            var how = new Presentation { AsJson = parsed.GetValue(json), IsQuiet = parsed.GetValue(quiet) };
            string folder = parsed.GetValue(results)!;
            if (parsed.GetValue(dryRun))
            {
                return Try(request, effort, folder, output, error);
            }

            using var stop = new StopSignal();
            using var presenter = new RunPresenter(how, folder, output, error);
            return server.Use(
                parsed,
                error,
                presenter.SayUnlessQuiet,
                cluster =>
                    presenter.Tell(
                        new Run(CommonArguments.Workspace(folder)).Execute(
                            request,
                            effort with
                            {
                                Cluster = cluster,
                            },
                            presenter,
                            stop.Token
                        )
                    ),
                stop.Token
            );
        });
        return command;
    }

    private static int Try(RunRequest request, Effort effort, string results, TextWriter output, TextWriter error)
    {
        using var stop = new StopSignal();
        var presenter = new DryRunPresenter(effort.Threads, output, error);
        return presenter.Tell(new DryRun(CommonArguments.Workspace(results)).Execute(request, effort, presenter, stop.Token));
    }
}
