using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Cli.Presenters;

/// <summary>What a search for the best deployment found, for scripts.</summary>
internal static class OptimizationJson
{
    private const string Rate = "seizure_rate";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(OptimizationOutcome.Found found) => Json(found).ToJsonString(Indented);

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
            ["prices"] = Prices(found),
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
            ["simulated"] = Simulated(proposed),
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
                                ["days"] = OptimizationText.DaysOf(each.Value),
                            }
                    )
                )
            ),
        };

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    // Null where nothing was simulated.
    private static JsonObject? Simulated(ProposedDeployment proposed) =>
        proposed.Simulated is { } simulated
            ? new JsonObject
            {
                [Rate] = Json(simulated.Measures[Rate]),
                ["frozen"] = Json(simulated.Frozen[Rate]),
                ["contradicts_theory"] = proposed.IsContradicted,
            }
            : null;

    private static JsonArray Prices(OptimizationOutcome.Found found) =>
        new JsonArray([
            .. found.Prices.Select(price => new JsonObject
            {
                ["kind"] = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{price.Kind}"),
                ["at"] = price.Posting.At!.Checkpoint,
                ["team"] = price.Posting.Team,
                ["count"] = price.Posting.Count,
                ["hours"] = $"{price.Posting.Hours}",
                ["instead_of_hours"] = price.Instead is { } instead ? $"{instead.Hours}" : null,
                ["gain"] = price.Gain,
                ["officer_hours"] = price.OfficerHours,
            }),
        ]);

    private static JsonObject Json(Estimate estimate) =>
        new()
        {
            ["mean"] = estimate.Mean,
            ["low"] = estimate.Low,
            ["high"] = estimate.High,
        };
}
