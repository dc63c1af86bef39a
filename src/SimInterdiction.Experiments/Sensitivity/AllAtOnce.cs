using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>Sensitivities over the whole range of the inputs: Morris's effects and Sobol's shares of the simulated
/// difference.</summary>
/// <remarks>
/// Two things make them unsure, and both are in the intervals: that the room was visited in so few places, which the
/// estimators tell themselves, and that every place was simulated so few times. For the latter the whole analysis is
/// computed again without each replication (the jackknife; Tukey 1958): replications are common to all places, so
/// leaving one out leaves it out everywhere. The two are independent, and their variances add.
/// The design goes by the order of what inputs are, so that names and the order of a file decide nothing.
/// </remarks>
internal sealed class AllAtOnce
{
    private const int MorrisLevels = 4;

    private readonly IReadOnlyList<UncertainRange> inputs;
    private readonly InputWords words;
    private readonly SensitivityOptions options;

    /// <param name="inputs">All that is uncertain, as the file lists it.</param>
    /// <param name="words">What they are: the design goes by their order.</param>
    /// <param name="options">How many places, on which seed.</param>
    public AllAtOnce(IReadOnlyList<UncertainRange> inputs, InputWords words, SensitivityOptions options)
    {
        this.inputs = [.. words.Order.Select(i => inputs[i])];
        this.words = words;
        this.options = options;
    }

    /// <summary>The settings at which Morris's effects are simulated, in their order; one that is visited again stands
    /// there again.</summary>
    public IEnumerable<double[]> EffectSettings() => Walks().SelectMany(walk => walk).Select(SettingOfWalk);

    /// <summary>The same of Sobol's shares.</summary>
    public IReadOnlyList<double[]> ShareSettings()
    {
        var settings = new List<double[]>();
        Sobol.Indices(inputs.Count, options.Samples, KeyOf("sobol"), point =>
        {
            settings.Add(SettingOfRow(point));
            return 0;
        });
        return settings;
    }

    /// <param name="designPoints">Simulates.</param>
    public IReadOnlyList<InputEffect> Effects(ComparedDesignPoints designPoints)
    {
        IReadOnlyList<double[][]> walks = Walks();
        (IReadOnlyList<ElementaryEffects> effects, double[][] without) = Evaluate(
            evaluate => Morris.Effects(walks, evaluate),
            point => designPoints.DifferenceAt(SettingOfWalk(point)),
            effects => [.. effects.Select(e => e.Mean.Value), .. effects.Select(e => e.MeanSize.Value)]
        );
        double[] errors = [.. without.Select(JackknifeError)];
        return
        [
            .. inputs
                .Select(
                    (input, i) =>
                        new InputEffect(
                            input.Name,
                            SensitivityAnalysis.Shown(WithChance(effects[i].Mean, errors[i], options.Replications)),
                            NotBelowZero(
                                SensitivityAnalysis.Shown(WithChance(effects[i].MeanSize, errors[inputs.Count + i], options.Replications))
                            ),
                            Estimates.OrNull(effects[i].Spread),
                            Estimates.OrNull(errors[inputs.Count + i])
                        )
                )
                .OrderByDescending(e => e.MeanSize.Value ?? double.NegativeInfinity),
        ];
    }

    // A mean of sizes is no less, and an interval holds it as often without what it can't be.
    private static SimulatedValue NotBelowZero(SimulatedValue value) => value with { Low = value.Low is { } low ? Math.Max(0, low) : null };

    /// <param name="designPoints">Simulates.</param>
    public IReadOnlyList<InputShare> Shares(ComparedDesignPoints designPoints)
    {
        (IReadOnlyList<SobolIndices> indices, double[][] without) = Evaluate(
            evaluate => Sobol.Indices(inputs.Count, options.Samples, KeyOf("sobol"), evaluate),
            point => designPoints.DifferenceAt(SettingOfRow(point)),
            indices => [.. indices.Select(s => s.First.Value), .. indices.Select(s => s.Total.Value)]
        );
        double[] errors = [.. without.Select(JackknifeError)];
        return
        [
            .. inputs
                .Select(
                    (input, i) =>
                        new InputShare(
                            input.Name,
                            SensitivityAnalysis.Shown(WithChance(indices[i].First, errors[i], options.Replications)),
                            SensitivityAnalysis.Shown(WithChance(indices[i].Total, errors[inputs.Count + i], options.Replications)),
                            Estimates.OrNull(errors[inputs.Count + i])
                        )
                )
                .OrderByDescending(s => s.Total.Value ?? double.NegativeInfinity),
        ];
    }

    private IReadOnlyList<double[][]> Walks() => Morris.Trajectories(inputs.Count, options.Samples, MorrisLevels, KeyOf("morris"));

    private double[] SettingOfWalk(double[] point) => words.AsWritten(inputs.Zip(point, Along));

    private double[] SettingOfRow(double[] point) =>
        words.AsWritten(
            inputs.Zip(point, (input, u) =>
                Math.Clamp(new Triangular(input.Low, input.BestGuess, input.High).Quantile(u), input.Low, input.High)
            )
        );

    // The analysis asks for the same places in the same order each time, so outputs are handed to it by their number.
    private static (T Result, double[][] Without) Evaluate<T>(
        Func<Func<double[], double>, T> analyse,
        Func<double[], SimulatedDifference> simulate,
        Func<T, double[]> statistics
    )
    {
        var places = new List<SimulatedDifference>();
        T result = analyse(point =>
        {
            places.Add(simulate(point));
            return places[^1].Estimate.Value;
        });
        double[][] without = [.. statistics(result).Select(_ => new double[places[0].Observations.Length])];
        double[] sums = [.. places.Select(place => place.Observations.Sum())];
        for (int replication = 0; replication < places[0].Observations.Length; replication++)
        {
            int next = 0;
            T again = analyse(_ => WithoutReplication(next++));
            foreach ((int i, double value) in statistics(again).Index())
            {
                without[i][replication] = value;
            }

            double WithoutReplication(int place) =>
                (sums[place] - places[place].Observations[replication]) / (places[place].Observations.Length - 1);
        }

        return (result, without);
    }

    private static double JackknifeError(double[] without)
    {
        double spread = Means.StandardDeviation(without);
        return spread * (without.Length - 1) / Math.Sqrt(without.Length);
    }

    // Degrees of freedom of a sum of variances: Satterthwaite (1946).
    private static PointEstimate WithChance(PointEstimate estimate, double chanceError, int replications)
    {
        double places = estimate.StandardError * estimate.StandardError;
        double chance = chanceError * chanceError;
        double variance = places + chance;
        double freedom =
            variance > 0
                ? variance * variance / ((places * places / estimate.DegreesOfFreedom) + (chance * chance / (replications - 1)))
                : estimate.DegreesOfFreedom;
        return new PointEstimate(estimate.Value, Math.Sqrt(variance), freedom);
    }

    private static double Along(UncertainRange input, double share) =>
        Math.Clamp(input.Low + (share * (input.High - input.Low)), input.Low, input.High);

    private StreamKey KeyOf(string method) => new StreamRegister((ulong)options.Seed).KeyOf("sensitivity", method);
}
