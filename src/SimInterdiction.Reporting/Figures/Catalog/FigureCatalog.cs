using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Figures.Adversaries;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Beats;
using SimInterdiction.Reporting.Figures.Burden;
using SimInterdiction.Reporting.Figures.Displacement;
using SimInterdiction.Reporting.Figures.Fates;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Figures.Replications;
using SimInterdiction.Reporting.Figures.Ridge;
using SimInterdiction.Reporting.Figures.Risk;
using SimInterdiction.Reporting.Figures.SpaceTime;
using SimInterdiction.Reporting.Figures.Steps;
using SimInterdiction.Reporting.Figures.Tornado;
using SimInterdiction.Reporting.Figures.TwoInputs;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Figures.Weeks;
using SimInterdiction.Reporting.Figures.When;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Catalog;

/// <summary>Every figure there is, with its number and name. To add one: a <see cref="FigureContent"/> in a folder of
/// its own, and a line here.</summary>
public static class FigureCatalog
{
    private const int RidgeNumber = 17;

    /// <summary>What figures 5 and 6 need, which come from a sensitivity analysis rather than from a run.</summary>
    public const string NeedsSensitivity = "a sensitivity analysis";

    private static FigureKind TornadoKind { get; } =
        new(5, "tornado", ReportPlace.Sensitivity, "Which uncertain input moves the answer most, and where it flips it", Tornado)
        {
            HasData = study => study.Sensitivities.Any(d => d.Result.Tornado is not null),
            Needs = NeedsSensitivity,
        };

    private static FigureKind TwoInputsKind { get; } =
        new(6, "two-inputs", ReportPlace.Sensitivity, "The answer over two uncertain inputs", TwoInputs)
        {
            HasData = study => study.Sensitivities.Any(d => d.Result.Map is not null),
            Needs = NeedsSensitivity,
        };

    /// <summary>The figures of a study, in the order in which a deck shows them.</summary>
    public static IReadOnlyList<FigureKind> All { get; } =
    [
        new(1, "answer", ReportPlace.Answer, "How each deployment differs from the baseline", AnswerFigure.Analyse),
        new(2, "risk", ReportPlace.Comparison, "How single periods vary, and how sure the averages are", RiskFigure.Analyse),
        new(3, "value", ReportPlace.Comparison, "What each deployment achieves with its officer-hours", ValueFigure.Analyse),
        new(4, "beats", ReportPlace.Comparison, "Which deployment beats which, and how often", BeatsFigure.Analyse),
        TornadoKind,
        TwoInputsKind,
        new(7, "when", ReportPlace.Where, "When each checkpoint stops and seizes", WhenFigure.Analyse) { IsAboutOne = true },
        new(8, "map", ReportPlace.Where, "Where shipments go and where they are found", MapFigure.Analyse) { IsAboutOne = true },
        new(16, "difference", ReportPlace.Where, "Where a deployment seizes more or less than the baseline", DifferenceMapFigure.Analyse)
        {
            IsAboutOne = true,
        },
        new(9, "spacetime", ReportPlace.Where, "How shipments pass teams on and off duty, in one replication", SpaceTimeFigure.Analyse)
        {
            IsAboutOne = true,
        },
        new(10, "fates", ReportPlace.Outcomes, "What happens to 100 shipments", FatesFigure.Analyse),
        new(11, "burden", ReportPlace.Outcomes, "How long vehicles are held, and how busy lanes are", BurdenFigure.Analyse)
        {
            HasData = BurdenFigure.HasData,
            Needs = "legitimate vehicles that are stopped",
            SaidInstead = BurdenFigure.Nothing,
        },
        new(12, "replications", ReportPlace.Precision, "Whether the replications were enough", ReplicationsFigure.Analyse),
        new(
            13,
            "displacement",
            ReportPlace.Comparison,
            "What is left of each difference once traffickers adapt",
            DisplacementFigure.Analyse
        )
        {
            HasData = study => study.IsAdaptive,
            Needs = "traffickers who adapt",
        },
        new(14, "adversaries", ReportPlace.Comparison, "How each deployment does against each adversary", AdversariesFigure.Analyse)
        {
            HasData = study => study.Adversaries.Count > 0,
            Needs = "other adversaries in the scenario (experiment: adversaries)",
        },
        new(20, "steps", ReportPlace.Answer, "What each step adds, to those before it and alone", StepsFigure.Analyse)
        {
            HasData = study => study.Steps.Count > 0,
            Needs = "steps in the scenario (experiment: steps)",
        },
        new(15, "weeks", ReportPlace.Outcomes, "How seizures change week by week", WeeksFigure.Analyse),
    ];

    /// <summary>The kind with this name, or null.</summary>
    public static FigureKind? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    public static IReadOnlyList<Figure> MakeAll(FigureSubject subject) =>
        [.. All.Where(f => f.HasData(subject.Study)).Select(f => f.Make(subject))];

    /// <summary>The figures that a sensitivity analysis has data for.</summary>
    public static IReadOnlyList<Figure> Of(SensitivityView view) =>
        view.Result switch
        {
            { Tornado: not null } => [TornadoKind.Of(TornadoFigure.Analyse(view))],
            { Map: not null } => [TwoInputsKind.Of(TwoInputsFigure.Analyse(view))],
            _ => [],
        };

    /// <summary>What given figures can't tell apart; null where a calibration has one unknown only, or tried no
    /// settings.</summary>
    public static Figure? Of(CalibrationReport report) =>
        RidgeFigure.Analyse(report) is { } content ? new Figure(RidgeNumber, "ridge", content) : null;

    private static TornadoFigure Tornado(FigureSubject subject) =>
        TornadoFigure.Analyse(SensitivityView.In(subject.Study, result => result.Tornado is not null) ?? throw Missing("tornado"));

    private static TwoInputsFigure TwoInputs(FigureSubject subject) =>
        TwoInputsFigure.Analyse(SensitivityView.In(subject.Study, result => result.Map is not null) ?? throw Missing("map"));

    private static InvalidOperationException Missing(string what) => new($"The study comes without a {what}.");
}
