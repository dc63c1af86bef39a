using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>The difference over a grid of two inputs.</summary>
internal static class TwoAtATime
{
    /// <param name="inputs">All that is uncertain.</param>
    /// <param name="words">What they are: of two that swing as far, the order of these decides.</param>
    /// <param name="designPoints">Simulates.</param>
    /// <param name="chosen">Two paths; none for the two that swing the difference most, the widest across.</param>
    public static DifferenceMap Map(
        IReadOnlyList<UncertainRange> inputs,
        InputWords words,
        ComparedDesignPoints designPoints,
        IReadOnlyList<string> chosen
    )
    {
        double[] guesses = [.. inputs.Select(i => i.BestGuess)];
        int[] pair =
            chosen.Count == 2
                ? [.. chosen.Select(path => Enumerable.Range(0, inputs.Count).First(i => inputs[i].Name == path))]
                : [.. words.Order.OrderByDescending(Swing).Take(2)];
        (UncertainRange across, UncertainRange up) = (inputs[pair[0]], inputs[pair[1]]);
        double[] xs = Steps(across);
        double[] ys = Steps(up);
        PointEstimate[][] differences = [.. ys.Select(y => xs.Select(x => At((pair[0], x), (pair[1], y)).Estimate).ToArray())];

        // That some settings are to one side and some to the other is said where all intervals hold together.
        Interval[] together =
        [
            .. differences
                .SelectMany(row => row)
                .Select(difference => difference.At(Bonferroni.Confidence(Estimates.Confidence, xs.Length * ys.Length))),
        ];
        return new DifferenceMap(
            across.Name,
            up.Name,
            xs,
            ys,
            [
                .. differences.Select(row =>
                    (IReadOnlyList<SimulatedValue>)[.. row.Select(difference => SensitivityAnalysis.Shown(difference))]
                ),
            ]
        )
        {
            SurelyAbove = together.Count(interval => interval.Low > 0),
            SurelyBelow = together.Count(interval => interval.High < 0),
        };

        double Swing(int input)
        {
            double swing = At((input, inputs[input].High)).Estimate.Value - At((input, inputs[input].Low)).Estimate.Value;
            return double.IsNaN(swing) ? double.NegativeInfinity : Math.Abs(swing);
        }

        SimulatedDifference At(params ReadOnlySpan<(int Input, double Value)> changes)
        {
            double[] values = [.. guesses];
            foreach ((int input, double value) in changes)
            {
                values[input] = value;
            }

            return designPoints.DifferenceAt(values);
        }
    }

    /// <summary>The settings of a map of two inputs.</summary>
    /// <param name="inputs">All that is uncertain.</param>
    /// <param name="chosen">The paths of two of them.</param>
    public static IEnumerable<double[]> SettingsOf(IReadOnlyList<UncertainRange> inputs, IReadOnlyList<string> chosen)
    {
        UncertainRange[] pair = [.. chosen.Select(path => inputs.First(input => input.Name == path))];
        return from y in Steps(pair[1])
            from x in Steps(pair[0])
            select inputs
                .Select(input =>
                    input == pair[0] ? x
                    : input == pair[1] ? y
                    : input.BestGuess
                )
                .ToArray();
    }

    private static double[] Steps(UncertainRange input) =>
        [
            .. Enumerable
                .Range(0, SensitivityAnalysis.MapSide)
                .Select(i =>
                    Math.Clamp(input.Low + ((input.High - input.Low) * i / (SensitivityAnalysis.MapSide - 1)), input.Low, input.High)
                ),
        ];
}
