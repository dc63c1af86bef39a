using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>Whether something is worth more beside other things than alone: a difference of two differences.</summary>
internal static class Interactions
{
    /// <summary>What the first two differ by, less what the last two do, paired by replication: the mean of what each
    /// replication says of it. Its interval is undefined where that of either difference is.</summary>
    public static PointEstimate Of((MeasureValues With, MeasureValues Without) beside, (MeasureValues With, MeasureValues Without) alone)
    {
        MeasureValues[] all = [beside.With, beside.Without, alone.With, alone.Without];
        int replications = all.Min(values => values.Replications);
        IReadOnlyList<MeasureValues> defined = MeasureValues.Defined([.. all.Select(values => values.First(replications))]);
        double[][] each = [.. defined.Select(values => values.Observations())];
        PointEstimate between = UnseenFinds.Widen(
            Means.Estimate([.. each[0].Select((value, i) => value - each[1][i] - (each[2][i] - each[3][i]))]),
            defined.Sum(values => values.UnseenVariance()) / each[0].Length
        );
        (PointEstimate first, PointEstimate second) = (Difference(0, 1), Difference(2, 3));
        bool isKnown = !double.IsNaN(first.StandardError) && !double.IsNaN(second.StandardError);
        return between with { Value = first.Value - second.Value, StandardError = isKnown ? between.StandardError : double.NaN };

        PointEstimate Difference(int one, int other) => defined[one].DifferenceFrom(defined[other], defined[one].Replications);
    }
}
