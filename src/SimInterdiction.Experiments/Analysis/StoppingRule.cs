using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>
/// When a study has enough replications: after those the scenario names, or, with a precision, once the intervals of all differences are that narrow together
/// (Chow and Robbins 1965, for several means at once by Bonferroni).
/// </summary>
/// <remarks>
/// Judged after whole stages, from the replications in their order, so that it never depends on threads, nor on where a run was interrupted. A stage goes as far as the last
/// one says is needed, but no more than doubles what is there: the spread of a few replications is a poor guide.
/// </remarks>
internal sealed class StoppingRule
{
    // Each look is a chance to stop too early, and a small step is mostly starting and stopping.
    private const double SmallestGrowth = 1.02;

    private readonly ExperimentPlan plan;
    private readonly string baseline;
    private readonly double confidence;
    private readonly Precision? precision;

    /// <param name="plan">Of the scenario, options applied.</param>
    /// <param name="baseline">Name of the baseline.</param>
    /// <param name="deployments">How many the scenario has, simulated or not.</param>
    public StoppingRule(ExperimentPlan plan, string baseline, int deployments)
    {
        this.plan = plan;
        this.baseline = baseline;
        confidence = Bonferroni.Confidence(Estimates.Confidence, deployments - 1);
        precision = plan.Precision is { } halfWidth ? new Precision.Absolute(halfWidth) : null;
    }

    /// <summary>The replications of the first stage.</summary>
    public int First => plan.Replications;

    /// <summary>The most there can be.</summary>
    public int Most => precision is null ? First : Math.Max(First, plan.AtMost);

    /// <summary>How many replications there shall be after the next stage, failed ones included; null when there are enough, or as many as there can be.</summary>
    public int? Next(Batch batch)
    {
        if (precision is null || batch.Done >= Most)
        {
            return null;
        }

        PointEstimate[] open = [.. Judged(batch).Where(estimate => !precision.IsReachedBy(estimate, confidence))];
        if (open.Length == 0)
        {
            return null;
        }

        int counted = Math.Max(1, batch.Replications);
        double needed = Math.Clamp(Needed(open) ?? double.PositiveInfinity, Math.Ceiling(SmallestGrowth * counted), 2.0 * counted);
        return (int)Math.Min(Most, needed + batch.FailedReplications);
    }

    /// <summary>How far the replications came; null without a precision.</summary>
    public PrecisionCheck? Check(Batch batch)
    {
        if (precision is null)
        {
            return null;
        }

        PointEstimate[] all = [.. Judged(batch)];
        PointEstimate[] open = [.. all.Where(estimate => !precision.IsReachedBy(estimate, confidence))];
        return new PrecisionCheck
        {
            Wanted = precision.HalfWidthAt(0),
            Found = Estimates.OrNull(all.Select(estimate => estimate.HalfWidth(confidence)).Aggregate(0.0, Math.Max)),
            ReplicationsNeeded = open.Length == 0 ? null : Needed(open),
        };
    }

    private int? Needed(PointEstimate[] open)
    {
        int?[] each = [.. open.Select(estimate => precision!.ReplicationsNeeded(estimate, confidence))];
        return each.Contains(null) ? null : each.Max();
    }

    // The differences from the baseline; with nothing to compare, the baseline's own measure.
    private IEnumerable<PointEstimate> Judged(Batch batch)
    {
        Measure measure = batch.Plan.Measure;
        string[] names = [.. batch.Plan.Arms.Select(arm => arm.Deployment)];
        MeasureValues others = ValuesOf(baseline);
        if (names.Length == 1)
        {
            return [MeasureValues.Defined([others])[0].Estimate()];
        }

        return names.Where(name => name != baseline).Select(name =>
        {
            (MeasureValues values, MeasureValues against) = MeasureValues.Defined(ValuesOf(name), others);
            return values.DifferenceFrom(against, values.Replications);
        });

        MeasureValues ValuesOf(string name) => batch.Arms[Array.IndexOf(names, name)].Totals.Values(measure);
    }
}
