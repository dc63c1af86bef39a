using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>How far a deployment moves traffic to other corridors, and how much of its effect that takes
/// back.</summary>
internal static class Displacements
{
    // In half-widths of its interval.
    private const double LeastSureness = 3;

    /// <summary>
    /// The total-variation distance between two deployments' shares of firearms by corridor, pooled over the
    /// replications: of single replications it would be biased upwards, since chance alone tells shares apart.
    /// </summary>
    /// <remarks>
    /// Its standard error is the jackknife's over groups of replications (Quenouille 1956), with each corridor kept on
    /// the side it is on in all together.
    /// </remarks>
    public static PointEstimate Distance(CorridorFirearms here, CorridorFirearms there)
    {
        double[] sides = [.. Shares(here, without: -1).Zip(Shares(there, without: -1), (a, b) => (double)Math.Sign(a - b))];
        int groups = here.Sums.Count;
        double[] pseudo = new double[groups];
        double all = Distance(here, there, sides, without: -1);
        for (int group = 0; group < groups; group++)
        {
            pseudo[group] = (groups * all) - ((groups - 1) * Distance(here, there, sides, group));
        }

        return Means.Estimate(pseudo) with
        {
            Value = all,
        };
    }

    /// <summary>
    /// 1 - adaptive difference / frozen difference, where the frozen difference is known to a third of itself;
    /// undefined (NaN) elsewhere. The interval is the jackknife's.
    /// </summary>
    /// <remarks>
    /// Told as soon as the frozen difference is surely not 0, it would be told of those studies in which that came out
    /// large by chance, and be too large: of a truth of 0 by .05 with 15 replications. Of values with their control
    /// taken out, so that both differences are those shown. What is taken out stays as it is where a replication is
    /// left out: a slope that is off moves an average by a product of two small errors only.
    /// </remarks>
    /// <param name="adaptive">The deployment and the baseline with organizations that adapt.</param>
    /// <param name="frozen">The same with frozen ones, on the same random numbers.</param>
    /// <param name="confidence">Of the interval of the frozen difference.</param>
    public static PointEstimate TakenBack(
        (MeasureValues Of, MeasureValues Against) adaptive,
        (MeasureValues Of, MeasureValues Against) frozen,
        double confidence
    )
    {
        PointEstimate frozenDifference = frozen.Of.DifferenceFrom(frozen.Against, frozen.Of.Replications);
        if (!(Math.Abs(frozenDifference.Value) > LeastSureness * frozenDifference.HalfWidth(confidence)))
        {
            return new PointEstimate(double.NaN, double.NaN, 0);
        }

        MeasureValues[] controlled =
        [
            .. new[] { adaptive.Of, adaptive.Against, frozen.Of, frozen.Against }.Select(values => values.Controlled()),
        ];
        LeaveOneOut[] parts = [.. controlled.Select(values => new LeaveOneOut(values))];
        int n = controlled[0].Replications;
        double all = TakenBack(parts, without: -1);
        double[] pseudo = new double[n];
        for (int i = 0; i < n; i++)
        {
            pseudo[i] = (n * all) - ((n - 1) * TakenBack(parts, i));
        }

        return Means.Estimate(pseudo) with
        {
            Value = all,
        };
    }

    private static double TakenBack(LeaveOneOut[] parts, int without) =>
        1 - ((parts[0].Estimate(without) - parts[1].Estimate(without)) / (parts[2].Estimate(without) - parts[3].Estimate(without)));

    // Added up from the least to the most: in which order the file names corridors decides no bit of a result.
    private static double Distance(CorridorFirearms here, CorridorFirearms there, double[] sides, int without) =>
        Shares(here, without).Zip(Shares(there, without), (a, b) => a - b).Zip(sides, (difference, side) => difference * side).Order().Sum()
        / 2;

    private static double[] Shares(CorridorFirearms firearms, int without)
    {
        double[][] kept = [.. firearms.Sums.Where((_, group) => group != without)];
        double[] sums = [.. Enumerable.Range(0, firearms.Corridors).Select(corridor => kept.Sum(group => group[corridor]))];
        double all = sums.Order().Sum();
        return [.. sums.Select(sum => all == 0 ? 0 : sum / all)];
    }

    /// <summary>A measure over all replications but one, or none.</summary>
    private sealed class LeaveOneOut(MeasureValues values)
    {
        private readonly double numerators = values.Numerators.Sum();
        private readonly double denominators = values.Denominators?.Sum() ?? values.Replications;

        public double Estimate(int without) =>
            without < 0
                ? numerators / denominators
                : (numerators - values.Numerators[without]) / (denominators - (values.Denominators?[without] ?? 1));
    }
}
