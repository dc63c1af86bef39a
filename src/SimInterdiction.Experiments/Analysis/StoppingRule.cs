using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>
/// When a study has enough replications: after those the scenario names, or, with a precision, once the intervals of
/// all differences are that narrow together (Chow and Robbins 1965, for several means at once by Bonferroni).
/// </summary>
/// <remarks>
/// A stage goes as far as the last one says is needed, but no more than doubles what is there: the spread of a few
/// replications is a poor guide.
/// </remarks>
internal sealed class StoppingRule : IStageRule
{
    // Each look is a chance to stop too early, and a small step is mostly starting and stopping.
    private const double SmallestGrowth = 1.02;

    private readonly ExperimentPlan plan;
    private readonly Arm baseline;
    private readonly double confidence;
    private readonly Precision? precision;

    /// <param name="scenario">Options applied.</param>
    /// <param name="main">The variant of the organizations that results are about; only its arms are judged.</param>
    public StoppingRule(Scenario scenario, string? main)
    {
        plan = scenario.Experiment;
        baseline = new Arm(scenario.Baseline, main);
        confidence = Bonferroni.Confidence(Estimates.Confidence, scenario.Deployments.Count - 1);
        precision = plan.Precision is { } halfWidth ? new Precision.Absolute(halfWidth) : null;
    }

    /// <inheritdoc/>
    public int First => plan.Replications;

    /// <inheritdoc/>
    public int Most => precision is null ? First : Math.Max(First, plan.AtMost);

    /// <inheritdoc/>
    public Judgement Judge(Batch batch) => new(Next(batch), []);

    private int? Next(Batch batch)
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
        Arm[] arms = [.. batch.Plan.Arms.Where(arm => arm.Adversary == baseline.Adversary)];
        MeasureValues others = ValuesOf(baseline);
        if (arms.Length == 1)
        {
            return [MeasureValues.Defined([others])[0].Estimate()];
        }

        return arms.Where(arm => arm != baseline)
            .Select(arm =>
            {
                (MeasureValues values, MeasureValues against) = MeasureValues.Defined(ValuesOf(arm), others);
                return values.DifferenceFrom(against, values.Replications);
            });

        MeasureValues ValuesOf(Arm arm) => batch.Arms[batch.Plan.Arms.Index().First(each => each.Item == arm).Index].Totals.Values(measure);
    }
}
