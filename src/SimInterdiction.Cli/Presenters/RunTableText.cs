using System.Text;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Presenters;

/// <summary>A comparison of runs in words and tables: only what is not the same in all of them.</summary>
internal static class RunTableText
{
    private const int MostSettings = 12;
    private const int WidestValue = 30;

    /// <summary>For a terminal.</summary>
    public static string Plain(RunTable table)
    {
        var text = new StringBuilder();
        text.Append(ProvenanceBlock.SyntheticWarning).Append('\n');
        foreach ((int i, RunColumn run) in table.Runs.Index())
        {
            string stopped = run.Replications < run.ReplicationsAsked ? $" of {run.ReplicationsAsked:N0}" : string.Empty;
            string name = run.Name is { } given ? $" ({given})" : string.Empty;
            text.Append($"  {Letter(i)}  {run.Run}{name}  {run.File}, {run.Replications:N0}{stopped} replications, seed {run.Seed}\n");
            IEnumerable<string> answer = new[] { run.Answer, run.Best }.OfType<string>();
            text.AppendJoin('\n', TerminalTable.Wrap(string.Join(' ', answer), "     ")).Append('\n');
        }

        text.Append(
            table.Settings.Count == 0
                ? "No setting differs.\n"
                : $"Settings that differ ({string.Join(" | ", table.Runs.Select((_, i) => Letter(i)))}):\n"
        );
        foreach (SettingRow setting in table.Settings.Take(MostSettings))
        {
            text.Append($"  {CommandWording.OfSetting(setting.Path)}\n")
                .AppendJoin('\n', TerminalTable.Wrap(string.Join(" | ", setting.Values.Select(v => Shorten(v ?? "(none)"))), "      "))
                .Append('\n');
        }

        if (table.Settings.Count > MostSettings)
        {
            text.Append($"  and {table.Settings.Count - MostSettings} more; --json lists all of them.\n");
        }

        if (Changed(table) is { Length: > 0 } changed)
        {
            text.Append('\n')
                .Append(
                    Aligned([
                        ["deployment", "run", table.Measure.Label.ToLowerInvariant(), "verdict", $"less {Letter(0)}"],
                        .. changed.SelectMany(row => Lines(table, row)),
                    ])
                );
        }

        IEnumerable<string> footer = Footer(table).SelectMany(sentence => TerminalTable.Wrap(sentence, string.Empty));
        return TerminalTable.Ascii(text.Append('\n').AppendJoin('\n', footer).Append('\n').ToString());
    }

    public static string Markdown(RunTable table)
    {
        var text = new StringBuilder();
        if (Changed(table) is { Length: > 0 } changed)
        {
            text.Append(MarkdownText.Table(Head(table), changed.Select(row => Cells(table, row))));
        }

        string runs = string.Join(", ", table.Runs.Select((run, i) => $"{Letter(i)}: {run.Run}"));
        text.Append(MarkdownText.Of($"{runs}. {ProvenanceBlock.SyntheticWarning}")).Append("\n\n");
        return text.Append(MarkdownText.Of(string.Join(' ', Footer(table)))).Append('\n').ToString();
    }

    /// <summary>Every deployment and run, one a line, in the measure's own unit.</summary>
    public static string Csv(RunTable table)
    {
        var csv = new CsvText(
            "deployment",
            "run",
            "measure",
            "mean",
            "low",
            "high",
            "difference_from_first",
            "difference_low",
            "difference_high"
        );
        foreach (DeploymentRow row in table.Rows)
        {
            foreach ((int i, Estimate? estimate) in row.Estimates.Index())
            {
                Comparison? difference = i == 0 ? null : row.Differences[i - 1];
                csv.Row(
                    row.Name,
                    table.Runs[i].Run,
                    table.Measure.Name,
                    estimate?.Mean,
                    estimate?.Low,
                    estimate?.High,
                    difference?.Difference,
                    difference?.Low,
                    difference?.High
                );
            }
        }

        return csv.ToString();
    }

    private static DeploymentRow[] Changed(RunTable table) => [.. table.Rows.Where(row => !row.IsTheSame)];

    private static string[] Head(RunTable table) =>
        [
            $"{table.Measure.Label}",
            .. table.Runs.Select((_, i) => $"#{Letter(i)}"),
            .. table.Runs.Skip(1).Select((_, i) => $"#{Letter(i + 1)} less {Letter(0)}"),
        ];

