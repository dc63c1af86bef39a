using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Kept;

/// <summary>What a kept result of a study must look like for others to rely on it: anybody may have written
/// it.</summary>
/// <param name="plan">The study.</param>
/// <param name="entryNames">The names of a dimension's entries.</param>
internal sealed class KeptShape(StudyPlan plan, Func<Dimension, IReadOnlyList<string>> entryNames)
{
    private readonly IReadOnlyList<string> deployments = plan.Arms.Deployments;
    private readonly string[] plans = [.. StudyAnalysis.PlansOf(plan)];

    public bool Fits(KeptResult kept) =>
        kept.Replications is >= 1 and <= ExperimentPlan.MostReplications
        && kept.ReplicationsAsked >= kept.Replications
        && kept.ReplicationsAsked <= plan.Rule.Most
        && Fits(kept.Failed, kept.ReplicationsAsked)
        && kept.Replications + kept.Failed.Select(failed => failed.Replication).Distinct().Count() == kept.ReplicationsAsked
        && Fits(kept.Deployments, kept.Replications)
        && Fits(kept.Comparisons, [plan.Batch.Measure])
        && Fits(kept.AlsoCompared, [.. StudyAnalysis.AlsoReported(plan)])
        && Fits(kept.Steps)
        && (kept.Best is null || Fits(kept.Best))
        && kept.Contests.All(Fits)
        && kept.Expansions.All(Fits)
        && (kept.Choice is null) == (plan.Rule is not ChoosingRule)
        && (kept.Choice is null || Fits(kept.Choice))
        && (kept.Precision is null) == (plan.Scenario.Experiment.Precision is null)
        && Fits(kept.Adversaries);

    private bool Fits(IReadOnlyList<FailedReplication> failed, int asked) =>
        failed.All(each => each is not null && each.Replication >= 0 && each.Replication < asked && plan.Batch.Arms.Contains(each.Arm));

    private bool Fits(IReadOnlyList<KeptDeployment> kept, int replications) =>
        kept.Count == deployments.Count
        && kept.All(each =>
            each is not null
            && each.Periods.Count <= replications
            && each.Measures.Count == MeasureCatalog.All.Count
            && (each.Frozen is null) == (plan.Arms.Frozen is null)
            && (each.Frozen is null || each.Frozen.Count == MeasureCatalog.All.Count)
            && Fits(Dimension.Week, each.FrozenWeeks)
            && (each.Notice is null || (plan.Arms.Frozen is not null && Fits(each.Notice)))
            && each.By.Count == Enum.GetValues<Dimension>().Length
            && each.By.Index().All(dimension => Fits((Dimension)dimension.Index, dimension.Item))
        )
        && kept[deployments.Index().First(each => each.Item == plan.Scenario.Baseline).Index].Periods.Count == replications;

    private static bool Fits(Notice notice) =>
        notice is { Share: > 0 and < 1, Weeks: >= 1, Earliest: >= 1 }
        && notice.Earliest <= notice.Week
        && notice.Week <= notice.Latest
        && notice.Latest <= notice.Weeks + 1;

    private bool Fits(Dimension dimension, IReadOnlyList<IReadOnlyList<Estimate>>? entries) =>
        entries?.Count == entryNames(dimension).Count && entries.All(measures => measures?.Count == BreakdownMeasures.Of(dimension).Count);

    private bool Fits(IReadOnlyList<Comparison> comparisons, IReadOnlyList<Measure> measures)
    {
        string baseline = plan.Scenario.Baseline;
        (string Measure, string Deployment)[] due =
        [
            .. measures.SelectMany(measure => deployments.Where(name => name != baseline).Select(name => (measure.Name, name))),
        ];
        return comparisons.Count == due.Length
            && comparisons.Zip(due).All(pair => Fits(pair.First, pair.Second.Measure, pair.Second.Deployment, baseline))
            && comparisons.All(comparison => (comparison.Frozen is null) == (plan.Arms.Frozen is null));
    }

