using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Fitting;

/// <summary>One unknown and one figure: the value at which the average comes to the figure.</summary>
internal static class OneUnknown
{
    /// <summary>Of every interval.</summary>
    public const double Confidence = 0.95;

    /// <summary>About how many settings are tried: for the value, and for its two ends.</summary>
    public const int Settings = 22;

    // Of the range for the value, and of the width that a single period's interval has at least for its ends. Each evaluation is a whole batch.
    private const double Accuracy = 1e-3;
    private const double EndsAccuracy = 0.02;

    public static FitOutcome Fit(DoubtfulInput input, FitTarget target, FitSimulator simulator, FitOptions options)
    {
        double near = input.BestGuess > input.Low ? input.BestGuess : (input.Low + input.High) / 2;
        var search = new RootSearch(input.Low, near, input.High, Accuracy * (input.High - input.Low), Confidence);
        var evaluated = new SortedSet<double>();
        if (RootFinder.Find(Average, target.Value, search) is not { } root)
        {
            return new FitOutcome.OutOfReach([.. new[] { input.Low, near, input.High }.Select(x => (x, Average(x).Value))]);
        }

        // The figure counts one period: it lies as far from the average as the luck of a period and its own give-or-take make it.
        Interval error = Widened(Ends(root));
        double width = (error.High - error.Low) * simulator.PeriodSpreads(near)[0] / simulator.Averages(near)[0].StandardError;
        Root wide = RootFinder.Find(
            x => AsOnePeriod(Average(x), simulator.PeriodSpreads(x)[0], target.GiveOrTake),
            target.Value,
            search with { Near = root.Value, AtHand = [.. evaluated], Accuracy = Math.Max(search.Accuracy, double.MinNumber(EndsAccuracy * width, (input.High - input.Low) / 50)) })!;
        double value = options.Round(0, root.Value);
        return new FitOutcome.Fitted(new FitResult
        {
            Unknowns = [new FittedUnknown(input, value, Ends(wide), error)],
            Targets = [new TargetCheck(target, simulator.Estimates(value)[0]) { Accuracy = Rise() * (search.Accuracy + Math.Abs(value - root.Value)) }],
            Replications = options.Replications,
            Seed = options.Seed,
            Periods = simulator.Periods,
        });

        Interval Ends(Root found) => new(found.Low ?? input.Low, found.High ?? input.High);

        // The root is found to this accuracy only, which may be more than chance leaves open.
        Interval Widened(Interval found) => new(Math.Max(input.Low, found.Low - search.Accuracy), Math.Min(input.High, found.High + search.Accuracy));

        // How much the average rises or falls with the value, on the whole.
        double Rise() => Math.Abs(simulator.Averages(input.High)[0].Value - simulator.Averages(input.Low)[0].Value) / (input.High - input.Low);

        PointEstimate Average(double x)
        {
            evaluated.Add(x);
            return simulator.Averages(x)[0];
        }
    }

    /// <summary>The average with the error by which a single period, told give or take, differs from it.</summary>
    /// <param name="average">With the error of its own.</param>
    /// <param name="spread">Standard deviation of a single period.</param>
    /// <param name="giveOrTake">Half the width of an even spread.</param>
    private static PointEstimate AsOnePeriod(PointEstimate average, double spread, double giveOrTake)
    {
        double variance = (average.StandardError * average.StandardError) + (spread * spread) + (giveOrTake * giveOrTake / 3);
        return average with { StandardError = Math.Sqrt(variance) };
    }
}
