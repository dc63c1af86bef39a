using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Doubt;

/// <summary>The tornado: each input from its lowest to its highest, the others at their best guess.</summary>
internal static class OneAtATime
{
    public static IReadOnlyList<InputSwing> Swings(IReadOnlyList<DoubtfulInput> inputs, ComparedSettings settings) =>
        [.. Tornado.Bars(inputs, settings.DifferenceAt, threshold: 0, Estimates.Confidence).Select(Shown)];

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
