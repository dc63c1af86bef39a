using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Figures.Catalog;

/// <summary>A kind of figure: what it shows and how it is made.</summary>
/// <param name="Name">What people call it by: <c>simint plot RUN answer</c>.</param>
/// <param name="Place">Where the report shows it, among others there in the order of the catalogue.</param>
/// <param name="Shows">What it shows, in a line.</param>
/// <param name="Analyse">Computes its content.</param>
public sealed record FigureKind(string Name, ReportPlace Place, string Shows, Func<FigureSubject, FigureContent> Analyse)
{
    internal FigureKind(string name, ReportPlace place, string shows, Func<StudyResult, Provenance, FigureContent> analyse)
        : this(name, place, shows, subject => analyse(subject.Study, subject.Provenance)) { }

    /// <summary>In the report and in names of files, from 1 in the order of the catalogue; the same in every
    /// study.</summary>
    public int Number { get; internal init; }

    /// <summary>Whether a study has what the figure is made from; those that lack it are left out.</summary>
    public Func<StudyResult, bool> HasData { get; init; } = _ => true;

    /// <summary>What that is, to tell those who ask for the figure.</summary>
    public string Needs { get; init; } = string.Empty;

    /// <summary>What the report says in its place where a study lacks it; null for nothing.</summary>
    public string? SaidInstead { get; init; }

    /// <summary>Whether it is about one deployment, which may be chosen.</summary>
    public bool IsAboutOne { get; init; }

    /// <summary>Whether it shows a single replication, which is simulated again for it.</summary>
    public bool ShowsExample { get; init; }

    /// <summary>How soon paper does without it where it has no room for all: the highest first.</summary>
    public int Dispensable { get; init; }

    public Figure Make(FigureSubject subject) => Of(Analyse(subject));

    /// <summary>The figure with a content that was computed elsewhere.</summary>
    public Figure Of(FigureContent content) => new(Number, Name, content);
}
