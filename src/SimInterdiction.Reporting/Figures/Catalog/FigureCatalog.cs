using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Figures.Adversaries;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Beats;
using SimInterdiction.Reporting.Figures.Burden;
using SimInterdiction.Reporting.Figures.Discoveries;
using SimInterdiction.Reporting.Figures.Displacement;
using SimInterdiction.Reporting.Figures.Fates;
using SimInterdiction.Reporting.Figures.Frontier;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Figures.Replications;
using SimInterdiction.Reporting.Figures.Ridge;
using SimInterdiction.Reporting.Figures.Risk;
using SimInterdiction.Reporting.Figures.SpaceTime;
using SimInterdiction.Reporting.Figures.Steps;
using SimInterdiction.Reporting.Figures.Tornado;
using SimInterdiction.Reporting.Figures.Traces;
using SimInterdiction.Reporting.Figures.TwoInputs;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Figures.Weeks;
using SimInterdiction.Reporting.Figures.When;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Catalog;

/// <summary>Every figure there is. To add one: a <see cref="FigureContent"/> in a folder of its own, and a line
/// here.</summary>
public static class FigureCatalog
{
    /// <summary>The figures of a study, in the order in which the report and a deck show them: a figure's number is its
    /// place here.</summary>
    public static IReadOnlyList<FigureKind> All { get; } =
        Numbered(
            new("answer", ReportPlace.Answer, "How each deployment differs from the baseline", AnswerFigure.Analyse),
            new("risk", ReportPlace.Comparison, "How single periods vary, and how sure the averages are", RiskFigure.Analyse)
            {
                Dispensable = 3,
            },
            new("value", ReportPlace.Comparison, "What each deployment achieves with its officer-hours", ValueFigure.Analyse),
            new("beats", ReportPlace.Comparison, "Which deployment beats which, and how often", BeatsFigure.Analyse),
            new(
                "displacement",
                ReportPlace.Comparison,
                "What is left of each difference once traffickers adapt",
                DisplacementFigure.Analyse
            )
            {
                HasData = study => study.IsAdaptive,
                Needs = "traffickers who adapt",
            },
            new("adversaries", ReportPlace.Comparison, "How each deployment does against each adversary", AdversariesFigure.Analyse)
            {
                HasData = study => study.Adversaries.Count > 0,
                Needs = "other adversaries in the scenario (experiment: adversaries)",
            },
            new("steps", ReportPlace.Comparison, "What each step adds, to those before it and alone", StepsFigure.Analyse)
            {
                HasData = study => study.Steps.Count > 0,
                Needs = "steps in the scenario (experiment: steps)",
            },
            new("when", ReportPlace.Where, "Who comes to each checkpoint when, on duty or off, and what is seized", WhenFigure.Analyse)
            {
                IsAboutOne = true,
            },
            new("map", ReportPlace.Where, "Where shipments go and where they are found", MapFigure.Analyse) { IsAboutOne = true },
            new("difference", ReportPlace.Where, "Where a deployment seizes more or less than the baseline", DifferenceMapFigure.Analyse)
            {
                IsAboutOne = true,
                Dispensable = 1,
            },
            new("spacetime", ReportPlace.Where, "How shipments pass teams on and off duty, in one replication", SpaceTimeFigure.Analyse)
            {
                IsAboutOne = true,
                ShowsExample = true,
                Dispensable = 6,
            },
            new("fates", ReportPlace.Outcomes, "What happens to 100 shipments", FatesFigure.Analyse),
            new("burden", ReportPlace.Outcomes, "How long vehicles are held, and how busy lanes are", BurdenFigure.Analyse)
            {
                HasData = BurdenFigure.HasData,
                Needs = "legitimate vehicles that are stopped",
                SaidInstead = BurdenFigure.Nothing,
                Dispensable = 2,
            },
            new("traces", ReportPlace.Outcomes, "What becomes of 100 traces", TracesAnalysis.Analyse)
            {
                HasData = TracesAnalysis.HasData,
                Needs = "firearms that are traced (programmes: tracing)",
                Dispensable = 2,
            },
            new("weeks", ReportPlace.Outcomes, "How seizures change week by week", WeeksFigure.Analyse) { IsAboutOne = true },
            new(TornadoName, ReportPlace.Sensitivity, "Which uncertain input moves the answer most, and where it flips it", Tornado)
            {
                HasData = study => study.Sensitivities.Any(d => d.Result.Tornado is not null),
                Needs = "a sensitivity analysis of one input at a time",
            },
            new(TwoInputsName, ReportPlace.Sensitivity, "The answer over two uncertain inputs", TwoInputs)
            {
                HasData = study => study.Sensitivities.Any(d => d.Result.Map is not null),
                Needs = "a sensitivity analysis of two inputs together",
            },
            new(
                DiscoveryName,
                ReportPlace.Sensitivity,
                "The region of the uncertain inputs in which a deployment is not worth it",
                Discover
            )
            {
                HasData = study => study.Sensitivities.Any(d => d.Result.Discovery is not null),
                Needs = "a sensitivity analysis of all inputs at once",
                Dispensable = 4,
            },
            new("replications", ReportPlace.Precision, "Whether the replications were enough", ReplicationsFigure.Analyse)
            {
                Dispensable = 5,
            },
            new(FrontierName, ReportPlace.Optimization, "What the best deployment seizes with each budget", Frontier)
            {
                HasData = study => HasFrontier(study.Optimization),
                Needs = "a search for the best deployments of several budgets",
            }
        );

