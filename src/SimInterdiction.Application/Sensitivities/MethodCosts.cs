using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Application.Sensitivities;

/// <summary>How often to simulate where nothing is asked for, so that every method takes minutes: the more settings,
/// the fewer replications at each.</summary>
internal static class MethodCosts
{
    /// <param name="method">The method.</param>
    /// <param name="stated">The scenario's, which the tornado keeps, so that its best guess is the run's
    /// result.</param>
    public static int Replications(SensitivityMethod method, int stated) =>
        method switch
        {
            SensitivityMethod.Tornado => stated,
            SensitivityMethod.Map or SensitivityMethod.Verdicts => Math.Min(stated, 100),
            SensitivityMethod.Morris => Math.Min(stated, 50),
            _ => Math.Min(stated, 20),
        };

    /// <summary>Walks of Morris, rows of Sobol, settings of a discovery; others have none.</summary>
    public static int Samples(SensitivityMethod method) =>
        method switch
        {
            SensitivityMethod.Sobol => 128,
            SensitivityMethod.Discover => 400,
            _ => 20,
        };

    /// <summary>What to look at after a method; null where nothing suggests itself.</summary>
    public static SensitivityMethod? Next(SensitivityMethod method, int inputs) =>
        method switch
        {
            SensitivityMethod.Tornado when inputs > 1 => SensitivityMethod.Map,
            SensitivityMethod.Tornado or SensitivityMethod.Map => SensitivityMethod.Verdicts,
            SensitivityMethod.Verdicts => SensitivityMethod.Discover,
            _ => null,
        };
}
