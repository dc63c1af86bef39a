using SimInterdiction.Application.Expectations;
using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Which deployments are proposed, and which of the scenario's own are better.</summary>
internal static class Proposals
{
    private const string Best = "best";
    private const int MostRunnersUp = 2;

    // Places and hours in which a runner-up differs at least.
    private const int ClearlyDifferent = 3;

    /// <summary>The best, others that are nearly as good and clearly different, and the best against the other
    /// traffickers where none of these is as good.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="postings">What could be chosen.</param>
    /// <param name="found">The best choice and others.</param>
    /// <param name="foundAgainstOthers">The best against the other traffickers.</param>
    /// <param name="others">Those.</param>
    /// <param name="worthAgainstOthers">What choices are worth against them.</param>
    public static IEnumerable<Proposal> Of(
        Scenario scenario,
        PostingCandidates postings,
        Selection found,
        Selection foundAgainstOthers,
        Traffickers others,
        IBoundedWorth worthAgainstOthers
    )
    {
        var chosen = new List<bool[]> { found.Chosen! };
        foreach ((bool[] other, _) in found.Others)
        {
            if (chosen.Count <= MostRunnersUp && chosen.TrueForAll(each => postings.Differences(each, other) >= ClearlyDifferent))
            {
                chosen.Add(other);
            }
        }

        string name = Best;
        while (scenario.Deployments.Keys.Any(key => key.StartsWith(name, StringComparison.Ordinal)))
        {
            name += "_found";
        }

        foreach ((int i, bool[] each) in chosen.Index())
        {
            yield return Make(i == 0 ? name : $"{name}_{i + 1}", i == 0 ? "Best found" : $"Runner-up {i}", each);
        }

        double most = worthAgainstOthers.Of(foundAgainstOthers.Chosen!);
        if (chosen.TrueForAll(each => most > worthAgainstOthers.Of(each) + DeploymentSearch.Gap))
        {
            (string suffix, string whom) =
                others == Traffickers.BestRoute
                    ? ("best_route", "those who take the best route")
                    : ("fixed", "those who keep their shares");
            yield return Make($"{name}_against_{suffix}", $"Best found against {whom}", foundAgainstOthers.Chosen!);
        }

        Proposal Make(string key, string label, bool[] choice) => new(key, Deployment(scenario, postings, label, choice));
    }

    /// <summary>A choice as a deployment.</summary>
    public static Deployment Deployment(Scenario scenario, PostingCandidates postings, string label, bool[] choice) =>
        new()
        {
            Label = label,
            Post = postings.PostingsOf(choice),
            Programmes = scenario.Deployments[scenario.InForce].Programmes,
        };

    /// <summary>Deployments of the scenario within the budget that theory expects to seize more than the best found,
    /// the largest share first.</summary>
    /// <param name="all">The scenario with what is proposed.</param>
    /// <param name="names">The deployment in force, the best, and others that are proposed.</param>
    /// <param name="plan">The limits.</param>
    public static IEnumerable<DeploymentShare> Better(Scenario all, IReadOnlyList<string> names, OptimizationPlan plan)
    {
        string[] own = [.. Within(all, plan).Except(names.Skip(1))];
        ExpectedDeployment[] expected = [.. DeploymentExpectation.Of(all, [names[1], .. own])];
        return expected[1..]
            .Select(each => new DeploymentShare(each.Name, each.Frozen.SeizureRate ?? 0))
            .Where(each => each.Share > expected[0].Frozen.SeizureRate + DeploymentSearch.Gap)
            .OrderByDescending(each => each.Share);
    }

    /// <summary>The deployments of a scenario that somebody could choose and that are within the budget.</summary>
    public static IEnumerable<string> Within(Scenario scenario, OptimizationPlan plan)
    {
        return scenario
            .Deployments.Keys.Except(scenario.Experiment.Hypothetical)
            .Where(name => IsWithin(DeploymentPreview.Of(scenario, name)));

        bool IsWithin(DeploymentPreview preview) =>
            Tolerance.IsAtMost(preview.OfficerHours, plan.Budget?.OfficerHours ?? double.PositiveInfinity)
            && Tolerance.IsAtMost(preview.CostUsd, plan.Budget?.CostUsd ?? double.PositiveInfinity);
    }
}

/// <summary>A deployment that is proposed.</summary>
/// <param name="Name">Its name, which no other has.</param>
/// <param name="Deployment">The deployment.</param>
internal sealed record Proposal(string Name, Deployment Deployment);
