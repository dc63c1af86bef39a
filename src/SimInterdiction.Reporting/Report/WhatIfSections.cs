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

    /// <summary>The differences as stated and in each question.</summary>
    /// <param name="page">The page.</param>
    /// <param name="most">So many questions beside each other at most.</param>
    public static IEnumerable<ReportTable> Tables(ReportPage page, int most)
    {
        StudyView view = page.View;
        return view.Ranked.Count == 0
            ? []
            : page
                .Study.WhatIfs.Chunk(most)
                .Select(some => new ReportTable(
                    $"Difference from {view.Baseline.Label}{view.Scale.InUnit}, and verdict; 95% intervals, all of a column right at once",
                    ["Deployment", "As stated", .. some.Select(question => question.Label)],
                    [
                        .. view.Ranked.Select(c =>
                            (IReadOnlyList<string>)
                                [
                                    view.LabelOf(c),
                                    Cell(view, c, null),
                                    .. some.Select(q =>
                                        WhatIfWords.In(q, c.Deployment) is { } other
                                            ? Cell(view, other, q.VerdictOf(c.Deployment, page.Study))
                                            : Plain.Dash
                                    ),
                                ]
                        ),
                    ]
                ));
    }

    /// <summary>What each question does to the answer.</summary>
    public static IEnumerable<string> Sentences(ReportPage page) =>
        page.Study.WhatIfs.Select(q => $"{WhatIfWords.Heading(q)}: {WhatIfWords.Sentence(page.View, q)}");

    private static string Cell(StudyView view, Comparison comparison, Survival? survival) =>
        Plain.Cell(
            $"{view.Scale.Difference(comparison)}\n{Plain.Capital(comparison.Verdict.ToWords())}"
                + $"{(survival == Survival.Falls ? ", not as stated" : string.Empty)}"
        );
}
