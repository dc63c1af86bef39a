using System.Text;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Application.Listings;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Presenters;

/// <summary>A comparison of runs in words and tables: only what is not the same in all of them.</summary>
internal static class RunTableText
{
    private const int MostSettings = 12;

    // At a difference that may be chance: words would not fit beside it.
    private const string ChanceMark = "~";

    /// <summary>For a terminal.</summary>
    public static string Plain(RunTable table)
    {
        var text = new StringBuilder();
        text.Append(ProvenanceBlock.SyntheticWarning).Append('\n');
        foreach ((int i, RunColumn run) in table.Runs.Index())
        {
            string stopped = run.Replications < run.ReplicationsAsked ? $" of {run.ReplicationsAsked:N0}" : string.Empty;
            string name = run.Name is { } given ? $" ({given})" : string.Empty;
            text.Append(
                $"  {ComparisonWords.Letter(i)}  {run.Run}{name}  {run.File}, {run.Replications:N0}{stopped} replications, "
                    + $"seed {run.Seed}\n"
            );
            IEnumerable<string> answer = new[] { run.Answer, run.Best }.OfType<string>();
            text.AppendJoin('\n', TerminalTable.Wrap(string.Join(' ', answer), "     ")).Append('\n');
        }

        text.Append(
            table.Settings.Count == 0
                ? "No setting differs.\n"
                : $"Settings that differ ({string.Join(" | ", table.Runs.Select((_, i) => ComparisonWords.Letter(i)))}):\n"
        );
        foreach (SettingRow setting in table.Settings.Take(MostSettings))
        {
            text.Append($"  {CommandWording.OfSetting(setting.Path)}\n")
                .AppendJoin('\n', TerminalTable.Wrap(string.Join(" | ", setting.Values.Select(SettingWords.Value)), "      "))
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
                        ["deployment", "run", table.Measure.Label.ToLowerInvariant(), "verdict", $"less {ComparisonWords.Letter(0)}"],
                        .. changed.SelectMany(row => Lines(table, row)),
                    ])
                );
        }

        IEnumerable<string> footer = Footer(table).SelectMany(sentence => TerminalTable.Wrap(sentence, string.Empty));
        return TerminalTable.Ascii(text.Append('\n').AppendJoin('\n', footer).Append('\n').ToString());
    }

    public static string Markdown(RunTable table)
    {
        var text = new StringBuilder(MarkdownText.Of(ProvenanceBlock.SyntheticWarning)).Append("\n\n");
        string[] letters = [.. table.Runs.Select((_, i) => ComparisonWords.Letter(i))];
        text.Append(
            MarkdownText.Table(
                ["Run", "", "Scenario", "#Replications", "#Seed", "Answer"],
                table.Runs.Select(
                    (run, i) =>
                        (IReadOnlyList<string>)
                            [
                                letters[i],
                                run.Name is { } name ? $"{run.Run} ({name})" : run.Run,
                                run.File,
                                $"{run.Replications:N0}",
                                $"{run.Seed}",
                                string.Join(' ', new[] { run.Answer, run.Best }.OfType<string>()),
                            ]
                )
            )
        );
        text.Append(
            table.Settings.Count == 0
                ? "No setting differs.\n\n"
                : MarkdownText.Table(
                    ["Setting that differs", .. letters],
                    table.Settings.Select(each =>
                        (IReadOnlyList<string>)[CommandWording.OfSetting(each.Path), .. each.Values.Select(SettingWords.Value)]
                    )
                )
        );
        if (Changed(table) is { Length: > 0 } changed)
        {
            text.Append(MarkdownText.Table(Head(table), changed.Select(row => WithVerdicts(table, row))));
        }

        return text.Append(MarkdownText.Of(string.Join(' ', Footer(table)))).Append('\n').ToString();
    }

    private static string[] WithVerdicts(RunTable table, DeploymentRow row) =>
        [.. Cells(table, row).Select((cell, i) => i > 0 && i <= table.Runs.Count ? $"{cell} {Mark(table, row, i - 1)}".TrimEnd() : cell)];

    private static string Mark(RunTable table, DeploymentRow row, int run) =>
        table.Runs[run].Verdicts.TryGetValue(row.Name, out Verdict verdict) ? WhatIfWords.Mark(verdict, null) : string.Empty;

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
            "difference_high",
            "replications"
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
                    difference?.High,
                    estimate is null ? null : row.Replications
                );
            }
        }

        return csv.ToString();
    }

    private static DeploymentRow[] Changed(RunTable table) => [.. table.Rows.Where(row => !row.IsTheSame)];

    private static string[] Head(RunTable table) =>
        [
            $"{table.Measure.Label}",
            .. table.Runs.Select((_, i) => $"#{ComparisonWords.Letter(i)}"),
            .. table.Runs.Skip(1).Select((_, i) => $"#{ComparisonWords.Letter(i + 1)} less {ComparisonWords.Letter(0)}"),
        ];

    private static string[] Cells(RunTable table, DeploymentRow row)
    {
        int runs = table.Runs.Count;
        return
        [
            ComparisonWords.Over(table, row) is { } over ? $"{row.Name} ({over})" : row.Name,
            .. Enumerable.Range(0, runs).Select(run => ComparisonWords.Value(table, row, run)),
            .. Enumerable
                .Range(1, runs - 1)
                .Select(run =>
                    ComparisonWords.Difference(table, row, run)
                    + (ComparisonWords.MayBeChance(row.Differences[run - 1]) ? $" {ChanceMark}" : string.Empty)
                ),
        ];
    }

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
                    i == 0 ? row.Name
                    : i == 1 && ComparisonWords.Over(table, row) is { } over ? $"  {over}"
                    : string.Empty,
                    ComparisonWords.Letter(i),
                    cells[1 + i],
                    Mark(table, row, i),
                    i == 0 ? string.Empty : cells[runs + i],
                }
            );
    }

    private static IEnumerable<string> Footer(RunTable table)
    {
        IEnumerable<string> sentences = ComparisonWords.Disagreements(table).Concat(ComparisonWords.Notes(table, ChanceMark));
        return table.IsSameLuck ? sentences : sentences.Append("Run them with the same --seed.");
    }

    private static string Aligned(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length))];
        return string.Concat(rows.Select(r => $"  {string.Join("  ", r.Select((cell, i) => cell.PadRight(widths[i])))}".TrimEnd() + "\n"));
    }
}
