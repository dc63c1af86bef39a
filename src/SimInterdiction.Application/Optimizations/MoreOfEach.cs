using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What more of each thing that is limited would bring.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="plan">The limits.</param>
/// <param name="postings">What may be chosen.</param>
/// <param name="worth">What it is worth.</param>
/// <param name="best">The best choice, with its prices.</param>
/// <param name="stop">Ends it early; what is not worked out by then is left out.</param>
internal sealed class MoreOfEach(
    Scenario scenario,
    OptimizationPlan plan,
    PostingCandidates postings,
    IBoundedWorth worth,
    Selection best,
    CancellationToken stop
)
{
    private const double OfficerHours = 1000;
    private const double Usd = 100_000;

    /// <summary>Works it out. Gains are those of the best choice improved by exchanges; the prices of the problem in
    /// which teams may be divided bound them.</summary>
    public IReadOnlyList<PricedMore> All()
    {
        var all = new List<PricedMore>();
        if (plan.Budget is { OfficerHours: { } officerHours } hours)
        {
            OptimizationPlan more = plan with { Budget = hours with { OfficerHours = officerHours + OfficerHours } };
            all.AddRange(Priced(PricedResource.OfficerHours, PostingLimits.OfficerHours, OfficerHours, scenario, more));
        }

        if (plan.Budget is { CostUsd: { } cost } money)
        {
            OptimizationPlan more = plan with { Budget = money with { CostUsd = cost + Usd } };
            all.AddRange(Priced(PricedResource.Usd, PostingLimits.Usd, Usd, scenario, more));
        }

        foreach ((int i, PostingLimit limit) in plan.AtMost.Index())
        {
            OptimizationPlan more = plan with { AtMost = [.. plan.AtMost.Select((l, at) => at == i ? l with { Teams = l.Teams + 1 } : l)] };
            all.AddRange(Priced(PricedResource.Postings, PostingLimits.AtMost(i), 1, scenario, more));
        }

        foreach ((string force, string team) in postings.Teams)
        {
            TaskForce its = scenario.TaskForces[force];
            var teams = new OrderedDictionary<string, int>(its.Teams) { [team] = its.Teams.GetValueOrDefault(team) + 1 };
            var forces = new OrderedDictionary<string, TaskForce>(scenario.TaskForces) { [force] = its with { Teams = teams } };
            all.AddRange(Priced(PricedResource.Teams, PostingLimits.TeamsOf(force, team), 1, scenario with { TaskForces = forces }, plan));
        }

        all.AddRange(Lanes());
        return [.. all.OrderBy(each => each.Kind).ThenByDescending(each => each.Gain)];
    }

    private IEnumerable<PricedMore> Priced(PricedResource kind, string name, double amount, Scenario with, OptimizationPlan more)
    {
        if (stop.IsCancellationRequested)
        {
            yield break;
        }

        Candidates candidates = postings.Under(with, more);
        double price = PriceOf(candidates);
        double? atMost =
            double.IsFinite(best.RelaxedBound) && best.Prices.Count > 0 ? Math.Max(0, best.RelaxedBound + price - best.Worth) : null;
        bool[] improved = price > 0 || atMost is null ? new GreedySearch(candidates, worth).Improved(best.Chosen!, stop) : best.Chosen!;
        double gain = Math.Max(0, worth.Of(improved) - best.Worth);
        yield return new PricedMore(
            kind,
            name,
            amount,
            gain,
            kind != PricedResource.Teams && atMost is { } most ? Math.Max(most, gain) : null,
            gain > DeploymentSearch.Gap ? [.. AddedTo(best.Chosen!, improved)] : []
        );
    }

    // Whatever they are called, and as many teams as there are more.
    private IEnumerable<ProposedPosting> AddedTo(bool[] chosen, bool[] improved)
    {
        var before = RowsOf(chosen)
            .GroupBy(row => row with { Count = 0 })
            .ToDictionary(alike => alike.Key, alike => alike.Sum(row => row.Count));
        return RowsOf(improved)
            .Select(row => row with { Count = row.Count - before.GetValueOrDefault(row with { Count = 0 }) })
            .Where(row => row.Count > 0);
    }

    private IEnumerable<ProposedPosting> RowsOf(bool[] chosen) =>
        PostingRows.Of(postings.PostingsOf(chosen)).Select(row => row with { Name = row.At });

    private double PriceOf(Candidates more) =>
        postings.Candidates.Limits.Zip(best.Prices).Where(each => each.Second > 0).Sum(each => each.Second * MoreOf(each.First, more));

    // One that is not there any more allows all that there is.
    private static double MoreOf(Limit limit, Candidates more) =>
        (
            more.Limits.FirstOrDefault(other => other.Name == limit.Name && other.Uses.SequenceEqual(limit.Uses))?.AtMost
            ?? limit.Uses.Sum(use => use.Amount)
        ) - limit.AtMost;

    // What theory expects, which counts more than the search's rougher reckoning where lanes are what is changed.
    private IEnumerable<PricedMore> Lanes()
    {
        const string Best = "best_with_lanes";
        var deployment = new Deployment
        {
            Post = postings.PostingsOf(best.Chosen!),
            Programmes = scenario.Deployments[scenario.InForce].Programmes,
        };
        double? before = null;
        foreach (string type in deployment.Post.Values.Select(posting => posting.Team).Distinct())
        {
            if (scenario.TeamTypes[type] is { Works: TeamWork.Lanes, Lanes: { } lanes } its)
            {
                var types = new OrderedDictionary<string, TeamType>(scenario.TeamTypes) { [type] = its with { Lanes = lanes + 1 } };
                before ??= Expected(scenario);
                double gain = Math.Max(0, Expected(scenario with { TeamTypes = types }) - before.Value);
                yield return new PricedMore(PricedResource.Lanes, type, 1, gain, gain, []);
            }
        }

        double Expected(Scenario with)
        {
            Scenario alone = with with
            {
                Deployments = new OrderedDictionary<string, Deployment>(with.Deployments) { [Best] = deployment },
            };
            return ExpectedSeizures.Of(CompiledScenario.Compile(alone), new Arm(Best, Arm.Frozen)).SeizureRate ?? 0;
        }
    }
}
