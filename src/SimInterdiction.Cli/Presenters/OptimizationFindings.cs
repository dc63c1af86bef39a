using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Presenters;

/// <summary>What a search for the best deployment says beside its proof: what simulation says of it, and what more
/// would bring.</summary>
internal static class OptimizationFindings
{
    private const string Rate = "seizure_rate";

    // Of a percentage: hundredths, below which prices matter to nobody.
    private const int Place = -2;

    /// <summary>Writes down what was simulated.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="output">Takes the lines.</param>
    public static void TellSimulated(OptimizationOutcome.Found found, TextWriter output)
    {
        if (found.Simulated is not { } study)
        {
            return;
        }

        output.WriteLine();
        Say($"Simulated, {study.Replications} times each on the same luck, with 95 % intervals:", output);
        string[] titles = study.IsAdaptive ? ["deployment", "seized", "if nobody adapts", "theory"] : ["deployment", "seized", "theory"];
        AlignedRows.Write(
            output,
            [
                titles,
                .. found.Deployments.Select(each =>
                    (string[])
                        [
                            each.Expected.Name,
                            Share(each.Simulated!.Measures[Rate]),
                            .. study.IsAdaptive ? [Share(each.Simulated.Frozen[Rate])] : Array.Empty<string>(),
                            each.Expected.Frozen.SeizureRate is { } expected ? $"{Digits.ToPlace(100 * expected, Place)}%" : Plain.Dash,
                        ]
                ),
            ]
        );
        if (ContestWords.Finding(study) is { } finding)
        {
            Say(finding, output);
        }

        foreach (ProposedDeployment each in found.Deployments.Where(each => each.IsContradicted))
        {
            Say(
                $"What theory expects of {each.Expected.Name} is further from what is simulated, if nobody adapts, than chance brings "
                    + "it: go by the simulation.",
                output
            );
        }
    }

    /// <summary>Writes down what more would bring.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="output">Takes the lines.</param>
    public static void TellPrices(OptimizationOutcome.Found found, TextWriter output)
    {
        foreach (var kind in found.Prices.Where(price => Digits.ToPlace(100 * price.Gain, Place) != "0.00").GroupBy(price => price.Kind))
        {
            output.WriteLine();
            Say(
                kind.Key == PricedKind.FurtherTeam
                    ? "What one team more would bring, beside the best and beyond its limits:"
                    : "What longer hours of a team would bring:",
                output
            );
            AlignedRows.Write(
                output,
                [
                    ["place", "team", "hours", "more", "takes"],
                    .. kind.Select(price =>
                        (string[])
                            [
                                price.Posting.At!.Checkpoint!,
                                price.Posting.Count > 1 ? $"{price.Posting.Count} {price.Posting.Team}" : price.Posting.Team,
                                price.Instead is { } instead ? $"{instead.Hours} to {price.Posting.Hours}" : $"{price.Posting.Hours}",
                                $"+{Digits.ToPlace(100 * price.Gain, Place)} points",
                                $"{Digits.Whole(price.OfficerHours)} officer-hours",
                            ]
                    ),
                ],
                names: 3
            );
        }
    }

    /// <summary>What was simulated of a deployment; null where nothing was.</summary>
    public static JsonNode? Simulated(ProposedDeployment proposed) =>
        proposed.Simulated is { } simulated
            ? new JsonObject
            {
                [Rate] = Json(simulated.Measures[Rate]),
                ["frozen"] = Json(simulated.Frozen[Rate]),
                ["contradicts_theory"] = proposed.IsContradicted,
            }
            : null;

    /// <summary>What more would bring.</summary>
    public static JsonNode Prices(OptimizationOutcome.Found found) =>
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

    private static string Share(Estimate estimate) =>
        estimate is { Mean: { } mean, Low: { } low, High: { } high }
            ? $"{Digits.Of(100 * mean, 100 * low, 100 * high)}% ({Digits.Ends(100 * mean, 100 * low, 100 * high)})"
            : Plain.Dash;

    private static void Say(string sentence, TextWriter output)
    {
        foreach (string wrapped in TerminalTable.Wrap(sentence, string.Empty))
        {
            output.WriteLine(wrapped);
        }
    }
}
