using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Time;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What all postings of a deployment must keep to together: the budget, the numbers that are allowed, and the
/// teams that there are.</summary>
internal sealed class CandidateLimits
{
    private const string Alone = "alone";
    private const int Days = 7;

    private readonly Scenario scenario;
    private readonly IReadOnlyList<CandidatePosting> candidates;
    private readonly IReadOnlyCollection<int> kept;
    private readonly DeploymentPreview group;
    private readonly Dictionary<string, DeploymentPreview> takes;
    private readonly List<Limit> limits = [];
    private readonly HashSet<string> known = [];

    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">The limits that are asked for.</param>
    /// <param name="candidates">What may be posted.</param>
    /// <param name="kept">Those that are posted in any case.</param>
    public CandidateLimits(
        Scenario scenario,
        OptimizationPlan plan,
        IReadOnlyList<CandidatePosting> candidates,
        IReadOnlyCollection<int> kept
    )
    {
        this.scenario = scenario;
        this.candidates = candidates;
        this.kept = kept;
        group = Preview([]);
        takes = candidates
            .DistinctBy(each => each.Spot)
            .ToDictionary(each => each.Spot, each => Preview(new OrderedDictionary<string, Posting> { [Alone] = each.Posting }));
        AddBudget(plan.Budget);
        foreach ((int i, PostingLimit limit) in plan.AtMost.Index())
        {
            Add(PostingLimits.AtMost(i), Uses(each => IsOf(limit, each), each => each.Posting.Count), limit.Teams);
        }

        AddTeams();
    }

    public IReadOnlyList<Limit> All => limits;

    /// <summary>The limits with a share of the budget.</summary>
    public IEnumerable<Limit> WithShareOfBudget(double share) =>
        limits.Select(limit =>
            limit.Name switch
            {
                PostingLimits.OfficerHours => limit with { AtMost = (share * (limit.AtMost + group.OfficerHours)) - group.OfficerHours },
                PostingLimits.Usd => limit with { AtMost = (share * (limit.AtMost + group.CostUsd)) - group.CostUsd },
                _ => limit,
            }
        );

    private static bool IsOf(PostingLimit limit, CandidatePosting each) =>
        limit.Holds(each.Force, each.Posting.Team, each.Posting.CheckpointsOf(each.Spot));

    /// <summary>The limits for plans of which another may be drawn each day: a shift of one may still be on when a
    /// shift of the next begins. Where both can't be, the former may take as many teams as a choice has then, and the
    /// latter the rest.</summary>
    /// <param name="chosen">A choice within the limits, which stays so.</param>
    public IEnumerable<Limit> BetweenPlans(bool[] chosen)
    {
        foreach (var team in candidates.GroupBy(each => (each.Force, each.Posting.Team)))
        {
            int owned = scenario.TaskForces[team.Key.Force].Teams.GetValueOrDefault(team.Key.Team);
            string whose = $"{PostingLimits.TeamsOf(team.Key.Force, team.Key.Team)} at once";
            foreach (int minute in team.Select(each => each.Posting.Hours.From.Minutes).Distinct().Order())
            {
                var before = Uses(each => IsOf(team, each) && IsStillOn(each, minute), each => each.Posting.Count);
                var after = Uses(each => IsOf(team, each) && IsOn(each, minute), each => each.Posting.Count);
                if (before.Length > 0 && after.Length > 0 && before.Concat(after).Sum(use => use.Amount) > owned)
                {
                    double most = before.Sum(use => chosen[use.Candidate] ? use.Amount : 0);
                    yield return new Limit(whose, before, most);
                    double rest = Math.Max(owned - most, after.Sum(use => chosen[use.Candidate] ? use.Amount : 0));
                    yield return new Limit(whose, after, rest);
                }
            }
        }

        bool IsOf(IEnumerable<CandidatePosting> team, CandidatePosting each) => team.Contains(each);
        bool IsStillOn(CandidatePosting each, int minute) => minute + TimeOfDay.MinutesOfDay < each.Posting.Hours.EndMinute;
        bool IsOn(CandidatePosting each, int minute) => minute >= each.Posting.Hours.From.Minutes && minute < each.Posting.Hours.EndMinute;
    }

    /// <summary>How many officer-hours a posting takes.</summary>
    public double OfficerHoursOf(CandidatePosting each) => takes[each.Spot].OfficerHours - group.OfficerHours;

    private double CostUsdOf(CandidatePosting each) => takes[each.Spot].CostUsd - group.CostUsd;

