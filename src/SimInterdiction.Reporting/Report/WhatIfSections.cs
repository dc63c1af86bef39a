using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>Questions by deployments, and whether verdicts and winner survive them.</summary>
internal static class WhatIfSections
{
    private const int MostColumns = 4;

    /// <summary>Tables, and a sentence for each question; nothing where none was asked.</summary>
    public static void Write(IReportMedium report, ReportPage page)
    {
        ReportTable[] tables = [.. Tables(page, MostColumns)];
        if (tables.Length == 0)
        {
            return;
        }

        report.Heading("What if");
        foreach (ReportTable table in tables)
        {
            report.Table(table.Caption, table.Columns, table.Rows);
        }

        report.List(Sentences(page));
        report.Paragraph(WhatIfWords.Note);
    }

    /// <summary>The differences as stated and in each question, or where none is defined, the averages.</summary>
    /// <param name="page">The page.</param>
    /// <param name="most">So many questions beside each other at most.</param>
    public static IEnumerable<ReportTable> Tables(ReportPage page, int most) =>
        page
            .Study.WhatIfs.Chunk(most)
            .Select(some => WhatIfWords.IsToldByAverages(page.Study) ? Averages(page.View, some) : Differences(page.View, some));

    private static ReportTable Differences(StudyView view, WhatIfResult[] questions)
    {
        MeasureScale scale = WhatIfWords.Scale(view);
        return new(
            $"Difference from {view.Baseline.Label}{view.Scale.InUnit}, and verdict; 95% intervals, all of a column right at once",
            Columns(questions),
            [
                .. view.Ranked.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            view.LabelOf(c),
                            Cell(scale, c, null),
                            .. questions.Select(q =>
                                WhatIfWords.In(q, c.Deployment) is { } other
                                    ? Cell(scale, other, q.VerdictOf(c.Deployment, view.Study))
                                    : Plain.Dash
                            ),
                        ]
                ),
            ]
        );
    }

    private static ReportTable Averages(StudyView view, WhatIfResult[] questions)
    {
        string[][] rows =
        [
            .. view.Study.Deployments.Select(d =>
                (string[])
                    [
                        d.Label,
                        view.Scale.ValueWithInterval(view.MeasureOf(d)),
                        .. questions.Select(q => view.Scale.ValueWithInterval(WhatIfWords.AverageIn(q, d.Name) ?? default)),
                    ]
            ),
        ];
        string note = Plain.Note(rows.SelectMany(row => row.Skip(1)));
        return new ReportTable(
            $"{WhatIfWords.Average(view.Study)}; 95% intervals, each for itself{(note.Length > 0 ? $".{note}" : string.Empty)}",
            Columns(questions),
            [.. rows.Select(row => (IReadOnlyList<string>)[row[0], .. row.Skip(1).Select(Plain.Cell)])]
        );
    }

    private static string[] Columns(WhatIfResult[] questions) =>
        ["Deployment", "As stated", .. questions.Select(question => question.Label)];

    /// <summary>What each question does to the answer.</summary>
    public static IEnumerable<string> Sentences(ReportPage page) =>
        page.Study.WhatIfs.Select(q => $"{WhatIfWords.Heading(q)}: {WhatIfWords.Sentence(page.View, q)}");

    private static string Cell(MeasureScale scale, Comparison comparison, Survival? survival) =>
        Plain.Cell(
            $"{scale.Difference(comparison)}\n{Plain.Capital(comparison.Verdict.ToWords())}"
                + $"{(survival == Survival.Falls ? ", not as stated" : string.Empty)}"
        );
}
