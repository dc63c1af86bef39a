using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>The hours of a profile don't overlap, and something leaves, or passes, at some time.</summary>
internal static class Profiles
{
    // Of a year.
    private const int MostDifferentDays = 366;

    public static void Check(RuleContext context)
    {
        foreach ((string name, Flow flow) in context.Scenario.Flows)
        {
            CheckOne("flows", name, flow.Profile, "nothing ever leaves", context);
        }
    }

    /// <summary>The same of the traffic at checkpoints.</summary>
    public static void CheckTraffic(RuleContext context)
    {
        foreach ((string name, Checkpoint checkpoint) in context.Scenario.Checkpoints)
        {
            if (!CheckOne("checkpoints", name, checkpoint.Profile, "nothing ever passes", context))
            {
                CheckOpen(name, checkpoint, context);
            }

            if (checkpoint is { Profile: not null, Traffic: null })
            {
                context.Problems.Warning(
                    "S508",
                    context.KeyAt("checkpoints", name, "profile"),
                    $"'{name}' has no traffic that a profile could spread",
                    "add traffic, such as '21_500 per day'"
                );
            }
        }
    }

    // The days on which it opens bring all of their traffic, so some of it has to pass while it is open.
    private static void CheckOpen(string name, Checkpoint checkpoint, RuleContext context)
    {
        if (
            checkpoint.Profile is not { } profile
            || context.Scenario.Places.GetValueOrDefault(checkpoint.Place ?? name)?.Open is not { } open
            || OpenMinutes(open).Any(at => Passes(profile, at.Day, at.Minute))
        )
        {
            return;
        }

        string days = open.Days is null ? string.Empty : $" on {Names.And(open.Days.Select(day => day.ToString().ToLowerInvariant()))}";
        context.Problems.Error(
            "S431",
            context.KeyAt("checkpoints", name, "profile"),
            $"by this profile nothing ever passes while '{checkpoint.Place ?? name}' is open, {open.Hours}{days}",
            hint: "leave a part of these hours above 0%"
        );
    }

    // Past midnight it is still open from the day before.
    private static IEnumerable<(Weekday Day, int Minute)> OpenMinutes(Opening open) =>
        from opened in open.Days ?? Enum.GetValues<Weekday>()
        from minute in Enumerable.Range(0, TimeOfDay.MinutesOfDay)
        where open.Hours.Holds(minute)
        select (minute >= open.Hours.From.Minutes ? opened : (Weekday)(((int)opened + 1) % 7), minute);

    private static bool Passes(TimeProfile profile, Weekday day, int minute) =>
        profile.Weekdays.GetValueOrDefault(day, 1) > 0
        && profile.Hours.Where(each => each.Key.Holds(minute)).Select(each => each.Value).DefaultIfEmpty(1).First() > 0;

    /// <returns>Whether it is silent.</returns>
    private static bool CheckOne(string section, string name, TimeProfile? profile, string silence, RuleContext context)
    {
        bool isSilent = false;
        if (profile is not null)
        {
            CheckOverlaps(section, name, context);
            isSilent =
                (profile.Months.Count == 12 && profile.Months.Values.All(v => v == 0))
                || (profile.Weekdays.Count == 7 && profile.Weekdays.Values.All(v => v == 0))
                || (
                    profile.Hours.Count > 0
                    && profile.Hours.Values.All(v => v == 0)
                    && profile.Hours.Keys.Sum(h => h.Minutes) >= TimeOfDay.MinutesOfDay
                );
            if (isSilent)
            {
                context.Problems.Error(
                    "S431",
                    context.KeyAt(section, name, "profile"),
                    $"by this profile {silence}",
                    hint: "leave a part above 0%"
                );
            }
        }

        return isSilent;
    }

    /// <summary>Something leaves in the observed window, too: of what all the rest of the year brings nothing would be
    /// seen.</summary>
    public static void CheckWindow(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (!context.Problems.HasErrors && scenario.Flows.Count > 0 && !scenario.Flows.Values.Any(flow => LeavesInWindow(flow, scenario)))
        {
            string message =
                scenario.Flows.Count == 1
                    ? "by this profile nothing leaves in the observed window"
                    : "by the profiles of all flows nothing leaves in the observed window";
            context.Problems.Error(
                "S431",
                context.KeyAt("flows", scenario.Flows.Keys.First(), "profile"),
                message,
                hint: "another window ('start', 'length'), or a part of it above 0%"
            );
        }
    }

    /// <summary>Whether the flow's profile lets anything leave on a day of the observed window.</summary>
    public static bool LeavesInWindow(Flow flow, Scenario scenario)
    {
        int first = scenario.Start.DayNumber;
        int days = Math.Min(MostDifferentDays, Math.Min(Timeline.DaysOf(scenario.LengthHours), DateOnly.MaxValue.DayNumber - first));
        return flow.Profile is not { } profile || Enumerable.Range(first, days).Any(day => Leaves(profile, DateOnly.FromDayNumber(day)));
    }

    private static bool Leaves(TimeProfile profile, DateOnly day) =>
        profile.Months.GetValueOrDefault((Month)day.Month, 1) > 0
        && profile.Weekdays.GetValueOrDefault((Weekday)(((int)day.DayOfWeek + 6) % 7), 1) > 0;

    private static void CheckOverlaps(string section, string name, RuleContext context)
    {
        if (Tree.TreePath.Find(context.Root, section, name, "profile", "hours") is not Tree.MapNode map)
        {
            return;
        }

        (string Text, HoursOfDay Hours)[] ranges =
        [
            .. map.Keys.Select(k => (k, Quantities.HoursReader.Read(k))).Where(p => p.Item2 is not null).Select(p => (p.k, p.Item2!.Value)),
        ];
        for (int i = 1; i < ranges.Length; i++)
        {
            int earlier = Array.FindIndex(ranges, 0, i, r => r.Hours.Overlaps(ranges[i].Hours));
            if (earlier >= 0)
            {
                context.Problems.Error(
                    "S430",
                    context.KeyAt(section, name, "profile", "hours", ranges[i].Text),
                    $"'{ranges[i].Text}' overlaps '{ranges[earlier].Text}'"
                );
            }
        }
    }
}
