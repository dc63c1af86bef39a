using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>How long an analysis takes on this machine, measured at a few settings like its own; nothing is
/// kept.</summary>
/// <remarks>
/// Settings are tried in pairs, the second as far from the end of each range as the first from its beginning: what
/// grows with an input is then too small in one by about as much as it is too large in the other.
/// </remarks>
public static class SensitivityTrial
{
    private const int MostPairs = 4;
    private const int MostWarmUps = 100;

    /// <summary>Tries a few settings.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="options">What is asked; neither its store nor other machines are used.</param>
    /// <param name="deployments">Those that it simulates.</param>
    /// <param name="settings">At how many settings it has to simulate them, from 0; parts count.</param>
    /// <param name="patience">About so long it takes, and half as long again.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Seconds; null where it was stopped, or the settings tried can't be simulated.</returns>
    public static double? Seconds(
        UncertainScenario uncertain,
        SensitivityOptions options,
        IReadOnlyList<string> deployments,
        double settings,
        TimeSpan patience,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        int threads = options.Jobs == 0 ? Environment.ProcessorCount : options.Jobs;
        try
        {
            // The first pays for the program's start, and says how many replications there is time for.
            int few = Math.Min(options.Replications, 2 * threads);
            double[] best = [.. uncertain.Inputs.Select(input => input.BestGuess)];
            double first = Time(few, best);
            if (first > patience.TotalSeconds)
            {
                // Most of it may have been the start.
                int fewer = Math.Min(few, threads);
                return Math.Min(first / few, Time(fewer, best) / fewer) * options.Replications * settings;
            }

            // A program is slow until it has been compiled as well as it can be.
            long started = clock.GetTimestamp();
            double each = first / few;
            for (int i = 0; i < MostWarmUps && (i == 0 || clock.GetElapsedTime(started) < patience / 2); i++)
            {
                each = Time(few, best) / few;
            }

            int replications = Math.Clamp((int)(patience.TotalSeconds / (2 * each)), few, options.Replications);
            long began = clock.GetTimestamp();
            (double spent, int tried) = (0, 0);
            for (int pair = 0; pair < MostPairs && (pair == 0 || clock.GetElapsedTime(began) < patience / 2); pair++)
            {
                spent += Time(replications, Setting(uncertain, options, pair, isOpposite: false));
                spent += Time(replications, Setting(uncertain, options, pair, isOpposite: true));
                tried += 2;
            }

            return spent / tried * options.Replications / replications * settings;
        }
        catch (Exception why) when (why is OperationCanceledException or InvalidDataException)
        {
            return null;
        }

        double Time(int replications, IReadOnlyList<double> values)
        {
            var plan = new DesignPoints
            {
                Deployments = deployments,
                Measure = options.Measure,
                Replications = replications,
                Seed = options.Seed,
                Jobs = options.Jobs,
                Store = null,
                Executors = null,
            };
            long start = clock.GetTimestamp();
            new SimulatedDesignPoints<Batch>(uncertain, plan, batch => batch, progress: null, cancellation).At(values);
            return clock.GetElapsedTime(start).TotalSeconds;
        }
    }

    // Each input at another part of its range, and the pairs apart from one another.
    private static double[] Setting(UncertainScenario uncertain, SensitivityOptions options, int pair, bool isOpposite) =>
        [
            .. uncertain.Inputs.Select(
                (input, i) =>
                {
                    double part = (((pair + i) % MostPairs) + 0.5) / (2 * MostPairs);
                    double at = (i % 2 == 0) == isOpposite ? 1 - part : part;
                    double value = IsVaried(uncertain, options, i, pair) ? Value(input, options, at) : input.BestGuess;
                    return uncertain.Whole.Contains(input.Name) ? Math.Round(value) : value;
                }
            ),
        ];

    // What a map doesn't vary stays at its best guess; which two it does may come out only on the way, so any two in
    // turn.
    private static bool IsVaried(UncertainScenario uncertain, SensitivityOptions options, int input, int pair)
    {
        int inputs = uncertain.Inputs.Count;
        return options.Method != SensitivityMethod.Map
            || (
                options.MapInputs.Count > 0
                    ? options.MapInputs.Contains(uncertain.Inputs[input].Name)
                    : input == pair % inputs || input == (pair + 1) % inputs
            );
    }

    private static double Value(UncertainRange input, SensitivityOptions options, double at) =>
        options.Method switch
        {
            SensitivityMethod.Sobol => Math.Clamp(
                new Triangular(input.Low, input.BestGuess, input.High).Quantile(at),
                input.Low,
                input.High
            ),
            _ => input.Low + ((input.High - input.Low) * at),
        };
}
