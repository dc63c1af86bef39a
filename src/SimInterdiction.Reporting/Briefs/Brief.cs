using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Briefs;

/// <summary>What stands under one heading of a brief.</summary>
internal sealed record BriefPart(string Heading, IReadOnlyList<string> Sentences);

/// <summary>A finished run on one page, for those who decide: the question, the answer in a few sentences, figure 1,
/// and what must be known to rely on them.</summary>
internal sealed record Brief
{
    public required string Title { get; init; }

    public required string Question { get; init; }

    public required string Headline { get; init; }

    /// <summary>What completes the headline: who is best, against the runner-up, or else a sentence; null where it says
    /// all.</summary>
    public string? Sentence { get; init; }

    public required Figure Figure { get; init; }

    public required IReadOnlyList<BriefPart> Parts { get; init; }

    /// <summary>That the data are synthetic.</summary>
    public required string Warning { get; init; }

    public static Brief Of(FigureSubject subject)
    {
        var page = new ReportPage(subject.Study, subject.Provenance, []);
        return new Brief
        {
            Title = page.Title,
            Question = page.Study.Scenario.Question ?? "Which deployment does best?",
            Headline = Plain.Sentence(page.Answer.Headline),
            Sentence = page.Answer.Finding ?? (page.Answer.Others is [var first, ..] ? first : null),
            Figure = Figured(page.View, FigureCatalog.Find("answer")!.Make(subject)),
            Parts = [.. BriefParts.Of(page).Where(part => part.Sentences.Count > 0)],
            Warning = page.Block.Warning,
        };
    }

    // More are printed too small to be read.
    private const int MostRows = 12;

    // The answer stands above it already.
    private static Figure Figured(StudyView view, Figure answer)
    {
        string title = view.Ranked.Count > 0 ? $"How each deployment differs from {view.Baseline.Label}" : "What there is to compare";
        var content = (AnswerFigure)answer.Content with { Words = answer.Words with { Title = title, Finding = null } };
        return new Figure(answer.Number, answer.Name, content.WithFirst(MostRows, view.MarkedLabelOf(view.Told.Name)));
    }
}
