using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Optimization.Coverage;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What one change more would bring that the limits do not allow.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Posting">The further posting, or the longer one.</param>
/// <param name="Instead">The posting that the longer one replaces; null for a further one.</param>
/// <param name="Gain">By the search's reckoning, by how much a larger share is seized.</param>
/// <param name="OfficerHours">How many more it takes.</param>
public sealed record PricedChange(PricedKind Kind, Posting Posting, Posting? Instead, double Gain, double OfficerHours);

/// <summary>A kind of change.</summary>
public enum PricedKind
{
    /// <summary>One more team.</summary>
    FurtherTeam,

    /// <summary>A team that is there stays longer.</summary>
    LongerHours,
}

/// <summary>What the best of each kind of change would bring, best first.</summary>
internal static class PriceList
{
    private const int Most = 3;
    private const double Nothing = 1e-9;

    /// <param name="candidates">What may be posted.</param>
    /// <param name="officerHoursOf">How many each takes.</param>
    /// <param name="worth">What choices are worth.</param>
    /// <param name="chosen">The best choice.</param>
    public static IReadOnlyList<PricedChange> Of(
        IReadOnlyList<CandidatePosting> candidates,
        Func<CandidatePosting, double> officerHoursOf,
        CoverageWorth worth,
        bool[] chosen
    )
    {
        double without = worth.Of(chosen);
        double GainOf(int more, int? instead)
        {
            bool[] changed = [.. chosen];
            changed[more] = true;
            changed[instead ?? more] = instead is null;
            return worth.Of(changed) - without;
        }

        int[] others = [.. Enumerable.Range(0, candidates.Count).Where(i => !chosen[i])];
        IEnumerable<PricedChange> further = others
            .DistinctBy(i => candidates[i].Spot)
            .Where(i => !IsThere(candidates, chosen, candidates[i]))
            .Select(i => new PricedChange(
                PricedKind.FurtherTeam,
                candidates[i].Posting,
                null,
                GainOf(i, null),
                officerHoursOf(candidates[i])
            ));
        IEnumerable<PricedChange> longer =
            from at in Enumerable.Range(0, candidates.Count).Where(i => chosen[i])
            from i in others
            where IsLonger(candidates[i].Posting, candidates[at].Posting) && candidates[i].Force == candidates[at].Force
            select new PricedChange(
                PricedKind.LongerHours,
                candidates[i].Posting,
                candidates[at].Posting,
                GainOf(i, at),
                officerHoursOf(candidates[i]) - officerHoursOf(candidates[at])
            );
        return [.. Best(further), .. Best(longer)];
    }

    private static IEnumerable<PricedChange> Best(IEnumerable<PricedChange> changes) =>
        changes.Where(change => change.Gain > Nothing).OrderByDescending(change => change.Gain).Take(Most);

    // A second team of its type adds less than the search reckons.
    private static bool IsThere(IReadOnlyList<CandidatePosting> candidates, bool[] chosen, CandidatePosting one) =>
        candidates
            .Where((_, i) => chosen[i])
            .Any(other =>
                other.Posting.Team == one.Posting.Team
                && other.Posting.At?.Checkpoint == one.Posting.At?.Checkpoint
                && other.Posting.Hours.Overlaps(one.Posting.Hours)
            );

    private static bool IsLonger(Posting longer, Posting than) =>
        longer.Team == than.Team
        && longer.Count == than.Count
        && longer.At!.Checkpoint is { } checkpoint
        && checkpoint == than.At!.Checkpoint
        && longer.Hours.Minutes > than.Hours.Minutes
        && longer.Hours.Holds(than.Hours.From.Minutes % TimeOfDay.MinutesOfDay)
        && longer.Hours.Holds((than.Hours.EndMinute - 1) % TimeOfDay.MinutesOfDay)
        && (longer.Days is null || (than.Days is { } days && days.All(longer.Days.Contains)));
}
