using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Searches the best choice of postings, with a solver where there is one.</summary>
/// <param name="program">What solves, in a process of its own.</param>
/// <param name="clock">Tells time.</param>
/// <param name="stop">Ends a search; the best so far and its bound are what it comes to.</param>
internal sealed class DeploymentSearch(SolverProgram program, TimeProvider clock, CancellationToken stop)
{
    /// <summary>A choice is the best when none is better by more.</summary>
    public const double Gap = 1e-7;

    private static readonly IObserveSelection Unobserved = new NoObserver();

    /// <param name="candidates">What may be chosen.</param>
    /// <param name="worth">What it is worth.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <param name="starts">Choices within the limits to begin with.</param>
    /// <param name="observer">Told how it goes; null for nobody.</param>
    public Selection Best(
        Candidates candidates,
        IBoundedWorth worth,
        double seconds,
        IEnumerable<bool[]> starts,
        IObserveSelection? observer = null
    ) => Best(candidates, worth, new SearchTerms(Gap, seconds), starts, observer);

    /// <param name="candidates">What may be chosen.</param>
    /// <param name="worth">What it is worth.</param>
    /// <param name="terms">How close it must come, and how long it may take.</param>
    /// <param name="starts">Choices within the limits to begin with.</param>
    /// <param name="observer">Told how it goes; null for nobody.</param>
    public Selection Best(
        Candidates candidates,
        IBoundedWorth worth,
        SearchTerms terms,
        IEnumerable<bool[]> starts,
        IObserveSelection? observer = null
    )
    {
        long began = clock.GetTimestamp();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Max(0, terms.Seconds)), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        Selection greedy = new GreedySearch(candidates, worth).Search(either.Token);
        if (greedy.Chosen is not { } first)
        {
            return greedy;
        }

        bool[][] all = [first, .. starts];
        if (!HighsSolver.IsAvailable)
        {
            bool[] best = all.MaxBy(worth.Of)!;
            return greedy with { Chosen = best, Worth = worth.Of(best), Bound = Math.Max(greedy.Bound, worth.Of(best)) };
        }

        using var solver = new SolverProcess(program);
        var search = new SelectionSearch(candidates, worth, solver, clock);
        SearchTerms left = terms with { Seconds = terms.Seconds - clock.GetElapsedTime(began).TotalSeconds };
        Selection found = search.Search(left, all, observer ?? Unobserved, stop);
        return found with { Bound = Math.Min(found.Bound, greedy.Bound) };
    }

    private sealed class NoObserver : IObserveSelection;
}
