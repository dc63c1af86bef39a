using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>What a search for the best deployment found, as lines of text: the deployments, the proof, what simulation
/// says of them, and what more of one thing would bring.</summary>
public static class OptimizationLines
{
    /// <summary>At most <see cref="TerminalTable.Width"/> columns wide but for names.</summary>
    public static IEnumerable<string> Of(OptimizationResult result) =>
        [
            .. Wrapped(
                $"{ProvenanceBlock.SyntheticWarning} The best of what {result.Candidates} possible postings make, as theory expects it:"
            ),
            .. Rows(OptimizationWords.Expected(result)),
            .. Wrapped(OptimizationWords.Headline(result)),
            .. Wrapped(OptimizationWords.Proof(result)),
            .. OptimizationWords.Better(result) is { } better ? Wrapped(better) : [],
            .. Wrapped(OptimizationWords.Others(result)),
            .. Simulated(result),
            .. result.Robust is { } robust ? Robust(robust, result.Best.Name) : [],
            .. result.Random is { } random ? Random(result, random) : [],
            .. result.Frontier.Count > 0 ? Captioned(OptimizationWords.Frontier(result)) : [],
            string.Empty,
            "What more of one thing would bring:",
            .. OptimizationWords.More(result).SelectMany(sentence => Wrapped($"- {sentence}")),
            .. OptimizationWords.Changes(result).Append(OptimizationWords.Postings(result)).SelectMany(Captioned),
            .. OptimizationWords.LeftOut(result).SelectMany(Wrapped),
        ];

    private static IEnumerable<string> Simulated(OptimizationResult result) =>
        OptimizationWords.Simulated(result) is not { } table
            ? []
            :
            [
                .. Captioned(table),
                .. new[] { result.SimulatedFinding }.OfType<string>().Concat(OptimizationWords.Contradictions(result)).SelectMany(Wrapped),
            ];

    private static IEnumerable<string> Robust(RobustResult robust, string best) =>
        [.. Captioned(RobustWords.Table(robust)), .. Wrapped(RobustWords.Headline(robust, best)), .. Wrapped(RobustWords.Method)];

    private static IEnumerable<string> Random(OptimizationResult result, RandomResult random) =>
        [
            string.Empty,
            .. Wrapped(RandomWords.Headline(random)),
            .. RandomWords.Against(result, random) is { } against
                ? [.. Captioned(against), .. Wrapped(RandomWords.Finding(result, random)!), .. Wrapped(RandomWords.Assumed)]
                : Array.Empty<string>(),
            .. RandomWords.Postings(result, random) is { } postings ? Captioned(postings) : [],
        ];

    private static IEnumerable<string> Captioned(WordTable table) => [string.Empty, .. Wrapped($"{table.Caption}:"), .. Rows(table)];

    private static IEnumerable<string> Rows(WordTable table) =>
        table.Rows.Count == 0
            ? ["  nobody"]
            : AlignedRows.Of(
                [
                    [.. table.Columns.Select(column => Plain.Small(column.TrimStart('#')))],
                    .. table.Rows.Select(row => (string[])[.. row]),
                ],
                table.Names
            );

    private static IEnumerable<string> Wrapped(string sentence) => TerminalTable.Wrap(sentence, string.Empty);
}
