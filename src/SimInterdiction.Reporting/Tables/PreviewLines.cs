using SimInterdiction.Model.Previews;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>What the model makes of a scenario, as lines for a terminal.</summary>
public static class PreviewLines
{
    /// <summary>Corridors and deployments with their teams.</summary>
    /// <param name="preview">What to tell.</param>
    /// <param name="deployment">Only this one; null for all.</param>
    public static IEnumerable<string> Of(ScenarioPreview preview, string? deployment)
    {
        yield return "Corridors and their shares under any deployment, before anybody adapts";
        foreach (
            string line in InColumns([
                ["flow", "corridor", "miles", "of flow", "of all"],
                .. preview.Corridors.Select(c =>
                    (string[])
                        [
                            c.Flow,
                            c.Corridor.Label,
                            Digits.Whole(c.Corridor.Miles),
                            PreviewWords.Share(c.ShareOfFlow),
                            PreviewWords.Share(c.ShareOfAll),
                        ]
                ),
            ])
        )
        {
            yield return line;
        }

        bool hasSecondary = preview.HasSecondary;
        foreach (DeploymentPreview each in preview.Deployments.Where(d => deployment is null || d.Name == deployment))
        {
            yield return string.Empty;
            foreach (string line in TerminalTable.Wrap(PreviewWords.Takes(each), string.Empty))
            {
                yield return TerminalTable.Ascii(line);
            }

            string[] table =
            [
                .. InColumns([
                    ["team", "at", "stops", "finds", .. hasSecondary ? new[] { "secondary" } : [], "seizes", "on duty"],
                    .. each.Teams.Select(t =>
                        (string[])
                            [
                                PreviewWords.Team(t),
                                t.Checkpoint,
                                PreviewWords.Share(t.Stops),
                                PreviewWords.Finds(t),
                                .. hasSecondary ? new[] { PreviewWords.Secondary(t) } : [],
                                PreviewWords.Share(t.Seizes),
                                PreviewWords.Duty(t),
                            ]
                    ),
                ]),
            ];
            yield return table[0];
            foreach ((TeamPreview team, string line) in each.Teams.Zip(table.Skip(1)))
            {
                yield return line;
                foreach (string part in Beside(team).SelectMany(beside => TerminalTable.Wrap(beside, "    ")))
                {
                    yield return TerminalTable.Ascii(part);
                }
            }
        }

        if (preview.Deployments.Any(d => d.Teams.Count > 0))
        {
            yield return string.Empty;
            foreach (
                string line in TerminalTable.Wrap(
                    PreviewWords.Note(preview) + (preview.HasLanes ? $" {PreviewWords.LanesNote}" : string.Empty),
                    string.Empty
                )
            )
            {
                yield return TerminalTable.Ascii(line);
            }
        }
    }

    /// <summary>"Today: 202,020 officer-hours in 182 days (33,800 a month)", for each deployment.</summary>
    public static IEnumerable<string> Costs(ScenarioPreview preview) =>
        preview.Deployments.SelectMany(d => TerminalTable.Wrap(PreviewWords.Takes(d), "  ")).Select(TerminalTable.Ascii);

    // What has no width that a column could be made for.
    private static IEnumerable<string> Beside(TeamPreview team)
    {
        if (PreviewWords.Lanes(team) is { Length: > 0 } lanes)
        {
            yield return $"lanes: {lanes}";
        }

        if (PreviewWords.Days(team) is { Length: > 0 } days)
        {
            yield return days;
        }
    }

    // Texts left, numbers right; a name gives way before a number.
    private static IEnumerable<string> InColumns(string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length))];
        int left = TerminalTable.Width - (2 * widths.Length) - widths.Skip(2).Sum();
        widths[0] = Math.Min(widths[0], Math.Max(left / 2, left - widths[1]));
        widths[1] = Math.Min(widths[1], left - widths[0]);
        string[][] names = [.. Enumerable.Range(0, 2).Select(i => Cut([.. rows.Select(row => row[i])], widths[i]))];
        foreach ((int number, string[] row) in rows.Index())
        {
            IEnumerable<string> cells = row.Select((cell, i) => i < 2 ? names[i][number].PadRight(widths[i]) : cell.PadLeft(widths[i]));
            yield return TerminalTable.Ascii("  " + string.Join("  ", cells)).TrimEnd();
        }
    }

    // At the end, or in the middle where two would look the same.
    private static string[] Cut(string[] names, int width)
    {
        string[] cut = [.. names.Select(name => Cut(name, width, 0))];
        bool areTold = names.Distinct().Count() == cut.Distinct().Count();
        return areTold ? cut : [.. names.Select(name => Cut(name, width, width / 2))];
    }

    private static string Cut(string text, int width, int last) =>
        text.Length <= width ? text : $"{text[..(width - last - 1)]}~{text[^last..]}";
}
