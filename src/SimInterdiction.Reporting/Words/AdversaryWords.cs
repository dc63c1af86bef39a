using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>How deployments do whoever comes, in words.</summary>
public static class AdversaryWords
{
    /// <summary>Every deployment, the one with the smallest worst shortfall first.</summary>
    internal static IReadOnlyList<Shortfalls> Safest(StudyView view) =>
        [
            .. view
                .Study.Deployments.Index()
                .OrderBy(d => view.RankAmongEquals(d.Item))
                .Select(d => Row(view, d.Item, d.Index))
                .OrderBy(r => r.Worst),
        ];

    /// <summary>Why there is nothing to tell of a study; null where there is something.</summary>
    internal static string? Nothing(StudyView view) =>
        view.Study.Adversaries.Count == 0
            ? "The scenario names no further adversaries (experiment: adversaries), so there is nothing to compare."
        : view.Study.Deployments.Count < 2 ? "There is only one deployment, and nothing to compare it with."
        : Safest(view).All(r => double.IsNaN(r.Worst)) ? $"{view.Study.Measure.Label}: undefined in every deployment."
        : null;

    /// <summary>Which deployment is the safest, as far as chance lets that be said.</summary>
    internal static string Headline(StudyView view)
    {
        if (Nothing(view) is { } nothing)
        {
            return nothing.TrimEnd('.');
        }

        IReadOnlyList<Shortfalls> rows = Safest(view);
        Shortfalls safest = rows[0];
        int worst = Enumerable.Range(0, safest.Regrets.Count).MaxBy(i => safest.Regrets[i]);

        // Neither chance nor less than matters sets one apart from another.
        double asGood = safest.Open.High + (view.Scale.Factor * view.Threshold);
        int others = rows.Skip(1).Count(row => row.Open.Low <= asGood);
        if (view.Study.Replications == 1)
        {
            return "One replication can't say which deployment is the safest";
        }

        string interval = safest.WorstInterval.Length > 0 ? $" ({safest.WorstInterval})" : string.Empty;
        string behind =
            safest.Worst == 0
                ? others == 0
                    ? "the best against every adversary"
                    : $"first against every adversary{(interval.Length > 0 ? $", {view.Scale.WithUnit("0")} behind{interval}" : "")}"
                : $"at most {view.Scale.WithUnit(safest.Words[worst])} behind the best{interval}, whoever comes";
        return others == 0
            ? $"Safest: {safest.Label}{safest.Cost}; {behind}"
            : $"{safest.Label}{safest.Cost} comes out as the safest, {behind}; {Plain.Count(others, "other")} may be as good"
                + (view.Threshold > 0 ? ", as far as it matters" : string.Empty);
    }

    private static Shortfalls Row(StudyView view, DeploymentResult deployment, int index)
    {
        Estimate[] estimates = [.. view.Study.Adversaries.Select(a => a.Deployments[index].Regret)];
        double[] regrets = [.. estimates.Select(e => view.Scale.Factor * (e.Mean ?? double.NaN))];
        MeasureScale scale = view.Scale with { Finest = FinestOf(view), Matters = 0 };
        return new Shortfalls(
            deployment.Label,
            deployment == view.Baseline,
            regrets,
            [.. estimates.Select(e => Said(scale, e))],
            regrets.DefaultIfEmpty(double.NaN).Max()
        )
        {
            Intervals = [.. estimates.Select(e => Interval(scale, e))],
            WorstInterval = Interval(
                scale,
                new Estimate(estimates.Max(e => e.Mean), estimates.Max(e => e.Low), estimates.Max(e => e.High))
            ),
            Cost =
                view.HasBaselineHours(deployment) && view.MoreMoney(deployment) == 0 ? string.Empty : $" ({view.TakesAgainst(deployment)})",
            MayBeBest = [.. estimates.Select(e => e is { Mean: not null } and not { Low: > 0 })],
            Open = (
                estimates.Max(e => view.Scale.Factor * (e.Low ?? 0)),
                estimates.Max(e => view.Scale.Factor * (e.High ?? double.PositiveInfinity))
            ),
        };
    }

    // No finer than the differences from the baseline are told anywhere.
    private static int? FinestOf(StudyView view)
    {
        int[] told =
        [
            .. view
                .Study.Comparisons.Where(c => c is { Difference: not null } && c.Low < c.High)
                .Select(c =>
                    Digits.PlaceOf(
                        c.Difference!.Value * view.Scale.Factor,
                        c.Low * view.Scale.Factor,
                        c.High * view.Scale.Factor,
                        view.Scale.Finest
                    )
                ),
        ];
        return told.Length > 0 ? told.Min() : view.Scale.Finest;
    }

    private static string Interval(MeasureScale scale, Estimate regret) =>
        regret is { Low: { } low, High: > 0 and { } high } ? scale.Ends(regret.Mean ?? 0, low, high) : string.Empty;

    private static string Said(MeasureScale scale, Estimate regret) =>
        regret switch
        {
            { Mean: null } => Plain.Undefined,
            { Mean: 0 } => "0",
            { Mean: { } mean } => scale.Number(mean, regret.Low, regret.High),
        };
}
