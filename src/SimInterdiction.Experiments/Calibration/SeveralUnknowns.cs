using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>
/// Several unknowns or figures: settings are drawn evenly from the ranges, a single period is simulated with each, and
/// those that come to all figures, give or take, are what is believed. Exact where the figures' errors are even over
/// the give-or-take (Wilkinson 2013).
/// </summary>
internal sealed class SeveralUnknowns(
    IReadOnlyList<UncertainRange> inputs,
    IReadOnlyList<CalibrationTarget> targets,
    CalibrationSimulator simulator,
    CalibrationOptions options
)
{
    private const int FewestKept = 50;
    private const int DrawsPerStage = 500;

    public CalibrationOutcome Fit()
    {
        BeliefDraws draws = Draw();
        if (draws.Kept.Count < Math.Min(FewestKept, options.EnoughKept))
        {
            return new CalibrationOutcome.TooFewMatch(
                draws,
                [.. targets.Select((target, j) => Range(target, [.. draws.Simulated.Select(s => s[j]).Where(double.IsFinite)]))]
            );
        }

        var refining = new Refining(inputs, targets, values => [.. simulator.Averages(values).Select(a => a.Value)], Central(draws.Kept));
        Interval[] intervals = [.. inputs.Select((_, i) => RejectionSampler.About(i, draws.Kept, OneUnknown.Confidence).Interval)];
        IReadOnlyList<Entanglement> entangled = Entanglement.Among(draws.Kept, [.. inputs.Select(input => input.Low > 0)]);
        double[] values =
        [
            .. refining.Best().Select((value, i) => options.Round(i, value, entangled.Count > 0 ? Tenth(intervals[i]) : intervals[i])),
        ];
        return new CalibrationOutcome.Calibrated(
            new CalibrationResult
            {
                Unknowns = [.. inputs.Select((input, i) => new CalibratedInput(input, values[i], intervals[i], SimulationError: null))],
                Targets = [.. targets.Zip(simulator.Estimates(values), (target, average) => new TargetCheck(target, average))],
                Draws = draws,
                Entangled = entangled,
                Replications = options.Replications,
                Seed = options.Seed,
                Periods = simulator.Periods,
            }
        );
    }

    // Figures fix numbers that they can't tell apart more closely together than each by itself: one digit more.
    private static Interval Tenth(Interval whole) => new(whole.Low, whole.Low + ((whole.High - whole.Low) / 10));

    private static (double Low, double High, int Gave) Range(CalibrationTarget target, double[] simulated) =>
        simulated.Length == 0
            ? (double.NaN, double.NaN, 0)
            : (simulated.Min(), simulated.Max(), simulated.Count(s => Math.Abs(s - target.Value) <= target.GiveOrTake));

    private BeliefDraws Draw()
    {
        var draws = new BeliefDraws([], []);
        simulator.Draw(DrawsPerStage, (valuesOf, batch) =>
        {
            draws = Judge(valuesOf, batch);
            return draws.Kept.Count;
        });
        return draws;
    }

    private BeliefDraws Judge(Func<int, double[]> valuesOf, Batch batch)
    {
        // A setting whose period could not be simulated fits nothing.
        HashSet<int> failed = [.. batch.Failed.Select(f => f.Replication)];
        double[][] byTarget = [.. simulator.Of(batch).Select(values => values.Singles())];
        var simulated = new double[batch.Done][];
        for ((int draw, int row) = (0, 0); draw < batch.Done; draw++)
        {
            int at = failed.Contains(draw) ? -1 : row++;
            simulated[draw] = [.. byTarget.Select(values => at < 0 ? double.NaN : values[at])];
        }

        return new BeliefDraws([.. simulated.Select((came, draw) => new PriorDraw(valuesOf(draw), Distance(came)))], simulated)
        {
            Failed = [.. batch.Failed],
        };
    }

    // In units of each figure's give-or-take; the worst figure counts.
    private double Distance(double[] simulated) =>
        targets.Select((target, j) => Math.Abs(simulated[j] - target.Value) / target.GiveOrTake).Max();

    /// <summary>The setting kept that is nearest to the medians of all unknowns, in shares of their ranges.</summary>
    private double[] Central(IReadOnlyList<PriorDraw> kept)
    {
        double[] medians = [.. inputs.Select((_, i) => OrderStatistics.Percentile([.. kept.Select(k => k.Parameters[i]).Order()], 0.5))];
        return kept.MinBy(k =>
            inputs.Select((input, i) => Math.Pow((k.Parameters[i] - medians[i]) / (input.High - input.Low), 2)).Sum()
        )!.Parameters;
    }
}
