using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Keeps a law between its bounds, makes a count of it where a count is due, and checks what it can
/// give.</summary>
internal static class DistributionLimits
{
    public static Distribution? Apply(
        Distribution law,
        (double Low, double High)? bounds,
        Entry lawEntry,
        Entry? between,
        BindingTarget target,
        BindingState state
    )
    {
        if (law is Fixed && between is not null)
        {
            state.Problems.Error("S133", between.KeyMark, "'between' has no meaning with a value that never varies", hint: "remove it");
            return null;
        }

        Distribution? limited;
        try
        {
            limited =
                target.Quantity == Quantity.Count ? Count(law, bounds)
                : bounds is var (low, high) ? Truncate(law, low, high)
                : law;
        }
        catch (ArgumentException)
        {
            Entry culprit = between ?? lawEntry;
            string range = law.Maximum is double.PositiveInfinity
                ? $"from {Show(law.Minimum, target)} up"
                : $"from {Show(law.Minimum, target)} to {Show(law.Maximum, target)}";
            state.Problems.Error("S133", culprit.KeyMark, $"this law has no chance of a value there: its values lie {range}");
            return null;
        }

        (double least, double most) = KeyRange.Of(target.Key);
        if (limited.Minimum < least || limited.Maximum > most)
        {
            string limit = limited.Minimum < least ? $"below {Show(least, target)}" : $"above {Show(most, target)}";
            string high = double.IsFinite(most) ? Show(most, target) : "...";
            state.Problems.Error(
                "S133",
                lawEntry.KeyMark,
                $"this law can give values {limit}, and {target.Name} can't be that",
                hint: $"add 'between: [{Show(least, target)}, {high}]'"
            );
            return null;
        }

        return limited;
    }

    private static Distribution Count(Distribution law, (double Low, double High)? bounds)
    {
        if (bounds is var (low, high))
        {
            // Cut first: the moments of an unbounded law are summed over ten thousand counts (36 ms for a lognormal
            // load, against 0.1).
            Distribution cut = law is Empirical ? law : new Truncated(law, low - 0.5, high + 0.5);
            return Discretised.Count(cut, (long)low, (long)high);
        }

        if (law is Fixed or Empirical)
        {
            return law;
        }

        var counts = new Discretised(law);
        return double.IsFinite(counts.Maximum) ? Discretised.Count(law, (long)counts.Minimum, (long)counts.Maximum) : counts;
    }

    /// <summary>The upper bound itself counts as inside, which matters only for a law with a chance of exactly that
    /// value.</summary>
    private static Truncated Truncate(Distribution law, double low, double high) => new(law, low, Math.BitIncrement(high));

    private static string Show(double value, BindingTarget target) => QuantityReader.Show(value, target.Quantity);
}