    private void AddBudget(PostingBudget? budget)
    {
        if (budget?.OfficerHours is { } officerHours)
        {
            Add(PostingLimits.OfficerHours, Uses(_ => true, OfficerHoursOf), officerHours - group.OfficerHours);
        }

        if (budget?.CostUsd is { } cost)
        {
            Add(PostingLimits.Usd, Uses(_ => true, CostUsdOf), cost - group.CostUsd);
        }
    }

    private DeploymentPreview Preview(OrderedDictionary<string, Posting> post)
    {
        Deployment deployment = scenario.Deployments[scenario.InForce] with { Post = post };
        return DeploymentPreview.Of(
            scenario with
            {
                Deployments = new OrderedDictionary<string, Deployment> { [Alone] = deployment },
            },
            Alone
        );
    }

    private void AddTeams()
    {
        foreach (var team in candidates.GroupBy(each => (each.Force, each.Posting.Team)))
        {
            int owned = scenario.TaskForces[team.Key.Force].Teams.GetValueOrDefault(team.Key.Team);
            string whose = PostingLimits.TeamsOf(team.Key.Force, team.Key.Team);
            bool IsTheirs(CandidatePosting each) => (each.Force, each.Posting.Team) == team.Key;
            AddAtOnce(whose, IsTheirs, owned);
            double hours = scenario.TeamTypes[team.Key.Team].MaxHoursPerDay * owned;
            foreach (Weekday day in Enum.GetValues<Weekday>())
            {
                AddWhatIsThere(
                    $"hours a day of {whose}",
                    Uses(each => IsTheirs(each) && StartsOn(each, day), each => each.Posting.Count * each.Posting.Hours.Minutes / 60.0),
                    hours
                );
            }
        }
    }

    // Whoever comes at a minute finds no more there than may be; between two beginnings nobody comes.
    private void AddAtOnce(string name, Func<CandidatePosting, bool> isOne, int most)
    {
        foreach (Weekday day in Enum.GetValues<Weekday>())
        {
            int[] minutes = [.. candidates.Where(isOne).Where(each => StartsOn(each, day)).Select(each => each.Posting.Hours.From.Minutes)];
            foreach (int minute in minutes.Distinct().Order())
            {
                AddWhatIsThere(
                    $"{name} at once",
                    Uses(each => isOne(each) && IsThere(each, day, minute), each => each.Posting.Count),
                    most
                );
            }
        }
    }

    // By its weekdays: what is kept may also have dates and turns, and not be there with others that it seems to meet.
    private static bool StartsOn(CandidatePosting each, Weekday day) => each.Posting.Days?.Contains(day) != false;

    private static bool IsThere(CandidatePosting each, Weekday day, int minute)
    {
        var before = (Weekday)(((int)day + Days - 1) % Days);
        HoursOfDay hours = each.Posting.Hours;
        return (StartsOn(each, day) && minute >= hours.From.Minutes && minute < hours.EndMinute)
            || (StartsOn(each, before) && minute + TimeOfDay.MinutesOfDay < hours.EndMinute);
    }

    // Once for each day that is like another. What is kept is possible, whatever it looks like.
    private void AddWhatIsThere(string name, (int Candidate, double Amount)[] uses, double most)
    {
        double atMost = Math.Max(most, uses.Where(use => kept.Contains(use.Candidate)).Sum(use => use.Amount));
        if (uses.Sum(use => use.Amount) > atMost && known.Add($"{name} {string.Join(' ', uses)}"))
        {
            Add(name, uses, atMost);
        }
    }

    private (int Candidate, double Amount)[] Uses(Func<CandidatePosting, bool> isOne, Func<CandidatePosting, double> amount) =>
        [.. candidates.Index().Where(each => isOne(each.Item)).Select(each => (each.Index, amount(each.Item)))];

    private void Add(string name, (int Candidate, double Amount)[] uses, double most) => limits.Add(new Limit(name, uses, most));
}

/// <summary>The names of limits that are asked for.</summary>
public static class PostingLimits
{
    public const string OfficerHours = "officer-hours";
    public const string Usd = "USD";

    /// <summary>Of a limit of postings, by its place in the list.</summary>
    internal static string AtMost(int index) => $"teams that at_most {index + 1} is about";

    /// <summary>Of the teams of a task force.</summary>
    internal static string TeamsOf(string force, string team) => $"{team} of {force}";
}
