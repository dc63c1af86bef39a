using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What a search for the best deployment says beside its proof, in lines of text.</summary>
internal static class OptimizationFindings
{
    private const string Rate = "seizure_rate";

    // Of a percentage: hundredths, below which prices matter to nobody.
    private const int Place = -2;

    /// <summary>What simulation says of the deployments; nothing where they were not simulated.</summary>
    public static IEnumerable<string> Simulated(OptimizationOutcome.Found found)
    {
        if (found.Simulated is not { } study)
        {
            return [];
        }

        string[] titles = study.IsAdaptive ? ["deployment", "seized", "if nobody adapts", "theory"] : ["deployment", "seized", "theory"];
        IEnumerable<string> sentences =
        [
            .. new[] { ContestWords.Finding(study) }.OfType<string>(),
            .. found
                .Deployments.Where(each => each.IsContradicted)
                .Select(each =>
                    $"What theory expects of {each.Expected.Name} is further from what is simulated, if nobody adapts, than chance "
                    + "brings it: go by the simulation."
                ),
        ];
        return
        [
            string.Empty,
            .. Wrapped($"Simulated, {study.Replications} times each on the same luck, with 95 % intervals:"),
            .. AlignedRows.Of([
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
            ]),
            .. sentences.SelectMany(Wrapped),
        ];
    }

    /// <summary>What more would bring.</summary>
    public static IEnumerable<string> Prices(OptimizationOutcome.Found found) =>
        found
            .Prices.Where(price => Digits.ToPlace(100 * price.Gain, Place) != "0.00")
            .GroupBy(price => price.Kind)
            .SelectMany(kind =>
                (IEnumerable<string>)
                    [
                        string.Empty,
                        .. Wrapped(
                            kind.Key == PricedKind.FurtherTeam
                                ? "What one team more would bring, beside the best and beyond its limits:"
                                : "What longer hours of a team would bring:"
                        ),
                        .. AlignedRows.Of(
                            [
                                ["place", "team", "hours", "more", "takes"],
                                .. kind.Select(PriceRow),
                            ],
                            names: 3
                        ),
                    ]
            );

    private static string[] PriceRow(PricedChange price) =>
        [
            price.Posting.At!.Checkpoint!,
            price.Posting.Count > 1 ? $"{price.Posting.Count} {price.Posting.Team}" : price.Posting.Team,
            price.Instead is { } instead ? $"{instead.Hours} to {price.Posting.Hours}" : $"{price.Posting.Hours}",
            $"+{Digits.ToPlace(100 * price.Gain, Place)} points",
            $"{Digits.Whole(price.OfficerHours)} officer-hours",
        ];

    private static string Share(Estimate estimate) =>
        estimate is { Mean: { } mean, Low: { } low, High: { } high }
            ? $"{Digits.Of(100 * mean, 100 * low, 100 * high)}% ({Digits.Ends(100 * mean, 100 * low, 100 * high)})"
            : Plain.Dash;

    private static IEnumerable<string> Wrapped(string sentence) => TerminalTable.Wrap(sentence, string.Empty);
}
