using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says how a search for the best deployment goes, and what it found.</summary>
/// <param name="isJson">Whether as JSON.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes progress and problems.</param>
internal sealed class OptimizationPresenter(bool isJson, TextWriter output, TextWriter error) : IObserveOptimization, IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // Of a percentage: thousandths, which tell proofs apart.
    private const int Place = -3;

    // Of a budget, what a price is told for.
    private const double Unit = 1000;

    private ProgressLine? line;

    public void Read(ScenarioReading reading) => ScenarioInput.PrintProblems(reading, error);

    public void Begins(int candidates)
    {
        line = ProgressLine.Begin();
        line?.Show($"choosing among {candidates} postings", 0, 0);
    }

    public void Progress(double best, double bound) =>
        line?.Show(
            double.IsFinite(best) && double.IsFinite(bound)
                ? $"best {Percent(best)}, none above {Percent(bound)}"
                : "looking for a first deployment",
            0,
            0
        );

    public void Dispose() => line?.Dispose();

    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(OptimizationOutcome outcome)
    {
        Dispose();
        line = null;
        switch (outcome)
        {
            case OptimizationOutcome.Refused { Why: { } why }:
                return RefusalPresenter.Tell(why, error);
            case OptimizationOutcome.Impossible impossible:
                foreach (Limit limit in impossible.Limits)
                {
                    string kept = impossible.Kept.Count > 0 ? $"what is kept ({string.Join(", ", impossible.Kept)})" : "its group";
                    error.WriteLine(
                        $"simint: {kept} already takes more than there is: {limit.Name}, at most {Digits.Whole(limit.AtMost)}."
                    );
                }

                return ExitCode.Usage;
            case OptimizationOutcome.NothingToPost:
                error.WriteLine(
                    "simint: there is nothing to choose from: no task force that the deployment in force, or --task-forces, names "
                        + "has a team for any place within its reach."
                );
                return ExitCode.Usage;
            case OptimizationOutcome.Found found:
                if (isJson)
                {
                    output.WriteLine(Json(found).ToJsonString(Indented));
                }
                else
                {
                    Tell(found);
                }

                if (found.NotSaved is { } notSaved)
                {
                    error.WriteLine($"simint: {SaveWords.Of(notSaved)}");
                    return ExitCode.RunFailed;
                }

                return ExitCode.Ok;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Tell(OptimizationOutcome.Found found)
    {
        bool someLearn = found.Deployments.Any(each => each.Expected.Known is not null);
        Say($"{ProvenanceBlock.SyntheticWarning} The best of what {found.Candidates} possible postings make, as theory expects it:");
        string[][] rows =
        [
            [
                "deployment",
                "seized",
                "share",
                .. someLearn ? ["if they knew all risks"] : Array.Empty<string>(),
                "on their best route",
                "officer-hours",
            ],
            .. found.Deployments.Select(each =>
                (string[])
                    [
                        each.Expected.Name,
                        Digits.Whole(each.Expected.Frozen.Seized),
                        Percent(each.Expected.Frozen.SeizureRate),
                        .. someLearn ? [Percent(each.Expected.Known?.SeizureRate)] : Array.Empty<string>(),
                        Percent(each.ShareOnBestRoutes),
                        Digits.Whole(each.OfficerHours),
                    ]
            ),
        ];
        AlignedRows.Write(output, rows);
        Say(ProofOf(found));
        (ProposedDeployment today, ProposedDeployment best) = (found.Deployments[0], found.Deployments[1]);
        if (
            Digits.Hours(today.OfficerHours) == Digits.Hours(best.OfficerHours)
            && Percent(today.Expected.Frozen.SeizureRate) == Percent(best.Expected.Frozen.SeizureRate)
        )
        {
            Say($"{today.Expected.Name} is as good as the best found.");
        }

        if (found.Better.Count > 0)
        {
            string[] better = [.. found.Better.Select(each => $"{each.Name} ({Percent(each.Share)})")];
            Say(
                $"Better than the best found, within the budget, and not among what is searched: {Plain.List(better)}. "
                    + (better.Length == 1 ? "It posts" : "They post")
                    + " teams as the search does not (two postings of a type at one place at once, dates, rotations), or "
                    + (better.Length == 1 ? "is" : "are")
                    + " beyond another limit, or the search needs more time."
            );
        }

        Say(OthersOf(found));
        foreach (
            (Limit limit, _, double? price) in found.Limits.Where(each =>
                each.Limit.Name is PostingLimits.OfficerHours or PostingLimits.Usd
            )
        )
        {
            if (price is { } each)
            {
                string gain = Points(Unit * each);
                Say(
                    $"{Digits.Whole(Unit)} {limit.Name} more would bring "
                        + (gain == Points(0) ? "nothing." : $"about {gain}, as if teams could be divided.")
                );
            }
        }

        OptimizationFindings.TellSimulated(found, output);
        OptimizationFindings.TellPrices(found, output);
        output.WriteLine();
        Say($"The postings of {found.Deployments[1].Expected.Name}:");
        AlignedRows.Write(
            output,
            found.Deployments[1].Deployment.Post.Count == 0
                ?
                [
                    ["nobody"],
                ]
                :
                [
                    ["place", "team", "task force", "hours"],
                    .. found
                        .Deployments[1]
                        .Deployment.Post.Select(posting =>
                            (string[])
                                [
                                    string.Join(", ", posting.Value.CheckpointsOf(posting.Key)),
                                    posting.Value.Count > 1 ? $"{posting.Value.Count} {posting.Value.Team}" : posting.Value.Team,
                                    posting.Value.TaskForce,
                                    $"{posting.Value.Hours} {DaysOf(posting.Value)}".TrimEnd(),
                                ]
                        ),
                ],
            names: 4
        );
        foreach (string sentence in SimplificationWords.Of(found.Deployments.Select(each => each.Expected.Frozen)))
        {
            Say(sentence);
        }

        Say("What organizations do about the teams is left out of 'share'.");
        if (found.File is { } file)
        {
            Say($"Written to {file}: simint run {file} simulates it beside the others.");
        }
    }

    private static string ProofOf(OptimizationOutcome.Found found)
    {
        string none =
            $"no deployment of these postings within the limits, with one of a team type at a place at a time, seizes more than "
            + Percent(found.Bound);
        string how = found switch
        {
            { HadSolver: false } => $"Without a solver for this platform the best is only good: {none}",
            { End: SelectionEnd.Proven } => $"Proven: {none}",
            { End: SelectionEnd.Stopped } => $"Stopped: {none}",
            _ => $"The solver failed: {none}",
        };
        return $"{how}, by the reckoning of the search, where the best seizes {Percent(found.Worth)} ({Digits.Round(found.Seconds)} s).";
    }

    private static string OthersOf(OptimizationOutcome.Found found)
    {
        string whom =
            found.Against == Traffickers.Fixed
                ? "all of a flow took the corridor on which least is seized ('on their best route')"
                : "traffickers kept their shares of corridors";
        return $"If {whom}, the best would seize {Percent(found.WorthAgainstOthers)}, and none more than "
            + $"{Percent(found.BoundAgainstOthers)}.";
    }

    private void Say(string sentence)
    {
        foreach (string wrapped in TerminalTable.Wrap(sentence, string.Empty))
        {
            output.WriteLine(wrapped);
        }
    }

    private static string? DaysOf(Posting posting) => posting.Days is { } days ? string.Join(", ", days).ToLowerInvariant() : null;

    private static string Percent(double? share) => share is { } value ? $"{Digits.ToPlace(100 * value, Place)}%" : Plain.Dash;

    private static string Points(double share) => $"{Digits.ToPlace(100 * share, Place)} points";

    private static JsonObject Json(OptimizationOutcome.Found found) =>
        new()
        {
            ["data"] = "synthetic",
            ["share_of_best"] = found.Worth,
            ["bound"] = double.IsFinite(found.Bound) ? found.Bound : null,
            ["gap"] = double.IsFinite(found.Bound) ? found.Bound - found.Worth : null,
            ["against"] = Snake($"{found.Against}"),
            ["share_of_best_against_others"] = found.WorthAgainstOthers,
            ["bound_against_others"] = double.IsFinite(found.BoundAgainstOthers) ? found.BoundAgainstOthers : null,
            ["ended"] = Snake($"{found.End}"),
            ["had_solver"] = found.HadSolver,
            ["candidates"] = found.Candidates,
            ["seconds"] = found.Seconds,
            ["file"] = found.File,
            ["deployments"] = new JsonArray([.. found.Deployments.Select(Json)]),
            ["prices"] = OptimizationFindings.Prices(found),
            ["limits"] = new JsonArray([
                .. found.Limits.Select(each => new JsonObject
                {
                    ["name"] = each.Limit.Name,
                    ["at_most"] = each.Limit.AtMost,
                    ["used"] = each.Used,
                    ["price"] = each.Price,
                }),
            ]),
        };

    private static JsonNode Json(ProposedDeployment proposed) =>
        new JsonObject
        {
            ["name"] = proposed.Expected.Name,
            ["seizure_rate"] = proposed.Expected.Frozen.SeizureRate,
            ["firearms_seized"] = proposed.Expected.Frozen.Seized,
            ["if_they_knew_all_risks"] = proposed.Expected.Known?.SeizureRate,
            ["on_best_routes"] = proposed.ShareOnBestRoutes,
            ["simulated"] = OptimizationFindings.Simulated(proposed),
            ["officer_hours"] = proposed.OfficerHours,
            ["cost_usd"] = proposed.CostUsd,
            ["post"] = new JsonObject(
                proposed.Deployment.Post.Select(each =>
                    KeyValuePair.Create(
                        each.Key,
                        (JsonNode?)
                            new JsonObject
                            {
                                ["at"] = string.Join(", ", each.Value.CheckpointsOf(each.Key)),
                                ["task_force"] = each.Value.TaskForce,
                                ["team"] = each.Value.Team,
                                ["count"] = each.Value.Count,
                                ["hours"] = each.Value.Hours.ToString(),
                                ["days"] = DaysOf(each.Value),
                            }
                    )
                )
            ),
        };

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
