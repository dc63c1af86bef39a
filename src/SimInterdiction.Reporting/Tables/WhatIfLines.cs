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
        if (questions.Count == 0 || view.Ranked.Count == 0)
        {
            yield break;
        }

        string unit = view.Scale.DifferenceUnit.Length > 0 ? $", {view.Scale.DifferenceUnit}" : string.Empty;
        foreach (string line in TerminalTable.Wrap($"What if: difference from {view.Baseline.Label}{unit}", string.Empty))
        {
            yield return line;
        }

        foreach (string line in Blocks(view, questions))
        {
            yield return line;
        }

        foreach (string line in TerminalTable.Wrap($"{WhatIfWords.Marks}; * not as stated, beyond chance.", "  "))
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

    // As many questions beside one another as there is room for.
    private static IEnumerable<string> Blocks(StudyView view, IReadOnlyList<WhatIfResult> questions)
    {
        string[][] columns =
        [
            [AsStated, .. view.Ranked.Select(c => Cell(view, c, null))],
            .. questions.Select((q, i) => (string[])[$"{i + 1}", .. view.Ranked.Select(c => Cell(view, q, c.Deployment))]),
        ];
        int width = columns.Max(column => column.Max(cell => cell.Length));
        int name = Math.Min(WidestName, view.Ranked.Max(c => view.LabelOf(c).Length));
        int room = Math.Max(1, ((TerminalTable.Width - 2 - name) / (width + 2)) - 1);
        foreach (string[][] block in columns.Skip(1).Chunk(room))
        {
            for (int row = 0; row <= view.Ranked.Count; row++)
            {
                string head = row == 0 ? string.Empty : Cut(view.LabelOf(view.Ranked[row - 1]), name);
                IEnumerable<string> cells = block.Prepend(columns[0]).Select(column => column[row].PadRight(width));
                yield return $"  {head.PadRight(name)}  {string.Join("  ", cells)}".TrimEnd();
            }
        }
    }

    private static string Cell(StudyView view, WhatIfResult question, string deployment) =>
        WhatIfWords.In(question, deployment) is { } comparison
            ? Cell(view, comparison, question.VerdictOf(deployment, view.Study))
            : Plain.Dash;

    private static string Cell(StudyView view, Comparison c, Survival? survival) =>
        c.Difference is { } difference
            ? $"{view.Scale.Signed(difference, c.Low, c.High)} {WhatIfWords.Mark(c.Verdict, survival)}"
            : Plain.Dash;

    private static string Cut(string name, int width) => name.Length > width ? name[..(width - 1)] + "~" : name;
}