    private const string TornadoName = "tornado";
    private const string TwoInputsName = "two-inputs";
    private const string DiscoveryName = "discovery";
    private const string FrontierName = "frontier";

    /// <summary>The kind with this name, or null.</summary>
    public static FigureKind? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>Every figure that a study has data for, in their order; as many are made at once as there are
    /// cores.</summary>
    public static IReadOnlyList<Figure> MakeAll(FigureSubject subject) =>
        [.. All.Where(f => f.HasData(subject.Study)).AsParallel().AsOrdered().Select(f => f.Make(subject))];

    /// <summary>The figures that a sensitivity analysis has data for.</summary>
    public static IReadOnlyList<Figure> Of(SensitivityView view) =>
        view.Result switch
        {
            { Tornado: not null } => [Find(TornadoName)!.Of(TornadoFigure.Analyse(view))],
            { Map: not null } => [Find(TwoInputsName)!.Of(TwoInputsFigure.Analyse(view))],
            { Discovery: not null } => [Find(DiscoveryName)!.Of(DiscoveryFigure.Analyse(view))],
            _ => [],
        };

    /// <summary>What the best deployment seizes with each budget; null where that was not searched.</summary>
    public static Figure? Of(StudyOptimization found, Scenario scenario) =>
        HasFrontier(found) ? Find(FrontierName)!.Of(FrontierFigure.Analyse(found, scenario)) : null;

    /// <summary>What given figures can't tell apart, numbered after those of studies; null where a calibration has one
    /// unknown only, or tried no settings.</summary>
    public static Figure? Of(CalibrationReport report) =>
        RidgeFigure.Analyse(report) is { } content ? new Figure(All.Count + 1, "ridge", content) : null;

    private static IReadOnlyList<FigureKind> Numbered(params FigureKind[] kinds) =>
        [.. kinds.Select((kind, i) => kind with { Number = i + 1 })];

    private static TornadoFigure Tornado(FigureSubject subject) =>
        TornadoFigure.Analyse(SensitivityView.In(subject.Study, result => result.Tornado is not null) ?? throw Missing("tornado"));

    private static TwoInputsFigure TwoInputs(FigureSubject subject) =>
        TwoInputsFigure.Analyse(SensitivityView.In(subject.Study, result => result.Map is not null) ?? throw Missing("map"));

    private static DiscoveryFigure Discover(FigureSubject subject) =>
        DiscoveryFigure.Analyse(SensitivityView.In(subject.Study, result => result.Discovery is not null) ?? throw Missing("discovery"));

    private static FrontierFigure Frontier(FigureSubject subject) =>
        FrontierFigure.Analyse(subject.Study.Optimization ?? throw Missing("search"), subject.Study.Scenario);

    private static bool HasFrontier(StudyOptimization? found) => found?.Result.Frontier.Count > 0;

    private static InvalidOperationException Missing(string what) => new($"The study comes without a {what}.");
}
