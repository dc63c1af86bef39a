using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Calibration;

/// <summary>What a fit says, in sentences.</summary>
public static class CalibrationWords
{
    private const double HardlyNarrowed = 0.1;

    /// <summary>How well the average comes to the figure.</summary>
    public static string Met(TargetCheck check)
    {
        MeasureScale scale = MeasureScale.Of(check.Target.Measure, check.Target.GiveOrTake);
        Estimate average = Possible.Of(check.Target.Measure.Name, check.Average, _ => null);
        string verdict = check.Met switch
        {
            Experiments.Calibration.Met.Yes => check.Target.GiveOrTake > 0 ? "met" : "met, within simulation error",
            Experiments.Calibration.Met.No => "NOT met",
            _ => "not decided; more replications would tell",
        };
        return $"given {Figure(check.Target)}, simulated {scale.ValueWithInterval(average)}: {verdict}";
    }

    /// <summary>"USD 12,000 +- USD 1,000", "25 +- 5": the figure, in the notation of what is simulated.</summary>
    public static string Figure(CalibrationTarget target)
    {
        MeasureScale scale = MeasureScale.Of(target.Measure);
        scale = scale.Before.Length + scale.After.Length > 0 ? scale : scale with { DifferenceUnit = string.Empty };
        return scale.ExactValue(target.Value) + (target.GiveOrTake > 0 ? $" +- {scale.Exact(target.GiveOrTake)}" : string.Empty);
    }

    /// <summary>How much the figures tell about one unknown by itself.</summary>
    public static string Narrowed(CalibratedInput unknown) =>
        !unknown.Fits ? "No whole number fits; this one comes nearest."
        : unknown.Narrowed < HardlyNarrowed ? "The figures hardly narrow its range."
        : $"The figures narrow its range by {Digits.Whole(Math.Round(100 * unknown.Narrowed))}%.";

    /// <summary>What the figures can't tell apart.</summary>
    public static string Entangled(Entanglement pair, CalibrationReport report)
    {
        (UnknownScale first, UnknownScale second) = (report.Scales[pair.First], report.Scales[pair.Second]);
        CalibratedInput one = report.Result.Unknowns[pair.First];
        string way = pair.Correlation < 0 ? "smaller" : "larger";
        string product = pair.IsProduct
            ? " Only their product is fixed: halve the one and double the other, and the figures come out the same."
            : string.Empty;
        return $"{first.Name} and {second.Name} can't be told apart: the larger the one, the {way} the other. Any "
            + $"{first.ShortName} from {first.Span(one.Interval.Low, one.Interval.High)} fits as well, "
            + $"with {second.ShortName} of about {second.Show(pair.AtLow.Second)} at its low end and "
            + $"{second.Show(pair.AtHigh.Second)} at its high end.{product}"
            + " The file marks each as uncertain by itself, so drawing both also gives pairs that don't fit.";
    }

    /// <summary>Why nothing was fitted.</summary>
    public static string Failure(CalibrationOutcome outcome, IReadOnlyList<CalibrationTarget> targets, IReadOnlyList<UnknownScale> scales)
    {
        switch (outcome)
        {
            case CalibrationOutcome.OutOfReach reach:
                MeasureScale scale = MeasureScale.Of(targets[0].Measure);
                string values = Plain.List([
                    .. reach.Simulated.Select(s => $"{scale.Value(new Estimate(s.Value, null, null))} at {scales[0].Show(s.Input)}"),
                ]);
                return $"{CalibrationReport.NameOf(targets[0])} does not come to {Figure(targets[0])} "
                    + $"within the range of {scales[0].Name}: it is {values}."
                    + (DependsOnIt(reach) ? string.Empty : $" It does not depend on {scales[0].Name}.");
            case CalibrationOutcome.TooFewMatch few:
                IEnumerable<string> each = few.Ranges.Zip(targets, (range, target) =>
                    $"{CalibrationReport.NameOf(target)} came to {MeasureScale.Of(target.Measure).Spread(range.Low, range.High)}, and "
                    + $"within its figure in {Plain.Count(range.Gave, "setting")}"
                );
                string failed =
                    few.Draws.Failed.Count > 0
                        ? $" {Plain.Count(few.Draws.Failed.Count, "setting")} could not be simulated: {few.Draws.Failed[0].Reason}"
                        : string.Empty;
                return $"Of {Plain.Count(few.Draws.All.Count, "setting")} tried, only {few.Draws.Kept.Count} came to all figures at "
                    + $"once: {string.Join("; ", each)}.{failed}";
            default:
                throw new ArgumentException("That one succeeded.", nameof(outcome));
        }
    }

    /// <summary>Whether the figure is otherwise at one of the values tried than at another.</summary>
    public static bool DependsOnIt(CalibrationOutcome.OutOfReach reach) => reach.Simulated.DistinctBy(s => s.Value).Skip(1).Any();
}
