using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>How the true differences vary over plausible inputs, as lines of a terminal under the
/// comparison.</summary>
internal static class OverInputsLines
{
    private const int WidestName = 26;

    public static IEnumerable<string> Of(StudyView view)
    {
        Comparison[] known = [.. OverInputsWords.Surest(view).Where(c => c.OverInputs is not null)];
        if (known.Length == 0)
        {
            yield break;
        }

        string draws = Plain.Count(known.Max(c => c.OverInputs!.Draws), "draw");
        yield return $"  True difference over plausible inputs ({draws}, chance taken out)";
        string[] head =
        [
            "deployment",
            $"4 cases in 5{(view.UnitAfter.Length > 0 ? $", {view.UnitAfter.Trim()}" : string.Empty)}",
            "better in",
        ];
        string[][] rows =
        [
            view.Threshold > 0 ? [.. head, $"by {view.Scale.Exact(view.Threshold)} or more in"] : head,
            .. known.Select(c => Cells(view, view.LabelOf(c), c.OverInputs!)),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            yield return ("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd();
        }
    }

    private static string[] Cells(StudyView view, string name, OverInputs over)
    {
        string[] cells =
        [
            name.Length > WidestName ? name[..(WidestName - 1)] + "~" : name,
            OverInputsWords.Range(view, over),
            OverInputsWords.Share(over.Better),
        ];
        return over.BetterByWhatMatters is { } more ? [.. cells, OverInputsWords.Share(more)] : cells;
    }
}
