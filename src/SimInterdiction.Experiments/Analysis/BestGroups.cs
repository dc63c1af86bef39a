using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>Finds the deployments that may be the best.</summary>
internal static class BestGroups
{
    /// <summary>The group, or null where there is none: a measure of which neither more nor less is better, a single
    /// deployment, or too few replications in which all have a value.</summary>
    /// <param name="measure">What they are compared about.</param>
    /// <param name="names">Of the deployments.</param>
    /// <param name="all">Their values, paired by replication.</param>
    public static BestGroup? Find(Measure measure, IReadOnlyList<string> names, IReadOnlyList<MeasureValues> all)
    {
        MeasureValues[] values = [.. MeasureValues.Defined(all)];
        if (measure.BetterWhen == 0 || names.Count < 2 || values[0].Replications < 2)
        {
            return null;
        }

        double[][] observations = [.. values.Select(each => Centred(each, measure.BetterWhen))];
        if (observations.Any(system => !system.All(double.IsFinite)))
        {
            return null;
        }

        var samples = new SystemSamples(observations, Sampling.CommonRandomNumbers, values.Max(each => each.UnseenVariance()));
        IReadOnlyList<Interval> intervals = BestComparison.WithTheBest(samples, Estimates.Confidence);
        return new BestGroup
        {
            MayBeBest = [.. Screening.Survivors(samples, 0, Estimates.Confidence).Select(i => names[i])],
            AgainstTheBest =
            [
                .. names.Select((name, i) => Against(name, samples.Mean(i) - samples.LargestMeanBut(i), intervals[i], measure.BetterWhen)),
            ],
        };
    }

    // With the sign turned where less is better, and moved by the jackknife's bias so that the means are the very
    // numbers of the tables.
    private static double[] Centred(MeasureValues values, int sign)
    {
        double[] observations = values.Observations();
        double bias = Means.Estimate(observations).Value - values.Estimate().Value;
        return [.. observations.Select(value => sign * (value - bias))];
    }

    private static AgainstTheBest Against(string name, double lead, Interval interval, int sign) =>
        sign > 0
            ? new AgainstTheBest(name, lead, interval.Low, interval.High)
            : new AgainstTheBest(name, -lead, -interval.High, -interval.Low);
}
