using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
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

    /// <summary>Places the figures with these names, in this order, as far as they were made.</summary>
    public void Place(IReportMedium report, params string[] names)
    {
        foreach (string name in names)
        {
            if (figures.FirstOrDefault(f => f.Name == name) is { } figure)
            {
                report.Figure(figure);
            }
        }
    }
}
