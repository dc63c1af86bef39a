using System.CommandLine;
using System.Text.Json;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Solving;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint optimize</c>: the best deployment under limits, with proof.</summary>
internal static class OptimizeCommand
{
    private const string OfficerHours = PostingLimits.OfficerHours;
    private const string Usd = PostingLimits.Usd;
    private const int MostSeconds = 24 * 3600;

    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> file = CommonArguments.File();
        Option<string[]> set = CommonArguments.Set();
        var budget = new Option<string[]>("--budget")
        {
            Description =
                "What the deployment may take in the window, such as \"202_020 officer-hours\" or \"17_000_000 USD\"; "
                + "may be given for both. Default: the officer-hours of the deployment in force.",
            HelpName = "AMOUNT",
        };
        budget.Validators.Add(given =>
        {
            foreach (string text in given.Tokens.Select(token => token.Value).Where(text => BudgetText.Read([text]) is null))
            {
                given.AddError(
                    $"--budget takes an amount and its unit, such as \"202_020 {OfficerHours}\" or \"1_000_000 {Usd}\", "
                        + $"not '{Shortened.Text(text)}'."
                );
            }
        });
        Option<string[]> keep = CommonArguments.Names("--keep", "Postings of the deployment in force that stay.");
        Option<string[]> taskForces = CommonArguments.Names(
            "--task-forces",
            "Whose teams may be posted; default: those of whom the deployment in force posts some."
        );
        var against = new Option<string?>("--against")
        {
            Description =
                "fixed: traffickers keep their shares of corridors; logit: they know what is seized and avoid it as far as they are averse "
                + "to risk; best_route: all of a flow take the corridor on which least is seized. "
                + "Default: fixed.",
        };
        against.TakesOneOf([.. Enum.GetValues<Traffickers>().Select(WordOf)]);
        Option<int?> replications = CommonArguments.Number<int>(
            "--replications",
            "How often what is proposed is simulated, beside the deployment in force; 0: not at all; default: 20.",
            0,
            10_000
        );
        Option<int?> time = CommonArguments.Number<int>("--time", "Seconds the search may take at most; default: 60.", 1, MostSeconds);
        var save = new Option<string?>("--save")
        {
            Description = "The name of the file with the deployments; default: the scenario's with -best.",
            HelpName = "NAME",
        };
        Option<bool> force = CommonArguments.Flag("--force", "Overwrite a file of that name.");
        Option<bool> json = CommonArguments.Flag("--json", "All numbers and postings as JSON.");
        Option<bool> frontier = CommonArguments.Flag(
            "--frontier",
            "Also the best for nine other budgets, from a fifth of this one to twice it, and a figure; takes as long again."
        );
        Option<bool> random = CommonArguments.Flag(
            "--random",
            "Also the best plans of which one is drawn each day, against traffickers who know how often each is; takes as long again."
        );
        Option<bool> robust = CommonArguments.Flag(
            "--robust",
            "Also the deployment that loses least where it loses most, should uncertain inputs be otherwise; takes as long again."
        );
        Option<string> results = CommonArguments.Results();
        var command = new Command(
            "optimize",
            "The deployment that theory expects to seize most under limits, with proof, and a file with it beside the scenario."
        )
        {
            file,
            set,
            budget,
            keep,
            taskForces,
            against,
            replications,
            time,
            save,
            force,
            frontier,
            random,
            robust,
            json,
            results,
        };
        var server = new ClusterArguments("--on", "Has the workers of a NATS server simulate what is proposed.", isRequired: false);
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new OptimizationRequest(
                new ScenarioSource { File = parsed.GetValue(file)!, Overrides = parsed.GetValue(set) ?? [] }
            )
            {
                Budget = BudgetText.Read(parsed.GetValue(budget) ?? []),
                Keep = CommonArguments.SplitNames(parsed.GetValue(keep)),
                TaskForces = CommonArguments.SplitNames(parsed.GetValue(taskForces)),
                Against = parsed.GetValue(against) is { } word ? Enum.GetValues<Traffickers>().First(each => WordOf(each) == word) : null,
                Replications = parsed.GetValue(replications) ?? OptimizationRequest.UsualReplications,
                Seconds = parsed.GetValue(time) ?? OptimizationRequest.UsualSeconds,
                Save = parsed.GetValue(save),
                MayReplace = parsed.GetValue(force),
                HasFrontier = parsed.GetValue(frontier),
                Random = parsed.GetValue(random) ? true : null,
                Robust = parsed.GetValue(robust) ? true : null,
            };
            Workspace workspace = CommonArguments.Workspace(parsed.GetValue(results)!);
            using var stop = new StopSignal();
            using var presenter = new OptimizationPresenter(parsed.GetValue(json), output, error);
            return server.Use(
                parsed,
                error,
                presenter.SayOfMachines,
                cluster =>
                    presenter.Tell(
                        new DeploymentOptimization(workspace, SolverCommand.Program).Execute(
                            request,
                            new Effort { Cluster = cluster },
                            presenter,
                            stop.Token
                        )
                    ),
                stop.Token
            );
        });
        return command;
    }

    private static string WordOf(Traffickers traffickers) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{traffickers}");
}
