namespace SimInterdiction.Optimization.Selections;

/// <summary>The best choice found, and what is proven about better ones.</summary>
/// <param name="Chosen">A flag a candidate; null where the limits allow no choice.</param>
/// <param name="Worth">What it is worth, by the worth's own reckoning.</param>
/// <param name="Bound">No choice within the limits is worth more.</param>
/// <param name="Others">Other choices that were met on the way, with their worth, best first.</param>
/// <param name="Prices">What one unit more of each limit would bring at most, where fractions could be chosen; empty
/// where that was not worked out.</param>
/// <param name="End">How the search ended.</param>
public sealed record Selection(
    bool[]? Chosen,
    double Worth,
    double Bound,
    IReadOnlyList<(bool[] Chosen, double Worth)> Others,
    IReadOnlyList<double> Prices,
    SelectionEnd End
)
{
    /// <summary>The bound at which <see cref="Prices"/> hold: for more of a limit it rises by no more than its
    /// price.</summary>
    public double RelaxedBound { get; init; } = double.PositiveInfinity;

    /// <summary>How much better any other choice can be, at least 0.</summary>
    public double Gap => Math.Max(0, Bound - Worth);
}

/// <summary>How a search ended.</summary>
public enum SelectionEnd
{
    /// <summary>No choice is better by more than the gap asked for.</summary>
    Proven,

    /// <summary>The bound is as low as it gets by what is known of this kind of worth; a better choice may or may not
    /// be there.</summary>
    Bounded,

    /// <summary>Out of time or told to stop; the bound holds.</summary>
    Stopped,

    /// <summary>The solver failed; the bound is what was proven until then.</summary>
    SolverFailed,

    /// <summary>The limits allow no choice.</summary>
    Impossible,
}

/// <summary>Told of a search.</summary>
public interface IObserveSelection
{
    /// <summary>The best so far and the bound.</summary>
    /// <param name="best">What the best choice so far is worth; minus infinity for none.</param>
    /// <param name="bound">No choice is worth more.</param>
    void Progress(double best, double bound) { }
}
