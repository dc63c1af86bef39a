using System.CommandLine;
using SimInterdiction.Application.Calibrations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint calibrate</c>: what nobody knows, fitted to figures that somebody does.</summary>
internal static class CalibrateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        var fit = new Option<string[]>("--fit")
        {
            Description =
                "A number to fit: its path, where the file marks it as uncertain; else \"PATH between LOW and HIGH\". May be repeated.",
            HelpName = "PATH",
            Required = true,
        };
        var to = new Option<string[]>("--to")
        {
            Description =
                "A figure to fit to, such as \"firearms_seized of today = 2000 +- 50\" (+-: how far off the figure may be). "
                + "May be repeated.",
            HelpName = "FIGURE",
            Required = true,
        };
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            "Periods of each average, instead of the file's.",
            2,
            1_000_000
        );
        Option<int?> draws = CommonArguments.Number<int>(
            "--draws",
            "With several numbers or figures: how many settings to try at most; default: 20,000.",
            100,
            10_000_000
        );
        Option<long?> seed = CommonArguments.Number<long>("--seed", "Which random numbers, instead of the file's.", 0, 9007199254740991);
        Option<int?> jobs = CommonArguments.Jobs();
        var save = new Option<string?>("--save")
        {
            Description = "The fitted scenario's file, beside the scenario; default: its name with '-fitted'.",
            HelpName = "NAME",
        };
        Option<bool> force = CommonArguments.Flag("--force", "Overwrites the fitted scenario's file.");
        Option<string> results = CommonArguments.Results();
        Option<bool> json = CommonArguments.Flag("--json", "The fit as JSON on standard output.");
        var command = new Command(
            "calibrate",
            "Fits unknown numbers so that measures match given figures, says what the figures can't tell "
                + "apart, and writes each number with what remains uncertain of it."
        )
        {
            file,
            fit,
            to,
            replications,
            draws,
            seed,
            jobs,
            save,
            force,
            results,
            json,
        };
        var server = new ClusterArguments("--on", ClusterArguments.Simulates, isRequired: false);
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new CalibrationRequest
            {
                Source = new ScenarioSource { File = parsed.GetValue(file)!, Seed = parsed.GetValue(seed) },
                Fits = parsed.GetValue(fit)!,
                Figures = parsed.GetValue(to)!,
                Replications = parsed.GetValue(replications),
                MostDraws = parsed.GetValue(draws),
                Save = parsed.GetValue(save),
                MayReplace = parsed.GetValue(force),
            };
            using var stop = new StopSignal();
            using var presenter = new CalibrationPresenter(parsed.GetValue(json), output, error);
            return server.Use(
                parsed,
                error,
                presenter.SayOfMachines,
                cluster =>
                    presenter.Tell(
                        new CalibrationStudy(CommonArguments.Workspace(parsed.GetValue(results)!)).Execute(
                            request,
                            new Effort { Jobs = parsed.GetValue(jobs) ?? 0, Cluster = cluster },
                            presenter,
                            stop.Token
                        )
                    ),
                stop.Token
            );
        });
        return command;
    }
}
