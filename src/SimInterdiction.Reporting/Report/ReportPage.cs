using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>What every section of the report may need.</summary>
internal sealed class ReportPage
{
    private readonly IReadOnlyList<Figure> figures;

    public ReportPage(StudyResult study, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        Study = study;
        Provenance = provenance;
        View = new StudyView(study);
        Answer = Answer.Of(study);
        Block = ProvenanceBlock.Of(study, provenance);
        this.figures = figures;
    }

    public StudyResult Study { get; }

    public Provenance Provenance { get; }

    public StudyView View { get; }

    public Answer Answer { get; }

    public ProvenanceBlock Block { get; }

    public string Title => Study.Scenario.Title ?? Provenance.ScenarioFile;

    public string Period => Plain.Period(Study.Scenario.LengthHours);

    /// <summary>The figures that it lacks, as the study has no data for them; none where it shows no figure.</summary>
    public IEnumerable<FigureKind> Lacking => figures.Count == 0 ? [] : FigureCatalog.All.Where(k => !k.HasData(Study));

    /// <summary>Shows the figures that belong at a place, as far as they were made, or what is said instead.</summary>
    public void Place(IReportMedium report, ReportPlace place)
    {
        foreach (FigureKind kind in FigureCatalog.All.Where(k => k.Place == place))
        {
            if (figures.FirstOrDefault(f => f.Name == kind.Name) is { } figure)
            {
                report.Figure(figure);
            }
            else if (kind.SaidInstead is { } sentence && !kind.HasData(Study))
            {
                report.Paragraph(sentence);
            }
        }
    }
}
