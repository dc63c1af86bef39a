using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Choices that a search met, in the order of what theory expects of them: the search reckons more
/// roughly.</summary>
internal static class ChoiceRanking
{
    private const int Most = 20;

    /// <param name="scenario">The scenario.</param>
    /// <param name="against">What traffickers do.</param>
    /// <param name="postings">What could be chosen.</param>
    /// <param name="found">The best choice by the search's reckoning, and others.</param>
    /// <returns>The best first; of equals, in the search's order.</returns>
    public static IReadOnlyList<bool[]> Of(Scenario scenario, Traffickers against, PostingCandidates postings, Selection found)
    {
        bool[][] choices = [found.Chosen!, .. found.Others.Select(other => other.Chosen).Take(Most)];
        if (against == Traffickers.BestRoute)
        {
            // Theory has nothing better than the search's own reckoning.
            return choices;
        }

        (string Name, bool[] Chosen)[] named = [.. choices.Select((choice, i) => ($"choice {i}", choice))];
        var shares = new ExpectedShares(
            postings.With(
                named.Select(each => KeyValuePair.Create(each.Name, Proposals.Deployment(scenario, postings, each.Name, each.Chosen)))
            ),
            against
        );
        return [.. named.OrderByDescending(each => Math.Round(shares.Of(each.Name) / DeploymentSearch.Gap)).Select(each => each.Chosen)];
    }
}
