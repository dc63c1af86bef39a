using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No task force posts more teams of a type at once than it has, nor for more hours a day than they
/// work.</summary>
internal static class TeamsAtOnce
{
    private const long MinutesOfDay = TimeOfDay.MinutesOfDay;

    public static void Check(RuleContext context)
    {
        IEnumerable<PostedTeam> posted = PostedTeam.All(context).Where(p => p.TaskForce is not null && p.Team is not null);
        foreach (
            IGrouping<(string, string, string), PostedTeam> group in posted.GroupBy(p =>
                (p.Deployment, p.Posting.TaskForce, p.Posting.Team)
            )
        )
        {
            PostedTeam[] teams = [.. group];
            PostedTeam any = teams[0];
            int owned = any.TaskForce!.Teams.GetValueOrDefault(any.Posting.Team);
            if (owned == 0)
            {
                foreach (PostedTeam team in teams)
                {
                    string[] there = [.. any.TaskForce.Teams.Where(t => t.Value > 0).Select(t => t.Key)];
                    string inventory =
                        there.Length == 0 ? "it has no teams" : $"it has {Names.Few(there.Select(t => $"{any.TaskForce.Teams[t]} {t}"))}";
                    context
                        .ProblemsOf(team.Deployment)
                        .Error(
                            "S401",
                            team.MarkOf("team", context),
                            $"the task force '{any.Posting.TaskForce}' has no '{any.Posting.Team}' to post",
                            inventory,
                            Names.DidYouMean(any.Posting.Team, there) ?? "give it one under 'teams', or remove the posting"
                        );
                }
            }
            else if (!ReportTooMany(teams, owned, context))
            {
                ReportTooLong(teams, owned, context);
            }
        }
    }

    private static bool ReportTooMany(PostedTeam[] teams, int owned, RuleContext context)
    {
        long begin =
            (context.Scenario.Start.DayNumber * MinutesOfDay) - (long)Math.Ceiling(Timeline.Rounded(context.Scenario.WarmUpHours) * 60);
        var starts = new SortedDictionary<(long Minute, int Phase), List<(PostedTeam Team, int Day)>>();
        foreach (int day in DaysToLookAt(teams, context))
        {
            foreach (PostedTeam team in teams.Where(t => StartsOn(t.Posting, day)))
            {
                HoursOfDay hours = team.Posting.Hours;
                long from = (day * MinutesOfDay) + hours.From.Minutes;
                if (from + hours.Minutes > begin)
                {
                    // Half-open: who leaves at six is gone before who comes at six.
                    Add((from + hours.Minutes, 0), (team, day));
                    Add((Math.Max(begin, from), 1), (team, day));
                }
            }
        }

        var onDuty = new List<(PostedTeam Team, int Day)>();
        foreach (((long minute, int phase), List<(PostedTeam Team, int Day)> changing) in starts)
        {
            if (phase == 0)
            {
                changing.ForEach(t => onDuty.Remove(t));
                continue;
            }

            onDuty.AddRange(changing);
            // What began on different days may be of different plans.
            PostedTeam[] most =
            [
                .. onDuty.GroupBy(each => each.Day).SelectMany(day => MostOnAPlan([.. day.Select(each => each.Team)], _ => 1)),
            ];
            if (most.Sum(t => t.Posting.Count) is int count && count > owned)
            {
                Report([.. teams.Where(most.Contains)], count, owned, minute, context);
                return true;
            }
        }

        return false;

        void Add((long, int) when, (PostedTeam, int) team)
        {
            if (!starts.TryGetValue(when, out List<(PostedTeam, int)>? list))
            {
                starts.Add(when, list = []);
            }

            list.Add(team);
        }
    }

    /// <summary>Of teams that begin on one day, those on one plan: on the one on which most come together.</summary>
    public static PostedTeam[] MostOnAPlan(PostedTeam[] teams, Func<PostedTeam, double> amount) =>
        teams
            .SelectMany(team => team.Posting.Plans ?? [])
            .Distinct()
            .Select(plan => teams.Where(team => team.Posting.Plans?.Contains(plan) != false).ToArray())
            .DefaultIfEmpty(teams)
            .MaxBy(there => there.Sum(team => amount(team) * team.Posting.Count))!;

