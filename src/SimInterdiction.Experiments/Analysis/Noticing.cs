using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>From which week on traffickers cancel more than a share of what a deployment gains, after it took the place
/// of another.</summary>
internal static class Noticing
{
    /// <summary>
    /// The week from which the gain stays below what is left of it without that share. Null where the deployment surely
    /// gains nothing as long as nobody adapts, or no whole week tells.
    /// </summary>
    /// <remarks>
    /// Of each week, (1 - share) x frozen gain - adaptive gain is above 0 where more than the share is lost. That is
    /// linear in the four rates, so it is no ratio of two uncertain numbers, and a week in which nothing is to be
    /// gained does no harm. Its error is the jackknife's over groups of replications (Quenouille 1956), with what finds
    /// that did not show may add (<see cref="UnseenFinds"/>).
    /// </remarks>
    /// <param name="adaptive">The deployment and the baseline with organizations that adapt.</param>
    /// <param name="frozen">The same with frozen ones, on the same random numbers.</param>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="weeks">How many whole weeks the window has.</param>
    /// <param name="replications">How many there are.</param>
    public static Notice? Of(
        (WeekSums Of, WeekSums Against) adaptive,
        (WeekSums Of, WeekSums Against) frozen,
        double share,
        int weeks,
        int replications
    )
    {
        Part[] gain = [new(frozen.Of, 1), new(frozen.Against, -1)];
        if (weeks < 1 || !(Sum(gain, ..weeks).At(Estimates.Confidence).Low > 0))
        {
            return null;
        }

        Part[] lost = [new(frozen.Of, 1 - share), new(frozen.Against, share - 1), new(adaptive.Of, -1), new(adaptive.Against, 1)];
        PointEstimate[] series = [.. Enumerable.Range(0, weeks).Select(week => Sum(lost, week..(week + 1)))];
        Crossing crossing = LastingCrossing.Find(series, Estimates.Confidence);
        return new Notice(share, weeks, 1 + crossing.At, 1 + crossing.Earliest, 1 + crossing.Latest)
        {
            ReplicationsNeeded = crossing.Earliest == 0 && crossing.Latest == weeks ? Needed(series, replications) : null,
        };
    }

    // Until the last week is surely noticed, or the first surely not: whichever takes fewer. What is independent are
    // groups of replications.
    private static int? Needed(PointEstimate[] series, int replications)
    {
        PointEstimate[] known = [.. series.Where(week => double.IsFinite(week.Value))];
        PointEstimate[] telling = [.. known.TakeLast(1).Where(week => week.Value > 0), .. known.Take(1).Where(week => week.Value < 0)];
        double? fewest = telling.Min(week =>
            SampleSize.ForHalfWidth(week, Math.Abs(week.Value), Estimates.Confidence, atLeast: 2) / (week.DegreesOfFreedom + 1)
        );
        return fewest * replications is { } needed and <= int.MaxValue ? (int)Math.Max(Math.Ceiling(needed), replications + 1) : null;
    }

    // The parts' rates over some weeks, weighted and added up.
    private static PointEstimate Sum(Part[] parts, Range weeks)
    {
        WeekSums.Sums[][] groups = [.. parts.Select(part => (WeekSums.Sums[])[.. part.Of.Of.Select(group => Added(group[weeks]))])];
        WeekSums.Sums[] all = [.. groups.Select(Added)];
        int n = groups.Min(each => each.Length);
        double value = Weighted(part => all[part]);
        double[] pseudo =
        [
            .. Enumerable.Range(0, n).Select(group => (n * value) - ((n - 1) * Weighted(part => all[part] - groups[part][group]))),
        ];
        double unseen = parts
            .Select(
                (part, i) => UnseenFinds.Count * part.Of.SquaredFind * part.Weight * part.Weight / (all[i].Dispatched * all[i].Dispatched)
            )
            .Sum();
        return UnseenFinds.Widen(Means.Estimate(pseudo) with { Value = value }, unseen);

        double Weighted(Func<int, WeekSums.Sums> of) => parts.Select((part, i) => part.Weight * of(i).Rate).Sum();
    }

    private static WeekSums.Sums Added(WeekSums.Sums[] sums) => sums.Aggregate(default(WeekSums.Sums), (one, other) => one + other);

    private readonly record struct Part(WeekSums Of, double Weight);
}
