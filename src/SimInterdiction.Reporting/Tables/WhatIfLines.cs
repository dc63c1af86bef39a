using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>Questions by deployments, for a terminal.</summary>
internal static class WhatIfLines
{
    private const string AsStated = "as stated";
    private const int WidestName = 34;

    public static IEnumerable<string> Of(StudyView view)
    {
        IReadOnlyList<WhatIfResult> questions = view.Study.WhatIfs;
        if (questions.Count == 0)
        {
            yield break;
        }

        bool isOfAverages = WhatIfWords.IsToldByAverages(view.Study);
        string unit = view.Scale.DifferenceUnit.Length > 0 ? $", {view.Scale.DifferenceUnit}" : string.Empty;
        string head = isOfAverages ? Plain.Small(WhatIfWords.Average(view.Study)) : $"difference from {view.Baseline.Label}{unit}";
        foreach (string line in TerminalTable.Wrap($"What if: {head}", string.Empty))
        {
            yield return line;
        }

        foreach (string line in Blocks(isOfAverages ? Averages(view, questions) : Differences(view, questions)))
        {
            yield return line;
        }

        string marks = $"{WhatIfWords.Marks}; * not as stated, beyond chance.";
        foreach (string line in isOfAverages ? [] : TerminalTable.Wrap(marks, "  "))
        {
            yield return line;
        }

        foreach ((int i, WhatIfResult question) in questions.Index())
        {
            string words = $"{i + 1}. {WhatIfWords.Heading(question)}: {WhatIfWords.Sentence(view, question)}";
            foreach (string line in TerminalTable.Wrap(words, "  "))
            {
                yield return line;
            }
        }

        foreach (string line in TerminalTable.Wrap(WhatIfWords.Note, "  "))
        {
            yield return line;
        }
    }

    // The names, as stated, and each question.
    private static string[][] Differences(StudyView view, IReadOnlyList<WhatIfResult> questions)
    {
        MeasureScale scale = WhatIfWords.Scale(view);
        return
        [
            [string.Empty, .. view.Ranked.Select(view.LabelOf)],
            [AsStated, .. view.Ranked.Select(c => Cell(scale, c, null))],
            .. questions.Select((q, i) => (string[])[$"{i + 1}", .. view.Ranked.Select(c => CellIn(q, c.Deployment))]),
        ];

        string CellIn(WhatIfResult question, string deployment) =>
            WhatIfWords.In(question, deployment) is { } comparison
                ? Cell(scale, comparison, question.VerdictOf(deployment, view.Study))
                : Plain.Dash;
    }

    private static string[][] Averages(StudyView view, IReadOnlyList<WhatIfResult> questions) =>
        [
            [string.Empty, .. view.Study.Deployments.Select(d => d.Label)],
            [AsStated, .. view.Study.Deployments.Select(d => Average(view, view.MeasureOf(d)))],
            .. questions.Select(
                (q, i) => (string[])[$"{i + 1}", .. view.Study.Deployments.Select(d => Average(view, WhatIfWords.AverageIn(q, d.Name)))]
            ),
        ];

    // As many questions beside one another as there is room for.
    private static IEnumerable<string> Blocks(string[][] columns)
    {
        int width = columns.Skip(1).Max(column => column.Max(cell => cell.Length));
        int name = Math.Min(WidestName, columns[0].Max(label => label.Length));
        int room = Math.Max(1, ((TerminalTable.Width - 2 - name) / (width + 2)) - 1);
        foreach (string[][] block in columns.Skip(2).Chunk(room))
        {
            for (int row = 0; row < columns[0].Length; row++)
            {
                IEnumerable<string> cells = block.Prepend(columns[1]).Select(column => column[row].PadRight(width));
                yield return $"  {Cut(columns[0][row], name).PadRight(name)}  {string.Join("  ", cells)}".TrimEnd();
            }
        }
    }

    private static string Average(StudyView view, Estimate? estimate) => Plain.Cell(view.Scale.Value(estimate ?? default));

    private static string Cell(MeasureScale scale, Comparison c, Survival? survival) =>
        c.Difference is { } difference ? $"{scale.Signed(difference, c.Low, c.High)} {WhatIfWords.Mark(c.Verdict, survival)}" : Plain.Dash;

    private static string Cut(string name, int width) => name.Length > width ? name[..(width - 1)] + "~" : name;
}
