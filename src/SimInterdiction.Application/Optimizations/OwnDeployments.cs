using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Optimizations;

/// <summary>The deployments of a scenario that somebody could choose, and which limits of a search they keep.</summary>
/// <param name="scenario">The scenario, perhaps with others that are proposed.</param>
/// <param name="plan">The limits.</param>
internal sealed class OwnDeployments(Scenario scenario, OptimizationPlan plan)
{
    /// <summary>Those within the budget.</summary>
    public IEnumerable<string> WithinBudget() =>
        scenario.Deployments.Keys.Except(scenario.Experiment.Hypothetical).Where(name => IsWithin(DeploymentPreview.Of(scenario, name)));

    /// <summary>Those of them that keep all other limits too, in whatever ways they post teams.</summary>
    public IEnumerable<string> Allowed() => WithinBudget().Where(name => IsAllowed(scenario.Deployments[name]));

    private bool IsWithin(DeploymentPreview preview) =>
        Tolerance.IsAtMost(preview.OfficerHours, plan.Budget?.OfficerHours ?? double.PositiveInfinity)
        && Tolerance.IsAtMost(preview.CostUsd, plan.Budget?.CostUsd ?? double.PositiveInfinity);

    private bool IsAllowed(Deployment deployment)
    {
        IReadOnlyDictionary<string, Posting> inForce = scenario.Deployments[scenario.InForce].Post;
        return plan.Keep.All(name =>
                deployment.Post.TryGetValue(name, out Posting? kept) && CanonicalText.Of(kept) == CanonicalText.Of(inForce[name])
            )
            && deployment.Post.All(each => plan.Keep.Contains(each.Key) || MayBePosted(each.Key, each.Value))
            && plan.AtMost.All(limit => limit.TeamsOf(deployment.Post) <= limit.Teams);
    }

    private bool MayBePosted(string name, Posting posting) =>
        plan.Candidates.Holds(posting.TaskForce, posting.Team, posting.CheckpointsOf(name))
        && plan.Candidates.Shifts?.Any(shift => shift.Hours == posting.Hours && SameDays(shift.Days, posting.Days)) != false;

    private static bool SameDays<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        one is null || other is null ? one is null && other is null : one.ToHashSet().SetEquals(other);
}
