using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>The tornado: each input from its lowest to its highest, the others at their best guess.</summary>
internal static class OneAtATime
{
    /// <param name="inputs">All that is uncertain.</param>
    /// <param name="words">What they are: of two that swing as far, the order of these decides.</param>
    /// <param name="designPoints">Simulates.</param>
    /// <param name="smallestThatMatters">At least 0.</param>
    public static IReadOnlyList<InputSwing> Swings(
        IReadOnlyList<UncertainRange> inputs,
        InputWords words,
        ComparedDesignPoints designPoints,
        double smallestThatMatters
    )
    {
        PointEstimate best = designPoints.DifferenceAt([.. inputs.Select(input => input.BestGuess)]).Estimate;
        bool isSided =
            Decided(best, Estimates.Confidence, smallestThatMatters) != Verdict.NoDifferenceThatMatters || smallestThatMatters == 0;
        return
        [
            .. Tornado
                .Bars(
                    [.. words.Order.Select(i => inputs[i])],
                    values => designPoints.DifferenceAt(words.AsWritten(values)),
                    threshold: 0,
                    smallestThatMatters,
                    Estimates.Confidence
                )
                .Select(bar =>
                    Shown(isSided ? bar : bar with { Flip = null }) with
                    {
                        Answer = Answer(bar, best, inputs.Count, smallestThatMatters),
                        MattersAt = smallestThatMatters > 0 && bar.Matters is { } at ? Shown(at) : null,
                    }
                ),
        ];
    }

    /// <summary>
    /// The answer is the verdict at best guess. That it stays is said where each of three intervals shows it: so it is
    /// wrong no more often than one of them. That it shrinks rests on the end's own interval too, which is shown beside
    /// it. That one flips, where any of all ends does: so these hold together.
    /// </summary>
    /// <param name="bar">The input's.</param>
    /// <param name="best">The difference at best guess.</param>
    /// <param name="inputs">How many were looked at.</param>
    /// <param name="smallestThatMatters">At least 0.</param>
    internal static Answered Answer(TornadoBar bar, PointEstimate best, int inputs, double smallestThatMatters)
    {
        PointEstimate[] ends = [bar.AtLow, bar.AtHigh];
        if (ends.Append(best).Any(estimate => !double.IsFinite(estimate.Value)))
        {
            return Answered.NotDecided;
        }

        double together = Bonferroni.Confidence(Estimates.Confidence, 2 * inputs);
        Verdict answer = Decided(best, Estimates.Confidence, smallestThatMatters);
        Verdict[] surely = [.. ends.Select(end => Decided(end, together, smallestThatMatters))];
        if (answer == Verdict.NoDifferenceThatMatters && smallestThatMatters > 0)
        {
            return surely.Any(v => v is Verdict.ClearlyBetter or Verdict.ClearlyWorse) ? Answered.Flips
                : ends.All(end => Decided(end, Estimates.Confidence, smallestThatMatters) == answer) ? Answered.Stays
                : Answered.MayFlip;
        }

        int side = Side(answer);
        Verdict[] alone = [.. ends.Select(end => Decided(end, Estimates.Confidence, smallestThatMatters))];
        return Side(surely[0]) * Side(surely[1]) < 0 || surely.Any(v => Side(v) * side < 0) ? Answered.Flips
            : side == 0 ? Answered.NotDecided
            : smallestThatMatters > 0 && alone.Contains(Verdict.NoDifferenceThatMatters) ? Answered.Shrinks
            : bar.Flip is null && alone.All(v => Side(v) == side) ? Answered.Stays
            : Answered.MayFlip;
    }

    private static Verdict Decided(PointEstimate difference, double confidence, double smallestThatMatters) =>
        Verdicts.Decide(difference.At(confidence), smallestThatMatters);

    // Here better is above 0; which side is the better one, words know.
    private static int Side(Verdict verdict) =>
        verdict switch
        {
            Verdict.ClearlyBetter or Verdict.BetterPerhapsByLess => 1,
            Verdict.ClearlyWorse or Verdict.WorsePerhapsByLess => -1,
            _ => 0,
        };

    /// <summary>The different settings it looks at, the best guess first, then each input's lowest and
    /// highest.</summary>
    public static IReadOnlyList<IReadOnlyList<InputValue>> DesignPoints(IReadOnlyList<UncertainRange> inputs) =>
        [
            [],
            .. inputs.SelectMany(input =>
                new[] { input.Low, input.High }
                    .Where(end => end != input.BestGuess)
                    .Distinct()
                    .Select(end => (IReadOnlyList<InputValue>)[new InputValue(input.Name, end)])
            ),
        ];

    private static InputSwing Shown(TornadoBar bar) =>
        new(
            bar.Input.Name,
            SensitivityAnalysis.Shown(bar.AtLow),
            SensitivityAnalysis.Shown(bar.AtHigh),
            SensitivityAnalysis.Shown(bar.Swing),
            bar.Flip is { } flip ? Shown(flip) : null
        );

    private static SimulatedValue Shown(Root flip) => new(flip.Value, flip.Low, flip.High);
}
