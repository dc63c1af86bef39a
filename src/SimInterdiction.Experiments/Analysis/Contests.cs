using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>A deployment that takes part.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Values">The measure in each replication.</param>
internal sealed record Entrant(DeploymentResult Result, MeasureValues Values)
{
    public string Name => Result.Name;

    /// <summary>The measure's average over these replications.</summary>
    public double? Mean { get; } = Estimates.Of(Values).Mean;

    public double Takes(Resource resource) => resource == Resource.Money ? Result.CostUsd : Result.OfficerHours;
}

/// <summary>Finds who is best, and what more of a resource brings.</summary>
/// <remarks>
/// The confidence of each interval is that of as many comparisons as there are deployments besides one. The intervals
/// of the truly best one against each other then hold together (Bonferroni), and they are all that is needed: if they
/// hold, the best one is never among those that another is surely better than, so a single one left is the best, and
/// what is surely less than d behind each that may be best is less than d behind the best.
/// </remarks>
/// <param name="comparison">How two of them are compared.</param>
/// <param name="all">In the order that decides among equals.</param>
/// <param name="baseline">One of them.</param>
internal sealed class Contests(PairedComparison comparison, IReadOnlyList<Entrant> all, string baseline)
{
    private readonly Entrant[] ranked = [.. all.Where(e => e.Mean is not null).OrderByDescending(e => comparison.Sign * e.Mean)];

    /// <summary>The contest of all, and those of the deployments that take no more than the baseline, to one
    /// hundredth; none for money where nothing costs any.</summary>
    public IEnumerable<Contest> Find()
    {
        Resource?[] limits = all.Any(e => e.Takes(Resource.Money) > 0)
            ? [null, Resource.OfficerHours, Resource.Money]
            : [null, Resource.OfficerHours];
        foreach (Resource? limit in limits)
        {
            Entrant[] entrants = [.. ranked.Where(e => limit is not { } resource || IsAffordable(e, resource))];
            if (entrants.Length > 1)
            {
                yield return Of(limit, entrants);
            }
        }
    }

    /// <summary>What more of each resource brings, as far as a deployment that takes more does better: more than the
    /// best that takes no more than the baseline, or where nothing is better than that, what led up to it.</summary>
    public IEnumerable<Expansion> Expand()
    {
        int pairs = all.Count * (all.Count - 1) / 2;
        PairedComparison anyTwo = comparison with { Confidence = Bonferroni.Confidence(Estimates.Confidence, pairs) };
        foreach (Resource resource in Enum.GetValues<Resource>())
        {
            ExpansionStep[] steps = Steps(ranked.FirstOrDefault(e => IsAffordable(e, resource)), resource, anyTwo);
            steps = steps.Length > 0 ? steps : Steps(ranked.MinBy(e => e.Takes(resource)), resource, anyTwo);
            if (steps.Length > 0)
            {
                yield return new Expansion(resource, steps);
            }
        }
    }

    // From one to the cheapest that does better, and so on.
    private ExpansionStep[] Steps(Entrant? first, Resource resource, PairedComparison how)
    {
        var steps = new List<ExpansionStep>();
        for (Entrant? last = first; last is not null; )
        {
            Entrant from = last;
            Entrant? next = ranked
                .TakeWhile(e => e.Mean != from.Mean)
                .Where(e => Tolerance.IsMore(e.Takes(resource), from.Takes(resource)))
                .MinBy(e => e.Takes(resource));
            if (next is not null)
            {
                steps.Add(new ExpansionStep(next.Takes(resource) - from.Takes(resource), Compare(how, next, from)));
            }

            last = next;
        }

        return [.. steps];
    }

    private bool IsAffordable(Entrant entrant, Resource resource) =>
        Contest.IsNoMore(entrant.Takes(resource), all.First(e => e.Name == baseline).Takes(resource));

    private Contest Of(Resource? limit, Entrant[] entrants)
    {
        Entrant first = entrants[0];
        Entrant[] mayBeBest = [first, .. entrants.Skip(1).Where(other => !(Ahead(first, other).Low > 0))];
        Entrant[] tied = [.. entrants.Where(e => mayBeBest.All(other => other == e || IsTooSmall(Ahead(other, e).High)))];
        Comparison lead = Compare(comparison, first, entrants[1]);
        ContestOutcome outcome =
            tied.Contains(first) && tied.Length > 1 ? ContestOutcome.Tied
            : mayBeBest.Length == 1 ? ContestOutcome.Won
            : ContestOutcome.NotDecided;
        return new Contest
        {
            Limit = limit,
            Entrants = [.. entrants.Select(e => e.Name)],
            Lead = lead,
            Outcome = outcome,
            InFront = [.. (outcome == ContestOutcome.Tied ? tied : mayBeBest).Select(e => e.Name)],
        };
    }

    // Where every difference matters, only what never differs ties.
    private bool IsTooSmall(double ahead) => comparison.SmallestThatMatters > 0 ? ahead < comparison.SmallestThatMatters : ahead <= 0;

    /// <summary>By how much one is better than another; NaN where that is not known.</summary>
    private Interval Ahead(Entrant one, Entrant other)
    {
        Interval difference = PairedComparison.Difference(one.Values, other.Values).At(comparison.Confidence);
        return comparison.Sign > 0 ? difference : new Interval(-difference.High, -difference.Low);
    }

    private static Comparison Compare(PairedComparison how, Entrant one, Entrant other) =>
        how.Compare(one.Name, one.Values, other.Name, other.Values);
}
