using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Optimization.Mixtures;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Searches the plans of which one is best drawn each day.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="postings">What may be chosen.</param>
/// <param name="search">Searches single choices.</param>
/// <param name="program">What solves, in a process of its own.</param>
/// <param name="clock">Tells time.</param>
/// <param name="stop">Ends it; the best so far and its bound are what it comes to.</param>
internal sealed class RandomSearch(
    Scenario scenario,
    PostingCandidates postings,
    DeploymentSearch search,
    SolverProgram program,
    TimeProvider clock,
    CancellationToken stop
)
{
    // Of one proof at a time.
    private const double ShareOfTime = 0.5;

    /// <param name="stays">The best choice that stays where all take the best route, and others to begin with.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <param name="observer">Told how it goes.</param>
    /// <returns>The deployment, null where none is better than the choice that stays; and what is known of
    /// it.</returns>
    public (Deployment? Deployment, RandomResult Result) Best(Selection stays, double seconds, IObserveSelection observer)
    {
        long began = clock.GetTimestamp();
        MixedTraffic traffic = postings.OnBestRoutes();
        Candidates candidates = postings.ForPlans(stays.Chosen!);
        using var solver = new SolverProcess(program);
        Mixture found = new MixtureSearch(
            candidates,
            traffic,
            solver,
            (worth, terms, starts) => search.Best(candidates, worth, terms with { Seconds = terms.Seconds * ShareOfTime }, starts),
            clock
        ).Search(
            new SearchTerms(DeploymentSearch.Gap, seconds),
            stays.Others.Select(other => other.Chosen).Prepend(stays.Chosen!),
            observer,
            stop
        );
        IReadOnlyList<MixedChoice> choices = RandomPostings.Rounded(found.Choices);
        double share = traffic.WorthOf(choices);
        bool isBetter = choices.Count > 1 && share > stays.Worth + DeploymentSearch.Gap;
        Deployment? deployment = isBetter ? RandomPostings.Deployment(scenario, postings, choices) : null;
        return (
            deployment,
            new RandomResult
            {
                Name = null,
                Share = isBetter ? share : stays.Worth,
                Bound = Math.Max(found.Bound, Math.Max(share, stays.Worth)) is var bound && double.IsFinite(bound) ? bound : null,
                ShareOfBestFixed = stays.Worth,
                Ended = SearchEnds.Of(found.End),
                Seconds = clock.GetElapsedTime(began).TotalSeconds,
                Plans = deployment is null ? [] : RandomPostings.PlansOf(deployment),
                Against = [],
            }
        );
    }
}
