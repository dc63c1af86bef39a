using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>What uncertainty about a scenario's inputs does to the comparison of its deployments.</summary>
public static class SensitivityAnalysis
{
    /// <summary>Values of each input of a map; an odd number, so that the middle of a range is one of them.</summary>
    public const int MapSide = 7;

    /// <summary>Fewer settings show hardly any region.</summary>
    public const int FewestSettings = 50;

    /// <summary>
    /// Simulates the deployments at many settings of the uncertain inputs, always with the same seed and replications,
    /// so that settings differ by their inputs alone.
    /// </summary>
    /// <param name="uncertain">The scenario; with at least one uncertain input, and two for a map.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="progress">Called after every replication, by one thread at a time and not on the caller's.</param>
    /// <param name="cancellation">Stops between replications.</param>
    /// <returns>The same to the last bit for any number of threads.</returns>
    /// <exception cref="ArgumentException">The options name what is not there, or ask for too little.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidDataException">A replication failed, or the scenario can't be had at some values of its
    /// inputs.</exception>
    public static SensitivityResult Run(
        UncertainScenario uncertain,
        SensitivityOptions options,
        Action<WorkProgress>? progress,
        CancellationToken cancellation
    )
    {
        Scenario scenario = uncertain.At([.. uncertain.Inputs.Select(i => i.BestGuess)]);
        Check(uncertain, options, scenario);
        string[] deployments =
            options.Method == SensitivityMethod.Verdicts ? [.. scenario.Deployments.Keys] : [options.Deployment, scenario.Baseline];
        var words = new InputWords(uncertain, scenario);
        int planned = PlannedSettings.Of(uncertain, options, words).Count;
        var designPoints = new ComparedDesignPoints(uncertain, options, deployments, planned, progress, cancellation);
        double threshold = options.Measure.Name == scenario.Experiment.Measure ? scenario.Experiment.SmallestDifferenceThatMatters : 0;
        SensitivityResult result = new()
        {
            Method = options.Method,
            Deployment = options.Deployment,
            Baseline = scenario.Baseline,
            Measure = options.Measure.Name,
            Seed = options.Seed,
            Replications = options.Replications,
            Settings = 0,
            SmallestDifferenceThatMatters = threshold,
            BestGuess = default,
            Inputs = [.. uncertain.Inputs.Select(i => new InputRange(i.Name, i.Low, i.BestGuess, i.High))],
        };
        result = options.Method switch
        {
            SensitivityMethod.Tornado => result with { Tornado = OneAtATime.Swings(uncertain.Inputs, words, designPoints, threshold) },
            SensitivityMethod.Morris => result with { Morris = new AllAtOnce(uncertain.Inputs, words, options).Effects(designPoints) },
            SensitivityMethod.Sobol => result with { Sobol = new AllAtOnce(uncertain.Inputs, words, options).Shares(designPoints) },
            SensitivityMethod.Map => result with { Map = TwoAtATime.Map(uncertain.Inputs, words, designPoints, options.MapInputs) },
            SensitivityMethod.Discover => result with
            {
                Discovery = new ScenarioDiscovery(uncertain, words, designPoints, options, threshold).Discover(),
            },
            _ => result with
            {
                Verdicts = EveryVerdict.Table(
                    uncertain.Inputs,
                    words,
                    designPoints,
                    new EveryDeployment(deployments, scenario.Baseline, options.Measure, threshold)
                ),
            },
        };
        return result with
        {
            BestGuess = BestGuess(uncertain.Inputs, designPoints, [.. deployments], result),
            Settings = designPoints.Count,
        };
    }

    internal static SimulatedValue Shown(PointEstimate estimate) => Shown(estimate, Estimates.Confidence);

    internal static SimulatedValue Shown(PointEstimate estimate, double confidence)
    {
        Interval interval = estimate.At(confidence);
        return new SimulatedValue(Estimates.OrNull(estimate.Value), Estimates.OrNull(interval.Low), Estimates.OrNull(interval.High));
    }

    private static SimulatedValue BestGuess(
        IReadOnlyList<UncertainRange> inputs,
        ComparedDesignPoints designPoints,
        List<string> deployments,
        SensitivityResult result
    )
    {
        var at = designPoints.At([.. inputs.Select(i => i.BestGuess)]);
        return Shown(
            ComparedDesignPoints.Difference(
                at[deployments.IndexOf(result.Deployment)].Values,
                at[deployments.LastIndexOf(result.Baseline)].Values
            )
        );
    }

    private static void Check(UncertainScenario uncertain, SensitivityOptions options, Scenario scenario)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Replications);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, options.Method == SensitivityMethod.Discover ? FewestSettings : 2);
        if (uncertain.Inputs.Count == 0)
        {
            throw new ArgumentException("No input is uncertain.", nameof(uncertain));
        }

        if (!scenario.Deployments.ContainsKey(options.Deployment) || options.Deployment == scenario.Baseline)
        {
            throw new ArgumentException($"'{options.Deployment}' is no deployment beside the baseline.", nameof(options));
        }

        if (options.Measure.Estimator == Estimator.Pooled)
        {
            throw new ArgumentException($"'{options.Measure.Name}' is no measure of single periods.", nameof(options));
        }

        if (
            options.MapInputs.Count is not (0 or 2)
            || options.MapInputs.Distinct().Count() != options.MapInputs.Count
            || !options.MapInputs.All(path => uncertain.Inputs.Any(i => i.Name == path))
        )
        {
            throw new ArgumentException(
                $"A map is of two uncertain inputs, not of '{string.Join(", ", options.MapInputs)}'.",
                nameof(options)
            );
        }

        if (options.Method == SensitivityMethod.Map && uncertain.Inputs.Count < 2)
        {
            throw new ArgumentException("A map needs two uncertain inputs.", nameof(options));
        }
    }
}
