using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Comparisons;

/// <summary>Words for runs side by side, the same in every front end.</summary>
public static class ComparisonWords
{
    /// <summary>How many runs have a letter.</summary>
    public const int Letters = 26;

    /// <summary>How a run is called in a comparison: "A" is the first.</summary>
    /// <param name="run">From 0 to <see cref="Letters"/> less one.</param>
    public static string Letter(int run) => $"{(char)('A' + run)}";

    /// <summary>"over 20": how many replications a deployment's numbers are of; null where those of all deployments are
    /// of as many.</summary>
    public static string? Over(RunTable table, DeploymentRow row) => table.IsMixed ? $"over {row.Replications:N0}" : null;

    /// <summary>"15% (13% to 17%)": a deployment's measure in a run; "not there" where the run doesn't have
    /// it.</summary>
    public static string Value(RunTable table, DeploymentRow row, int run) =>
        row.Estimates[run] is { } estimate
            ? table.Scale.ValueWithInterval(Possible.Of(table.Measure.Name, estimate, _ => null))
            : "not there";

    /// <summary>"+2 points (1 to 3)": the same less that of the first run; a dash where one of them doesn't have
    /// it.</summary>
    /// <param name="table">The runs.</param>
    /// <param name="row">The deployment.</param>
    /// <param name="run">Any but the first.</param>
    public static string Difference(RunTable table, DeploymentRow row, int run) =>
        row.Differences[run - 1] is { } difference ? table.Scale.DifferenceWithUnit(difference, row.Estimates[0]?.Mean) : "-";

    /// <summary>Whether a difference may be chance alone.</summary>
    public static bool MayBeChance(Comparison? difference) => difference is { Low: <= 0, High: >= 0 } and not { Low: 0, High: 0 };

    /// <summary>Which runs have which winner, and which deployments have which verdict where, in a sentence each; only
    /// what is not the same in all runs.</summary>
    public static IEnumerable<string> Disagreements(RunTable table)
    {
        if (table.Runs.Select(run => run.Winner).Distinct().Count() > 1)
        {
            yield return "Winners differ: " + string.Join("; ", InRuns(table, run => table.Runs[run].Winner ?? "no winner")) + ".";
        }

        foreach (DeploymentRow row in table.Rows.Where(table.VerdictsDiffer))
        {
            yield return $"{row.Label}: "
                + string.Join(
                    "; ",
                    InRuns(table, run => table.Runs[run].Verdicts.TryGetValue(row.Name, out Verdict verdict) ? verdict.ToWords() : null)
                )
                + ".";
        }
    }

    /// <summary>What is the same, and how to read the rest.</summary>
    /// <param name="table">The runs.</param>
    /// <param name="mark">What stands at a difference that may be chance; null where words say it.</param>
    public static IEnumerable<string> Notes(RunTable table, string? mark)
    {
        string[] same =
        [
            .. table.Rows.Where(row => row.IsTheSame).Select(row => NameOf(row) + (Over(table, row) is { } over ? $" ({over})" : "")),
        ];
        bool isAllTheSame = same.Length == table.Rows.Count;
        if (same.Length > 0)
        {
            yield return $"{(isAllTheSame ? $"{table.Measure.Label}, the" : "The")} same in all runs: {string.Join(", ", same)}.";
        }

        if (table.Runs.Any(run => run.Verdicts.Count > 0) && !isAllTheSame)
        {
            yield return "Verdicts, each against its own run's baseline" + (mark is null ? "." : $": {WhatIfWords.Marks}.");
        }

        if (mark is not null && table.Rows.SelectMany(row => row.Differences).Any(MayBeChance))
        {
            yield return $"{mark} The difference may be chance alone.";
        }

        if (!isAllTheSame || table.IsCut)
        {
            yield return Pairing(table);
        }

        if (table.IsCut)
        {
            yield return "Each run's own answer and verdicts rest on all of its replications.";
        }

        if (!isAllTheSame)
        {
            yield return table.Differences.Any()
                ? "Intervals: 95%; those of all differences are right at once in 95 of 100 cases."
                : "Intervals: 95%.";
        }

        if (!table.IsSameLength)
        {
            string windows = Plain.List([.. table.Runs.Select(run => Plain.Duration(run.LengthHours)).Distinct()]);
            yield return table.Measure.Denominator is null
                ? $"The windows differ: {windows}; totals differ for that reason alone."
                : $"The windows differ: {windows}; what varies over time may differ for that reason alone.";
        }

        yield return Luck(table);

        // Who has words instead of a mark knows no keys either.
        string NameOf(DeploymentRow row) => mark is null ? row.Label : row.Name;
    }

    private static string Pairing(RunTable table) =>
        !table.IsPaired
            ? $"No other run has a deployment of {Letter(0)}, so there is no difference to take."
                + (table.IsMixed ? " \"Over\" says how many replications a deployment's numbers are of." : string.Empty)
        : table.IsMixed
            ? "Replications are paired by number, and of a deployment those count that all runs with it have: \"over\" says how many."
        : table.IsCut
            ? "Replications are paired by number, and those count that all runs have: the first "
                + $"{Plain.Count(table.Rows[0].Replications, "replication")}."
        : "Replications are paired by number: the first of a run with the first of the others, and so on.";

    private static string Luck(RunTable table) =>
        !table.IsSameLuck ? "The runs drew different random numbers, so differences are less sure than they could be."
        : !table.IsSameLength || !table.Differences.Any() ? "All runs drew the same random numbers."
        : table.IsBeyondChance ? "All runs drew the same random numbers, so differences come from the changed settings alone."
        : "All runs drew the same random numbers, so most of the luck cancels; the rest is the changed settings and chance.";

    // "clearly better in A and C"; runs of which nothing can be said are left out.
    private static IEnumerable<string> InRuns(RunTable table, Func<int, string?> finding) =>
        Enumerable
            .Range(0, table.Runs.Count)
            .Select(run => (Run: run, Finding: finding(run)))
            .Where(each => each.Finding is not null)
            .GroupBy(each => each.Finding)
            .Select(group => $"{group.Key} in {Plain.List([.. group.Select(each => Letter(each.Run))])}");
}
