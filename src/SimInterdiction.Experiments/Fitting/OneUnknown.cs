using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Fitting;

/// <summary>One unknown and one figure: the value at which the average comes to the figure.</summary>
internal static class OneUnknown
{
    /// <summary>Of every interval.</summary>
    public const double Confidence = 0.95;

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
        Interval error = Ends(root);
        double width = (error.High - error.Low) * Math.Sqrt(options.Replications);
        Root wide = RootFinder.Find(
            x => AsOnePeriod(Average(x), target.GiveOrTake),
            target.Value,
            search with { Near = root.Value, AtHand = [.. evaluated], Accuracy = Math.Max(search.Accuracy, Math.Min(EndsAccuracy * width, (input.High - input.Low) / 50)) })!;
        double value = options.Round(0, root.Value);
        return new FitOutcome.Fitted(new FitResult
        {
            Unknowns = [new FittedUnknown(input, value, Ends(wide), error)],
            Targets = [new TargetCheck(target, simulator.Estimates(value)[0])],
            Replications = options.Replications,
            Seed = options.Seed,
            Periods = simulator.Periods,
        });

        Interval Ends(Root found) => new(found.Low ?? input.Low, found.High ?? input.High);

        PointEstimate Average(double x)
        {
            evaluated.Add(x);
            options.Progress?.Invoke($"looking for the value, {evaluated.Count} tried", evaluated.Count, 0);
            return simulator.Averages(x)[0];
        }
    }

    /// <summary>The average with the error by which a single period, told give or take, differs from it.</summary>
    /// <param name="average">Its standard error is that of n periods, so that of one is sqrt(n) times as large.</param>
    /// <param name="giveOrTake">Half the width of an even spread.</param>
    private static PointEstimate AsOnePeriod(PointEstimate average, double giveOrTake)
    {
        double periods = average.DegreesOfFreedom + 1;
        double variance = (average.StandardError * average.StandardError * (1 + periods)) + (giveOrTake * giveOrTake / 3);
        return average with { StandardError = Math.Sqrt(variance) };
    }
}