    private bool Fits(IReadOnlyList<StepResult> kept)
    {
        (string Name, Step Step, string Before)[] due = [.. StudyAnalysis.StepsOf(plan)];
        return kept.Count == due.Length
            && kept.Zip(due).All(pair => Fits(pair.First, pair.Second.Name, pair.Second.Step, pair.Second.Before));
    }

    private bool Fits(StepResult? kept, string name, Step step, string before) =>
        kept is not null
        && kept.Name == name
        && kept.Label == Labels.Of(name, step.Label)
        && kept.MoreThanAlone is not null == StudyAnalysis.IsTwofold(plan, step, before)
        && !(kept.MoreThanAlone?.Low > kept.MoreThanAlone?.High)
        && FitsIfSimulated(kept.UpToHere, step.UpToHere, before)
        && FitsIfSimulated(kept.Alone, step.Alone, step.OnTopOf ?? plan.Scenario.Baseline);

    private bool FitsIfSimulated(IReadOnlyList<Comparison> comparisons, string? deployment, string against) =>
        deployment is not null && deployments.Contains(deployment) && deployments.Contains(against)
            ? Fits(comparisons, deployment, against)
            : comparisons.Count == 0;

    private bool Fits(IReadOnlyList<Comparison> comparisons, string deployment, string against)
    {
        Measure[] due = [plan.Batch.Measure, .. StudyAnalysis.AlsoReported(plan)];
        return comparisons.Count == due.Length && comparisons.Zip(due).All(pair => Fits(pair.First, pair.Second.Name, deployment, against));
    }

    private bool Fits(Comparison? comparison, string measure, string deployment, string against) =>
        comparison is not null
        && (comparison.Measure, comparison.Deployment, comparison.Against) == (measure, deployment, against)
        && (comparison.OverInputs is null || plan.Drawn is not null)
        && !(comparison.Low > comparison.High)
        && comparison.Convergence.Zip(comparison.Convergence.Skip(1)).All(next => next.First.Replications < next.Second.Replications);

    private bool Fits(BestGroup best) =>
        best.MayBeBest.Count > 0
        && best.MayBeBest.All(plans.Contains)
        && best.AgainstTheBest.Select(against => against?.Deployment).SequenceEqual(plans)
        && best.AgainstTheBest.All(against => against.Low <= against.High);

    private bool Fits(Contest contest) =>
        contest is { Entrants: [var first, var second, ..], InFront.Count: > 0 }
        && Enum.IsDefined(contest.Outcome)
        && (contest.Limit is not { } limit || Enum.IsDefined(limit))
        && contest.Entrants.All(plans.Contains)
        && contest.InFront.All(contest.Entrants.Contains)
        && Fits(contest.Lead, plan.Batch.Measure.Name, first, second);

    private bool Fits(Expansion expansion) =>
        expansion is { Steps.Count: > 0 }
        && Enum.IsDefined(expansion.Resource)
        && expansion.Steps.All(step =>
            step is not null
            && plans.Contains(step.Gain.Deployment)
            && plans.Contains(step.Gain.Against)
            && Fits(step.Gain, plan.Batch.Measure.Name, step.Gain.Deployment, step.Gain.Against)
        );

    private bool Fits(Choice choice) =>
        choice.Remaining.Count > 0
        && choice
            .Remaining.Concat(choice.Out.Select(each => each?.Deployment))
            .Order(StringComparer.Ordinal)
            .SequenceEqual(deployments.Order(StringComparer.Ordinal));

    private bool Fits(IReadOnlyList<AdversaryResult> adversaries) =>
        adversaries
            .Select(adversary => (adversary?.Name, adversary?.Label))
            .SequenceEqual(plan.Arms.Variants.Count == 0 ? [] : [Named(null), .. plan.Arms.Variants.Keys.Select(Named)])
        && adversaries.All(adversary => adversary.Deployments.Count == deployments.Count && !adversary.Deployments.Contains(null!));

    private static (string? Name, string? Label) Named(string? variant) => (variant, StudyAnalysis.LabelOf(variant));
}
