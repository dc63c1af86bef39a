using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Experiments.Statistics.Sensitivity;

/// <summary>A value that is not known for sure.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="BestGuess">Held while another one is varied.</param>
/// <param name="Low">The lowest it may be.</param>
/// <param name="High">The highest it may be.</param>
public sealed record UncertainRange(string Name, double BestGuess, double Low, double High);

/// <summary>The difference of two deployments on paired replications.</summary>
/// <param name="Estimate">As tables show it.</param>
/// <param name="Observations">Its replications, or pseudo-values: what behaves as independent observations with the
/// difference as their mean.</param>
public sealed record SimulatedDifference(PointEstimate Estimate, double[] Observations);

/// <summary>What uncertainty about one input does to a difference.</summary>
/// <param name="Input">The input.</param>
/// <param name="AtLow">The difference with the input at its lowest, the others at their best guess.</param>
/// <param name="AtHigh">The same at its highest.</param>
/// <param name="Swing"><paramref name="AtHigh"/> less <paramref name="AtLow"/>, on the same random numbers, so far
/// surer than either.</param>
/// <param name="Flip">Where the difference passes the threshold, nearest the best guess; null where the answer is the
/// same from end to end.</param>
public sealed record TornadoBar(UncertainRange Input, PointEstimate AtLow, PointEstimate AtHigh, PointEstimate Swing, Root? Flip)
{
    /// <summary>Where it passes one of the distances from the threshold that matter, nearest the best guess: begins to
    /// matter there, or ceases to; null where it passes neither.</summary>
    public Root? Matters { get; init; }
}

/// <summary>One input at a time (Howard 1988): which input moves the difference most, and where it would turn the
/// answer.</summary>
public static class Tornado
{
    // Such a place is shown as a number among those people think in; a hundredth of the range is enough, and takes
    // seven more simulations at most.
    private const double AccuracyOfRange = 0.01;

    /// <summary>The bars, widest swing first.</summary>
    /// <param name="inputs">The uncertain inputs.</param>
    /// <param name="difference">Simulates the difference at values of the inputs, in their order, with the same random
    /// numbers each time.</param>
    /// <param name="threshold">The difference at which the answer flips; 0 as a rule.</param>
    /// <param name="smallestThatMatters">How far from the threshold a difference has to be to matter, at least
    /// 0.</param>
    /// <param name="confidence">Of the intervals of the places found.</param>
    public static IReadOnlyList<TornadoBar> Bars(
        IReadOnlyList<UncertainRange> inputs,
        Func<double[], SimulatedDifference> difference,
        double threshold,
        double smallestThatMatters,
        double confidence
    )
    {
        double[] guesses = [.. inputs.Select(input => input.BestGuess)];
        SimulatedDifference atGuess = difference(guesses);
        return [.. inputs.Select((_, i) => Bar(i)).OrderByDescending(bar => Math.Abs(bar.Swing.Value))];

        TornadoBar Bar(int index)
        {
            UncertainRange input = inputs[index];
            SimulatedDifference low = At(input.Low);
            SimulatedDifference high = At(input.High);
            PointEstimate swing = Means.PairedDifference(high.Observations, low.Observations) with
            {
                Value = high.Estimate.Value - low.Estimate.Value,
            };
            var known = new Dictionary<double, PointEstimate>
            {
                [input.Low] = low.Estimate,
                [input.High] = high.Estimate,
                [input.BestGuess] = atGuess.Estimate,
            };
            Root? flip = Passes(threshold);
            return new TornadoBar(input, low.Estimate, high.Estimate, swing, flip)
            {
                Matters =
                    smallestThatMatters == 0
                        ? flip
                        : Nearest().Select(Passes).OfType<Root>().MinBy(root => Math.Abs(root.Value - input.BestGuess)),
            };

            SimulatedDifference At(double value)
            {
                double[] values = [.. guesses];
                values[index] = value;
                return difference(values);
            }

            PointEstimate Known(double value)
            {
                if (!known.TryGetValue(value, out PointEstimate estimate))
                {
                    estimate = At(value).Estimate;
                    known.Add(value, estimate);
                }

                return estimate;
            }

            // The levels of which the best guess may be left first.
            IEnumerable<double> Nearest() =>
                new[] { threshold - smallestThatMatters, threshold + smallestThatMatters }.Where(
                    (level, i) =>
                        i == 0
                            ? !(atGuess.Estimate.Value > threshold + smallestThatMatters)
                            : !(atGuess.Estimate.Value < threshold - smallestThatMatters)
                );

            // Next to the best guess, since that is how far the input would have to move. What lies on the level from
            // end to end passes it nowhere.
            Root? Passes(double level) =>
                input.Low < input.High && !known.Values.All(d => d.Value == level)
                    ? RootFinder.Find(
                        Known,
                        level,
                        new RootSearch(input.Low, input.BestGuess, input.High, AccuracyOfRange * (input.High - input.Low), confidence)
                        {
                            AtHand = [.. known.Keys],
                        }
                    )
                    : null;
        }
    }
}
