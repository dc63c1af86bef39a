using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint sensitivity</c>: what uncertainty about the inputs does to the answer.</summary>
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
                + "discover: the region of all inputs in which the deployment is not worth it. "
                + "morris, sobol: all inputs together, at random.",
            DefaultValueFactory = _ => methods[0],
            HelpName = string.Join('|', methods),
        };
        method.TakesOneOf(methods);
        var deployment = new Option<string?>("--deployment")
        {
            Description = "Whose difference from the baseline; default: the one that the answer is about.",
            HelpName = "name",
        };
        var measure = new Option<string?>("--measure") { Description = "About which measure, instead of the file's.", HelpName = "name" };
        Option<string[]> inputs = CommonArguments.Names(
            "--inputs",
            "Of map: the two inputs, by their keys; default: those that move the difference most."
        );
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            "How many at each setting; default: the file's, or fewer where there are many settings.",
            2,
            1_000_000
        );
        Option<int?> samples = CommonArguments.Number<int>(
            "--samples",
            "Random walks of morris (default 20), rows of sobol (default 128), settings of discover (default 400, at least "
                + $"{SensitivityAnalysis.FewestSettings}).",
            2,
            100_000
        );
        Option<long?> seed = CommonArguments.Number<long>("--seed", "Which random numbers, instead of the file's.", 0, 9007199254740991);
        Option<int?> jobs = CommonArguments.Jobs();
        Option<string> results = CommonArguments.Results();
        Option<bool> json = CommonArguments.Flag("--json", "The results as JSON on standard output.");
        Option<bool> quiet = CommonArguments.Quiet();
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
        var server = new ClusterArguments("--on", ClusterArguments.Simulates, isRequired: false);
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new SensitivityRequest
            {
                Source = new ScenarioSource
                {
                    File = parsed.GetValue(file)!,
                    Overrides = parsed.GetValue(set) ?? [],
                    Seed = parsed.GetValue(seed),
                },
                Method = Enum.Parse<SensitivityMethod>(parsed.GetValue(method)!, ignoreCase: true),
                Deployment = parsed.GetValue(deployment),
                Measure = parsed.GetValue(measure),
                Inputs = CommonArguments.SplitNames(parsed.GetValue(inputs)),
                Replications = parsed.GetValue(replications),
                Samples = parsed.GetValue(samples),
            };
            var how = new Presentation { AsJson = parsed.GetValue(json), IsQuiet = parsed.GetValue(quiet) };
            string folder = parsed.GetValue(results)!;
            using var stop = new StopSignal();
            using var presenter = new SensitivityPresenter(how, folder, output, error);
            return server.Use(
                parsed,
                error,
                presenter.SayOfMachines,
                cluster =>
                    presenter.Tell(
                        new SensitivityStudy(CommonArguments.Workspace(folder)).Execute(
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
