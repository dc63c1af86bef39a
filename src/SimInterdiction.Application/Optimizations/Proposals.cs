using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
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

    // Of a share: less is told apart nowhere.
    private const double Visible = 5e-5;

    /// <summary>The best, others that are nearly as good and clearly different, and the best against the other
    /// traffickers where none of these is as good. One that the scenario has already goes by its name there.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="postings">What could be chosen.</param>
    /// <param name="ranked">Choices, the best first.</param>
    /// <param name="foundAgainstOthers">The best against the other traffickers.</param>
    /// <param name="others">Those.</param>
    /// <param name="worthAgainstOthers">What choices are worth against them.</param>
    public static IEnumerable<Proposal> Of(
        Scenario scenario,
        PostingCandidates postings,
        IReadOnlyList<bool[]> ranked,
        Selection foundAgainstOthers,
        Traffickers others,
        IBoundedWorth worthAgainstOthers
    )
    {
        var chosen = new List<bool[]> { ranked[0] };
        foreach (bool[] other in ranked.Skip(1))
        {
            if (chosen.Count <= MostRunnersUp && chosen.TrueForAll(each => postings.Differences(each, other) >= ClearlyDifferent))
            {
                chosen.Add(other);
            }
        }

        var known = scenario.Deployments.DistinctBy(own => own.Value.Essence).ToDictionary(own => own.Value.Essence, own => own.Key);
        string name = FreeName(scenario);
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

        Proposal Make(string key, string label, bool[] choice)
        {
            Deployment made = Deployment(scenario, postings, label, choice);
            return known.TryGetValue(made.Essence, out string? own)
                ? new Proposal(own, scenario.Deployments[own], IsNew: false)
                : new Proposal(key, made, IsNew: true);
        }
    }

    /// <summary>A name for what is proposed with which no deployment's begins.</summary>
    public static string FreeName(Scenario scenario)
    {
        string name = Best;
        while (scenario.Deployments.Keys.Any(key => key.StartsWith(name, StringComparison.Ordinal)))
        {
            name += "_found";
        }

        return name;
    }

    /// <summary>A choice as a deployment.</summary>
    public static Deployment Deployment(Scenario scenario, PostingCandidates postings, string label, bool[] choice) =>
        new()
        {
            Label = label,
            Post = postings.PostingsOf(choice),
            Programmes = scenario.Deployments[scenario.InForce].Programmes,
        };

    /// <summary>The best of what was found and of the scenario's own within all limits.</summary>
    /// <param name="all">The scenario with what is proposed.</param>
    /// <param name="found">The best that was found.</param>
    /// <param name="plan">The limits.</param>
    /// <returns>Its name, and the scenario's own within the budget that are better but break another limit, the best
    /// first.</returns>
    public static (string Name, IReadOnlyList<DeploymentShare> Better) BestOf(Scenario all, string found, OptimizationPlan plan)
    {
        var shares = new ExpectedShares(all, plan.Against);
        var own = new OwnDeployments(all, plan);
        HashSet<string> allowed = [.. own.Allowed()];
        DeploymentShare[] known = [.. own.WithinBudget().Union([found]).Select(name => new DeploymentShare(name, shares.Of(name)))];
        DeploymentShare best = known.First(each => each.Name == found);
        foreach (DeploymentShare each in known.Where(each => allowed.Contains(each.Name)))
        {
            best = each.Share > best.Share + DeploymentSearch.Gap ? each : best;
        }

        return (
            best.Name,
            [
                .. known
                    .Where(each => !allowed.Contains(each.Name) && each.Share > best.Share + Visible)
                    .OrderByDescending(each => each.Share),
            ]
        );
    }
}

/// <summary>A deployment that is proposed.</summary>
/// <param name="Name">Its name, which no other has.</param>
/// <param name="Deployment">The deployment.</param>
/// <param name="IsNew">Whether the scenario has it not yet.</param>
internal sealed record Proposal(string Name, Deployment Deployment, bool IsNew);
