using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>What searches had to do with a measure, taken from totals.</summary>
internal static class SearchedParts
{
    /// <summary>The part of what everything together came to, or an entry of it.</summary>
    /// <param name="part">Which totals tell it.</param>
    /// <param name="entry">The totals that the measure is made of.</param>
    /// <param name="all">The totals of the whole replication: its luck is that of every entry, so that entries add
    /// up.</param>
    public static Searches In(this SearchedPart part, double[] entry, double[] all) =>
        new(
            all[(int)part.Control],
            all[(int)part.Seized],
            all[(int)Total.ShipmentsByLuck],
            part.OfNumerator?.Invoke(entry) ?? 0,
            part.OfDenominator?.Invoke(entry) ?? 0
        );
}
