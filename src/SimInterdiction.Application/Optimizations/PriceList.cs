using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

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
        IBoundedWorth worth,
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
            .Where(i => candidates[i].Posting.Count == 1)
            .DistinctBy(i => candidates[i].Spot)
            .Select(i => new PricedChange(
                PricedKind.FurtherTeam,
                PostingRows.Of(candidates[i].Spot, candidates[i].Posting),
                null,
                GainOf(i, null),
                officerHoursOf(candidates[i])
            )
            {
                Beside = candidates
                    .Where((other, at) => chosen[at] && other.WhereAndWhen == candidates[i].WhereAndWhen)
                    .Sum(o => o.Posting.Count),
            });
        IEnumerable<PricedChange> longer =
            from at in Enumerable.Range(0, candidates.Count).Where(i => chosen[i])
            from i in others
            where IsLonger(candidates[i].Posting, candidates[at].Posting) && candidates[i].Force == candidates[at].Force
            select new PricedChange(
                PricedKind.LongerHours,
                PostingRows.Of(candidates[i].Spot, candidates[i].Posting),
                $"{candidates[at].Posting.Hours}",
                GainOf(i, at),
                officerHoursOf(candidates[i]) - officerHoursOf(candidates[at])
            );
        return [.. Best(further), .. Best(longer)];
    }

    private static IEnumerable<PricedChange> Best(IEnumerable<PricedChange> changes) =>
        changes.Where(change => change.Gain > Nothing).OrderByDescending(change => change.Gain).Take(Most);

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
