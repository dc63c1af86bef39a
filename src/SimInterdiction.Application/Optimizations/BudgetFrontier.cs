using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>The best choice for each of ten budgets, from a fifth of the one asked for to twice that.</summary>
internal static class BudgetFrontier
{
    private const int Budgets = 10;
    private const double Step = 0.2;

    /// <summary>Searches them, the smallest budget first; those that what is kept exceeds are left out, and so is the
    /// rest where it was stopped.</summary>
    /// <param name="postings">What may be chosen.</param>
    /// <param name="worth">What it is worth.</param>
    /// <param name="search">Searches.</param>
    /// <param name="seconds">How long all of it may take.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Worths and bounds never fall.</returns>
    public static IReadOnlyList<BudgetedChoice> Of(
        PostingCandidates postings,
        IBoundedWorth worth,
        DeploymentSearch search,
        double seconds,
        CancellationToken stop
    )
    {
        var found = new List<BudgetedChoice>();
        for (int i = 1; i <= Budgets && !stop.IsCancellationRequested; i++)
        {
            Candidates candidates = postings.Within(i * Step);
            if (candidates.BrokenByKept.Any())
            {
                continue;
            }

            // What a smaller budget allows, a larger one does too.
            Selection best = search.Best(candidates, worth, seconds / Budgets, found.Select(each => each.Chosen).TakeLast(1));
            found.Add(new BudgetedChoice(i * Step, best.Chosen!, best.Worth, best.Bound));
        }

        double bound = double.PositiveInfinity;
        foreach (int i in Enumerable.Range(0, found.Count).Reverse())
        {
            bound = Math.Min(bound, found[i].Bound);
            found[i] = found[i] with { Bound = bound };
        }

        return found;
    }
}

/// <summary>The best choice for a budget.</summary>
/// <param name="Share">The budget, as a share of the one asked for.</param>
/// <param name="Chosen">A flag a candidate.</param>
/// <param name="Worth">What it is worth.</param>
/// <param name="Bound">No choice within the budget is worth more.</param>
internal sealed record BudgetedChoice(double Share, bool[] Chosen, double Worth, double Bound);