    private static void Report(PostedTeam[] onDuty, int count, int owned, long minute, RuleContext context)
    {
        PostedTeam last = LastOf(onDuty, context);
        string who = $"'{last.Posting.Team}' of '{last.Posting.TaskForce}'";
        (long day, long ofDay) = Math.DivRem(minute, MinutesOfDay);
        string when = $"{DateOnly.FromDayNumber((int)day):ddd yyyy-MM-dd} {new TimeOfDay((int)ofDay / 60, (int)ofDay % 60)}";
        string[] names = [.. onDuty.Select(t => t.Name).Distinct()];
        string postings = names.Length == 1 ? $"by '{names[0]}'" : $"by {Names.And(names)}";
        string message =
            owned == 1
                ? $"the one {who} is posted {(count == 2 ? "twice" : $"{count} times")} at once {postings}, from {when}"
                : $"{count} {who} are posted at once {postings}, from {when}, and there are {owned}";
        string key = last.Posting.Count > owned ? "count" : "team";
        context
            .ProblemsOf(last.Deployment)
            .Error(
                owned == 1 ? "S402" : "S401",
                last.MarkOf(key, context),
                message,
                hint: "change the hours or days, or post another team"
            );
    }

    // What a deployment wrote itself is likelier wrong than what it copied.
    private static PostedTeam LastOf(PostedTeam[] teams, RuleContext context) =>
        teams.LastOrDefault(t => !context.IsInherited(t.Path)) ?? teams[^1];

    private static void ReportTooLong(PostedTeam[] teams, int owned, RuleContext context)
    {
        double most = teams[0].Team!.MaxHoursPerDay * owned;
        if (teams.Length < 2 || teams.Any(t => Tolerance.IsMore(t.Posting.Hours.Minutes, t.Team!.MaxHoursPerDay * 60)))
        {
            return;
        }

        // Of the day before the clock begins only the night counts, and that is no day to name.
        int earliest = context.Scenario.Start.DayNumber - Timeline.DaysOf(context.Scenario.WarmUpHours);
        foreach (int day in DaysToLookAt(teams, context).Where(d => d >= earliest))
        {
            PostedTeam[] working = MostOnAPlan([.. teams.Where(t => StartsOn(t.Posting, day))], t => t.Posting.Hours.Minutes);
            double hours = working.Sum(t => t.Posting.Hours.Minutes * t.Posting.Count) / 60.0;
            if (Tolerance.IsMore(hours, most))
            {
                PostedTeam last = LastOf(working, context);
                string limit = HoursReader.ShowLength(most);
                string have =
                    owned == 1
                        ? $"one '{last.Posting.Team}' works {limit} a day"
                        : $"{owned} '{last.Posting.Team}' can work {limit} a day together";
                context
                    .ProblemsOf(last.Deployment)
                    .Error(
                        "S404",
                        last.MarkOf("hours", context),
                        $"{Names.And(working.Select(t => t.Name))} together take {HoursReader.ShowLength(hours)} on "
                            + $"{DateOnly.FromDayNumber(day):ddd yyyy-MM-dd}, and {have}",
                        hint: "shorten the hours, or post another team"
                    );
                return;
            }
        }
    }

    /// <summary>Whether a shift of the posting starts on the day; none does on one without a date.</summary>
    public static bool StartsOn(Posting posting, int day)
    {
        return day >= DateOnly.MinValue.DayNumber
            && day <= DateOnly.MaxValue.DayNumber
            && posting.StartsOn(DateOnly.FromDayNumber(day))
            && !(posting.From?.DayNumber > day)
            && !(posting.To?.DayNumber < day);
    }

    /// <summary>The days that tell all: duty repeats by the week between the dates that postings begin and end on, or
    /// make an exception of, so two weeks after each do. Where days on and off take turns, any day may tell.</summary>
    public static IEnumerable<int> DaysToLookAt(PostedTeam[] teams, RuleContext context)
    {
        int start = context.Scenario.Start.DayNumber;
        int first = Math.Max(1, start - Timeline.DaysOf(context.Scenario.WarmUpHours) - 1);
        int last = Math.Min(DateOnly.MaxValue.DayNumber, start + Timeline.DaysOf(context.Scenario.LengthHours));
        if (teams.Any(t => t.Posting.Every is not null))
        {
            return Enumerable.Range(first, Math.Max(0, last - first + 1));
        }

        var changes = new SortedSet<int> { first, start };
        foreach (Posting posting in teams.Select(t => t.Posting))
        {
            changes.UnionWith(
                posting
                    .Except.Select(day => (int?)day.DayNumber)
                    .Concat([posting.From?.DayNumber, posting.To?.DayNumber + 1])
                    .OfType<int>()
                    .Where(d => d >= first && d <= last)
            );
        }

        return changes.SelectMany(c => Enumerable.Range(c - 1, 16)).Where(d => d >= first && d <= last).Distinct().Order();
    }
}
