using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>One unknown and one figure: the value at which the average comes to the figure.</summary>
internal static class OneUnknown
{
    /// <summary>Of every interval.</summary>
    public const double Confidence = 0.95;

    /// <summary>About how many settings are tried: for the value, and for its two ends.</summary>
    public const int DesignPoints = 22;

    // Of the range for the value, and of the width that a single period's interval has at least for its ends. Each
    // evaluation is a whole batch.
    private const double Accuracy = 1e-3;
    private const double EndsAccuracy = 0.02;

    // What comes in whole numbers only.
    private static readonly MeasureUnit[] Wholes =
    [
        MeasureUnit.Firearms,
        MeasureUnit.Shipments,
        MeasureUnit.Vehicles,
        MeasureUnit.Traces,
        MeasureUnit.Leads,
        MeasureUnit.Cases,
    ];

    public static CalibrationOutcome Fit(
        UncertainRange input,
        CalibrationTarget target,
        CalibrationSimulator simulator,
        CalibrationOptions options
    )
    {
        double near = input.BestGuess > input.Low ? input.BestGuess : (input.Low + input.High) / 2;
        var search = new RootSearch(input.Low, near, input.High, Accuracy * (input.High - input.Low), Confidence);
        var evaluated = new SortedSet<double>();
        if (RootFinder.Find(Average, target.Value, search) is not { } root)
        {
            return new CalibrationOutcome.OutOfReach([.. new[] { input.Low, near, input.High }.Select(x => (x, Average(x).Value))]);
        }

        // The figure counts one period: it lies as far from the average as the luck of a period and its own
        // give-or-take make it.
        Interval error = Widened(new Interval(root.Low ?? input.Low, root.High ?? input.High));
        double width = (error.High - error.Low) * simulator.PeriodSpreads(near)[0] / simulator.Averages(near)[0].StandardError;
        RootSearch ofEnds = search with
        {
            Near = root.Value,
            Accuracy = Math.Max(search.Accuracy, double.MinNumber(EndsAccuracy * width, (input.High - input.Low) / 50)),
        };
        (double? below, double? above) = (Where(Bound.Below), Where(Bound.Above));
        bool rises = Average(input.High).Value >= Average(input.Low).Value;
        var interval = new Interval((rises ? below : above) ?? input.Low, (rises ? above : below) ?? input.High);
        return options.IsWhole(0) ? Nearest() : Calibrated(options.Round(0, root.Value, interval));

        CalibrationOutcome.Calibrated Calibrated(double value) =>
            Told(
                new CalibratedInput(input, value, interval, error),
                new TargetCheck(target, simulator.Estimates(value)[0])
                {
                    Accuracy = Rise() * (search.Accuracy + Math.Abs(value - root.Value)),
                }
            );

        // Between two whole numbers the average jumps: the one that comes nearer, and those that are left open beside
        // it.
        CalibrationOutcome.Calibrated Nearest()
        {
            double value = new[] { Math.Floor(root.Value), Math.Ceiling(root.Value) }
                .Where(x => x >= input.Low && x <= input.High)
                .MinBy(x => Math.Abs(Average(x).Value - target.Value));
            var check = new TargetCheck(target, simulator.Estimates(value)[0]);
            var left = new Interval(Math.Min(value, Math.Ceiling(interval.Low)), Math.Max(value, Math.Floor(interval.High)));
            return Told(
                new CalibratedInput(input, value, left, SimulationError: null) { Fits = check.Met != Met.No, IsWhole = true },
                check
            );
        }

        CalibrationOutcome.Calibrated Told(CalibratedInput unknown, TargetCheck check) =>
            new(
                new CalibrationResult
                {
                    Unknowns = [unknown],
                    Targets = [check],
                    Replications = options.Replications,
                    Seed = options.Seed,
                    Periods = simulator.Periods,
                }
            );

        // Where the average is at an end of what the figure leaves open; null where that is nowhere in the range.
        double? Where(Bound bound) =>
            RootFinder
                .Find(
                    x => new PointEstimate(Average(x).Value - Reach(x, bound), 0, 1),
                    target.Value,
                    ofEnds with
                    {
                        AtHand = [.. evaluated],
                    }
                )
                ?.Value;

        // Three errors that are independent of each other: of the period, of the average and of the figure as it was
        // told.
        double Reach(double x, Bound bound)
        {
            PointEstimate average = Average(x);
            double quantile = StudentT.TwoSidedQuantile(Confidence, average.DegreesOfFreedom);
            double others =
                quantile * quantile * ((average.StandardError * average.StandardError) + (target.GiveOrTake * target.GiveOrTake / 3));
            double size = EventAt(x);
            double period = size > 0 && target.Value >= 0 ? OfPeriod(bound, size) : quantile * simulator.PeriodSpreads(x)[0];
            return (bound == Bound.Below ? -1 : 1) * Math.Sqrt((period * period) + others);
        }

        double OfPeriod(Bound bound, double size) =>
            PeriodBounds.Of(target.Value, size, Confidence) is var open && bound == Bound.Below
                ? target.Value - open.Low
                : open.High - target.Value;

        // Where nothing ever happens, an event is as large as where something does.
        double EventAt(double x) => new[] { x, near, input.High, input.Low }.Select(Event).FirstOrDefault(size => size > 0);

        // As large as the periods' variance makes it, and as few periods leave open; of a count never less than 1.
        double Event(double x)
        {
            (double spread, PointEstimate average) = (simulator.PeriodSpreads(x)[0], Average(x));
            double known = StudentT.TwoSidedQuantile(Confidence, average.DegreesOfFreedom) / StandardNormal.Quantile((1 + Confidence) / 2);
            double least = target.Measure.Denominator is null && Wholes.Contains(target.Measure.Unit) ? 1 : 0;
            return average.Value > 0 && spread > 0 ? Math.Max(least, known * known * spread * spread / average.Value) : 0;
        }

        // The root is found to this accuracy only, which may be more than chance leaves open.
        Interval Widened(Interval found) =>
            new(Math.Max(input.Low, found.Low - search.Accuracy), Math.Min(input.High, found.High + search.Accuracy));

        // How much the average rises or falls with the value, on the whole.
        double Rise() =>
            Math.Abs(simulator.Averages(input.High)[0].Value - simulator.Averages(input.Low)[0].Value) / (input.High - input.Low);

        PointEstimate Average(double x)
        {
            evaluated.Add(x);
            return simulator.Averages(x)[0];
        }
    }

    private enum Bound
    {
        Below,
        Above,
    }
}