    private static string[] Cells(RunTable table, DeploymentRow row)
    {
        MeasureScale scale = MeasureScale.Of(table.Measure, table.Matters);
        return
        [
            row.Name,
            .. row.Estimates.Select(e =>
                e is { } estimate ? scale.ValueWithInterval(Possible.Of(table.Measure.Name, estimate, _ => null)) : "not there"
            ),
            .. row.Differences.Select(d => d is null ? "-" : scale.DifferenceWithUnit(d, row.Estimates[0]?.Mean) + Chance(d)),
        ];
    }

    // A mark, as words would not fit beside it.
    private static string Chance(Comparison difference) =>
        difference is { Low: <= 0, High: >= 0 } and not { Low: 0, High: 0 } ? " ~" : string.Empty;

    /// <summary>A deployment in a line for each run, so that any number of runs fits a terminal.</summary>
    private static IEnumerable<string[]> Lines(RunTable table, DeploymentRow row)
    {
        string[] cells = Cells(table, row);
        int runs = table.Runs.Count;
        return Enumerable
            .Range(0, runs)
            .Select(i =>
                new[]
                {
                    i == 0 ? row.Name : string.Empty,
                    Letter(i),
                    cells[1 + i],
                    table.Runs[i].Verdicts.TryGetValue(row.Name, out Verdict verdict) ? WhatIfWords.Mark(verdict, null) : string.Empty,
                    i == 0 ? string.Empty : cells[runs + i],
                }
            );
    }

    private static IEnumerable<string> Footer(RunTable table)
    {
        string[] same = [.. table.Rows.Where(r => r.IsTheSame).Select(r => r.Name)];
        if (same.Length > 0)
        {
            yield return $"{(same.Length < table.Rows.Count ? "The" : $"{table.Measure.Label}, the")} same in all runs: "
                + $"{string.Join(", ", same)}.";
        }

        if (table.Runs.Any(run => run.Verdicts.Count > 0) && same.Length < table.Rows.Count)
        {
            yield return $"Verdicts, each against its own run's baseline: {WhatIfWords.Marks}.";
        }

        if (table.Rows.SelectMany(row => row.Differences).OfType<Comparison>().Any(d => Chance(d).Length > 0))
        {
            yield return "~ The difference may be chance alone.";
        }

        if (table.IsCut)
        {
            int[] common = [.. table.Rows.Where(r => r.IsCut).Select(r => r.Replications).Distinct().Order()];
            string first =
                common.Length == 1
                    ? Reporting.Words.Plain.Count(common[0], "replication")
                    : $"{common[0]:N0} to {common[^1]:N0} replications of a deployment";
            yield return $"Replications are paired by number, and those count that all runs have: the first {first}. Each run's own "
                + "answer, above, rests on all of its replications.";
        }
        else if (same.Length < table.Rows.Count)
        {
            yield return "Replications are paired by number: the first of a run with the first of the others, and so on.";
        }

        if (same.Length < table.Rows.Count)
        {
            yield return "Intervals: 95%; those of all differences are right at once in 95 of 100 cases.";
        }

        if (!table.IsSameLength)
        {
            string windows = Reporting.Words.Plain.List([
                .. table.Runs.Select(r => Reporting.Words.Plain.Duration(r.LengthHours)).Distinct(),
            ]);
            yield return table.Measure.Denominator is null
                ? $"The windows differ: {windows}; totals differ for that reason alone."
                : $"The windows differ: {windows}; what varies over time may differ for that reason alone.";
        }

        yield return table.IsSameLuck
            ? !table.IsSameLength || same.Length == table.Rows.Count
                ? "All runs drew the same random numbers."
                : table.IsBeyondChance
                    ? "All runs drew the same random numbers, so differences come from the changed settings alone."
                    : "All runs drew the same random numbers, so most of the luck cancels; the rest is the changed settings and chance."
            : "The runs drew different random numbers, so differences are less sure than they could be; run them with the same --seed.";
    }

    private static string Aligned(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length))];
        return string.Concat(rows.Select(r => $"  {string.Join("  ", r.Select((cell, i) => cell.PadRight(widths[i])))}".TrimEnd() + "\n"));
    }

    private static string Letter(int run) => $"{(char)('A' + run)}";

    private static string Shorten(string value) => value.Length <= WidestValue ? value : value[..(WidestValue - 1)] + "…";
}
