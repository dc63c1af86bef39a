using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Doubt;

/// <summary>The tornado: each input from its lowest to its highest, the others at their best guess.</summary>
internal static class OneAtATime
{
    public static IReadOnlyList<InputSwing> Swings(IReadOnlyList<DoubtfulInput> inputs, ComparedSettings settings)
    {
        PointEstimate best = settings.DifferenceAt([.. inputs.Select(input => input.BestGuess)]).Estimate;
        return [.. Tornado.Bars(inputs, settings.DifferenceAt, threshold: 0, Estimates.Confidence).Select(bar => Shown(bar) with { Answer = Answer(bar, best, inputs.Count) })];
    }

    /// <summary>
    /// That an answer stays is said where each of three intervals shows it: so it is wrong no more often than one of them. That one flips, where any of all ends does: so these hold together.
    /// </summary>
    /// <param name="bar">The input's.</param>
    /// <param name="best">The difference at best guess.</param>
    /// <param name="inputs">How many were looked at.</param>
    internal static Answered Answer(TornadoBar bar, PointEstimate best, int inputs)
    {
        double together = Bonferroni.Confidence(Estimates.Confidence, 2 * inputs);
        int side = Side(best, Estimates.Confidence);
        PointEstimate[] ends = [bar.AtLow, bar.AtHigh];
        int[] surely = [.. ends.Select(end => Side(end, together))];
        return ends.Append(best).Any(estimate => !double.IsFinite(estimate.Value)) ? Answered.NotDecided
            : surely[0] * surely[1] < 0 || surely.Any(other => other * side < 0) ? Answered.Flips
            : side == 0 ? Answered.NotDecided
            : bar.Flip is null && ends.All(end => Side(end, Estimates.Confidence) == side) ? Answered.Stays
            : Answered.MayFlip;
    }

    private static int Side(PointEstimate difference, double confidence) => difference.At(confidence) is var interval && interval.Low > 0 ? 1 : interval.High < 0 ? -1 : 0;

    /// <summary>The different settings it looks at, the best guess first, then each input's lowest and highest.</summary>
    public static IReadOnlyList<IReadOnlyList<InputValue>> Settings(IReadOnlyList<DoubtfulInput> inputs) =>
    [
        [],
        .. inputs.SelectMany(input => new[] { input.Low, input.High }.Where(end => end != input.BestGuess).Distinct().Select(end => (IReadOnlyList<InputValue>)[new InputValue(input.Name, end)])),
    ];

    private static InputSwing Shown(TornadoBar bar) => new(
        bar.Input.Name,
        SensitivityAnalysis.Shown(bar.AtLow),
        SensitivityAnalysis.Shown(bar.AtHigh),
        SensitivityAnalysis.Shown(bar.Swing),
        bar.Flip is { } flip ? Shown(flip) : null);

    private static SimulatedValue Shown(Root flip) => new(flip.Value, flip.Low, flip.High);
}
