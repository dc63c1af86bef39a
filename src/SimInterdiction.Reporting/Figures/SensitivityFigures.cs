using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Figures 5 and 6, which come from an analysis of doubt rather than from a run.</summary>
public static class SensitivityFigures
{
    /// <summary>What a study needs for them.</summary>
    public const string Needed = "an analysis of doubt";

    /// <summary>Those that an analysis has data for.</summary>
    public static IReadOnlyList<Figure> Of(SensitivityView view) =>
        view.Result switch
        {
            { Tornado: not null } => [TornadoFigure.Make(view)],
            { Map: not null } => [TwoInputsFigure.Make(view)],
            _ => [],
        };

    /// <summary>Whether a study comes with an analysis that figure 5 shows.</summary>
    public static bool HasTornado(StudyResult study) => study.Sensitivities.Any(d => d.Result.Tornado is not null);

    /// <summary>Whether a study comes with an analysis that figure 6 shows.</summary>
    public static bool HasMap(StudyResult study) => study.Sensitivities.Any(d => d.Result.Map is not null);
}
