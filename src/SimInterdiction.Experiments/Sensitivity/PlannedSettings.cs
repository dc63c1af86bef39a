using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>The settings at which an analysis simulates, as far as that is known before.</summary>
/// <param name="Known">Those that are known, each once.</param>
/// <param name="More">About how many more there are, which depend on what comes out; where an answer turns or gets too
/// small to matter, the search for the place adds up to some forty for each input.</param>
public sealed record PlannedSettings(IReadOnlyList<IReadOnlyList<double>> Known, int More)
{
    private const int MostLookedAt = 24;

    /// <summary>About how many settings are simulated.</summary>
    public int Count => Known.Count + More;

    /// <param name="uncertain">The scenario; with at least one uncertain input, and two for a map.</param>
    /// <param name="options">What is asked.</param>
    /// <exception cref="InvalidDataException">The scenario can't be had at best guess.</exception>
    public static PlannedSettings Of(UncertainScenario uncertain, SensitivityOptions options)
    {
        ArgumentNullException.ThrowIfNull(uncertain);
        return Of(uncertain, options, new InputWords(uncertain, uncertain.At(BestOf(uncertain))));
    }

    /// <param name="uncertain">The scenario.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="words">What its inputs are.</param>
    internal static PlannedSettings Of(UncertainScenario uncertain, SensitivityOptions options, InputWords words)
    {
        IReadOnlyList<UncertainRange> inputs = uncertain.Inputs;
        IReadOnlyList<PlacedInputs> alone = InputSettings.Alone(inputs);
        bool isOfAnyTwo = options is { Method: SensitivityMethod.Map, MapInputs.Count: 0 };
        bool hasAnyCorners = options.Method == SensitivityMethod.Verdicts && inputs.Count > InputSettings.CornerInputs;
        IEnumerable<double[]> known = options.Method switch
        {
            SensitivityMethod.Morris => new AllAtOnce(inputs, words, options).EffectSettings(),
            SensitivityMethod.Sobol => new AllAtOnce(inputs, words, options).ShareSettings(),
            SensitivityMethod.Discover => ScenarioDiscovery.SettingsOf(uncertain, words, options),
            SensitivityMethod.Map when !isOfAnyTwo => TwoAtATime.SettingsOf(inputs, options.MapInputs),
            SensitivityMethod.Verdicts when !hasAnyCorners => alone
                .Concat(InputSettings.Corners(inputs, alone))
                .Select(setting => setting.ValuesAt(inputs)),
            _ => alone.Select(setting => setting.ValuesAt(inputs)),
        };
        return new PlannedSettings(
            [.. known.Prepend(BestOf(uncertain)).DistinctBy(SettingKey.Of)],
            isOfAnyTwo ? SensitivityAnalysis.MapSide * SensitivityAnalysis.MapSide
                : hasAnyCorners ? 1 << InputSettings.CornerInputs
                : 0
        );
    }

    /// <summary>About what share of its replications is not kept yet, by a few of the settings.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="options">What is asked, with its store.</param>
    /// <param name="deployments">Those that it simulates.</param>
    /// <param name="holdsMore">Whether of the settings that are not known before as much is kept as of the others; else
    /// nothing is.</param>
    /// <returns>From 0 to 1.</returns>
    public double MissingShare(UncertainScenario uncertain, SensitivityOptions options, IReadOnlyList<string> deployments, bool holdsMore)
    {
        ArgumentNullException.ThrowIfNull(uncertain);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(deployments);
        if (options.Store is not { HoldsAnything: true } store)
        {
            return 1;
        }

        // Evenly over their order, in which they are simulated.
        int looked = Math.Min(MostLookedAt, Known.Count);
        double held = Enumerable.Range(0, looked).Average(i => HeldOf(Known[(int)((i + 0.5) * Known.Count / looked)]));
        return 1 - (held * (holdsMore ? 1 : (double)Known.Count / Count));

        double HeldOf(IReadOnlyList<double> values)
        {
            try
            {
                Scenario scenario = DesignPoints.Of(uncertain.At(values), options.Seed, options.Replications);
                return deployments.Average(name =>
                    (double)store.CountHeld(ArmKey.Of(scenario, new Arm(name)), options.Replications) / options.Replications
                );
            }
            catch (InvalidDataException)
            {
                // The scenario can't be had there, which is told once it is simulated.
                return 0;
            }
        }
    }

    private static double[] BestOf(UncertainScenario uncertain) => [.. uncertain.Inputs.Select(input => input.BestGuess)];
}
