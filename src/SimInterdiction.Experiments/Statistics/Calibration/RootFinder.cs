namespace SimInterdiction.Experiments.Statistics.Calibration;

/// <summary>Where and how finely to search.</summary>
/// <param name="From">The lowest input.</param>
/// <param name="Near">Where the root is expected: of several the nearest is taken.</param>
/// <param name="To">The highest input.</param>
/// <param name="Accuracy">How far off the root may be, above 0.</param>
/// <param name="Confidence">Of the root's interval.</param>
public sealed record RootSearch(double From, double Near, double To, double Accuracy, double Confidence)
{
    /// <summary>Inputs in the range whose values are at hand: they narrow the search from the start.</summary>
    public IReadOnlyList<double> AtHand { get; init; } = [];
}

/// <summary>Where a simulated value is at its target.</summary>
/// <param name="Value">The root, to the accuracy asked for.</param>
/// <param name="Low">Below it the value is clearly other than the target; null where that is nowhere in the range
/// searched.</param>
/// <param name="High">Above it likewise.</param>
/// <param name="Evaluations">How often was simulated.</param>
public sealed record Root(double Value, double? Low, double? High, int Evaluations);

/// <summary>
/// Finds the input at which a simulation comes to a target. On common random numbers the simulated value is a fixed
/// function of the input, so it has a root in the plain sense; how far that is from the truth, the intervals of the
/// value tell.
/// </summary>
public static class RootFinder
{
    /// <summary>The root, with the interval of all inputs at which the target lies within the interval of the value
    /// (for a value that only rises, or only falls).</summary>
    /// <param name="simulate">The value at an input, on the same random numbers each time; called once an
    /// input.</param>
    /// <param name="target">What it should come to.</param>
    /// <param name="search">Where and how finely.</param>
    /// <returns>Null where lowest, expected and highest input all give values on the same side of the target.</returns>
    public static Root? Find(Func<double, PointEstimate> simulate, double target, RootSearch search)
    {
        if (!(search.From < search.To && search.Near >= search.From && search.Near <= search.To && search.Accuracy > 0))
        {
            throw new ArgumentException($"There is nothing to search: {search}.", nameof(search));
        }

        var known = new SortedDictionary<double, PointEstimate>();
        (PointEstimate first, _, PointEstimate last) = (At(search.From), At(search.Near), At(search.To));
        foreach (double input in search.AtHand)
        {
            At(input);
        }

        if (Solve(estimate => estimate.Value, search.Near) is not { } root)
        {
            return null;
        }

        double? ofLow = Solve(estimate => estimate.At(search.Confidence).Low, root);
        double? ofHigh = Solve(estimate => estimate.At(search.Confidence).High, root);
        (double? low, double? high) = last.Value > first.Value ? (ofHigh, ofLow) : (ofLow, ofHigh);
        return new Root(root, low, high, known.Count);

        double? Solve(Func<PointEstimate, double> part, double near)
        {
            double Off(double input) => part(At(input)) - target;
            double[] inputs = [.. known.Keys];
            IEnumerable<double?> roots = inputs
                .Zip(inputs.Skip(1))
                .Where(pair => ChangesSign(Off(pair.First), Off(pair.Second)))
                .Select(pair => Narrow(pair, Off, search.Accuracy));
            return roots.ToList().OfType<double>().Select(found => (double?)found).MinBy(found => Math.Abs(found!.Value - near));
        }

        PointEstimate At(double input)
        {
            if (!known.TryGetValue(input, out PointEstimate estimate))
            {
                estimate = simulate(input);
                known.Add(input, estimate);
            }

            return estimate;
        }
    }

    private static bool ChangesSign(double left, double right) => (left <= 0 && right >= 0) || (left >= 0 && right <= 0);

    // The ITP method (Oliveira and Takahashi 2020): as quick as the secant on smooth functions, and at most one
    // evaluation more than halving on any, which matters on the steps that counts make.
    private static double? Narrow((double From, double To) bracket, Func<double, double> off, double accuracy)
    {
        (double low, double high) = bracket;
        (double atLow, double atHigh) = (off(low), off(high));
        double scale = 0.2 / (high - low);
        double allowed = accuracy * Math.Pow(2, 1 + Math.Ceiling(Math.Max(0, Math.Log2((high - low) / (2 * accuracy)))));
        while (high - low > 2 * accuracy && atLow != 0 && atHigh != 0)
        {
            double next = Next(low, high, secant: ((atHigh * low) - (atLow * high)) / (atHigh - atLow), scale, allowed);
            double atNext = off(next);
            if (double.IsNaN(atNext))
            {
                return null;
            }

            (low, atLow, high, atHigh) = (atNext > 0) == (atHigh > 0) ? (low, atLow, next, atNext) : (next, atNext, high, atHigh);
            allowed /= 2;
        }

        return atLow == 0 ? low
            : atHigh == 0 ? high
            : (low + high) / 2;
    }

    // The secant's point, moved a little towards the middle, and no further from it than halving from the start allows.
    private static double Next(double low, double high, double secant, double scale, double allowed)
    {
        double middle = (low + high) / 2;
        double side = Math.Sign(middle - secant);
        double move = scale * (high - low) * (high - low);
        double moved = move <= Math.Abs(middle - secant) ? secant + (side * move) : middle;
        double reach = allowed - ((high - low) / 2);
        return Math.Abs(moved - middle) <= reach ? moved : middle - (side * reach);
    }
}
