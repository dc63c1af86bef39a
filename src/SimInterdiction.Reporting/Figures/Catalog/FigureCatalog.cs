using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Figures;

/// <summary>A kind of figure: what it shows and how it is made.</summary>
public sealed record FigureKind(int Number, string Name, string Shows, Func<FigureSubject, Figure> Make)
{
    internal FigureKind(int number, string name, string shows, Func<StudyResult, Provenance, Figure> make)
        : this(number, name, shows, subject => make(subject.Study, subject.Provenance)) { }

    /// <summary>Whether a study has what the figure is made from; those that lack it are left out.</summary>
    public Func<StudyResult, bool> HasData { get; init; } = _ => true;

    /// <summary>What that is, for those who ask for the figure all the same.</summary>
    public string Needs { get; init; } = string.Empty;

    /// <summary>Whether it is about one deployment, which may be chosen.</summary>
    public bool IsAboutOne { get; init; }
}

/// <summary>Every figure there is. To add one: analyse, draw, and a line here.</summary>
public static class FigureCatalog
{
    public static IReadOnlyList<FigureKind> All { get; } =
    [
        new(1, "answer", "How each deployment differs from the baseline", AnswerFigure.Make),
        new(2, "risk", "How single periods vary, and how sure the averages are", RiskFigure.Make),
        new(3, "value", "What each deployment achieves with its officer-hours", ValueFigure.Make),
        new(4, "beats", "Which deployment beats which, and how often", BeatsFigure.Make),
        new(5, "tornado", "Which uncertain input moves the answer most, and where it flips it", TornadoFigure.Make)
        {
            HasData = SensitivityFigures.HasTornado,
            Needs = SensitivityFigures.Needed,
        },
        new(6, "two-inputs", "The answer over two inputs that nobody knows", TwoInputsFigure.Make)
        {
            HasData = SensitivityFigures.HasMap,
            Needs = SensitivityFigures.Needed,
        },
        new(7, "when", "When each checkpoint stops and seizes", WhenFigure.Make) { IsAboutOne = true },
        new(8, "map", "Where shipments go and where they are found", MapFigure.Make) { IsAboutOne = true },
        new(16, "difference", "Where a deployment seizes more or less than the baseline", DifferenceMapFigure.Make) { IsAboutOne = true },
        new(9, "spacetime", "How shipments pass teams on and off duty, in one replication", SpaceTimeFigure.Make) { IsAboutOne = true },
        new(10, "fates", "What happens to 100 shipments", FatesFigure.Make),
        new(11, "burden", "How long vehicles are held, and how busy lanes are", BurdenFigure.Make),
        new(12, "replications", "Whether the replications were enough", ReplicationsFigure.Make),
        new(13, "displacement", "What is left of each difference once traffickers adapt", DisplacementFigure.Make)
        {
            HasData = study => study.IsAdaptive,
            Needs = "traffickers who adapt",
        },
        new(14, "adversaries", "How each deployment does against each adversary", AdversariesFigure.Make)
        {
            HasData = study => study.Adversaries.Count > 0,
            Needs = "other adversaries in the scenario (experiment: adversaries)",
        },
        new(15, "weeks", "How seizures change week by week", WeeksFigure.Make),
    ];

    /// <summary>The kind with this name, or null.</summary>
    public static FigureKind? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    public static IReadOnlyList<Figure> MakeAll(FigureSubject subject) =>
        [.. All.Where(f => f.HasData(subject.Study)).Select(f => f.Make(subject))];
}
