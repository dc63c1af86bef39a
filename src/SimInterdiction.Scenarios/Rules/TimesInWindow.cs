using SimInterdiction.Model;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.World;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Named windows lie in the observed window; postings are on duty in it, and days on which something does not
/// open are of it.</summary>
internal static class TimesInWindow
{
    public static void Check(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        int first = scenario.Start.DayNumber;
        int last = first + Timeline.DaysOf(scenario.LengthHours) - 1;
        foreach ((string name, NamedWindow window) in scenario.Windows)
        {
            if (
                !context.Has("windows", name, "from")
                || !context.Has("windows", name, "to")
                || window.From == default
                || window.To == default
            )
            {
                continue;
            }

            if (window.To < window.From)
            {
                context.Problems.Error(
                    "S409",
                    context.At("windows", name, "to"),
                    $"the window ends on {window.To:yyyy-MM-dd}, before it begins"
                );
            }
            else if (window.From.DayNumber < first || window.To.DayNumber > last)
            {
                string key = window.From.DayNumber < first ? "from" : "to";
                context.Problems.Error(
                    "S410",
                    context.At("windows", name, key),
                    $"the window '{name}' goes beyond the observed one, {Show(first)} to {Show(last)}"
                );
            }
        }

        int warmUp = Timeline.DaysOf(scenario.WarmUpHours);
        int earliest = first - warmUp;
        foreach (PostedTeam posted in PostedTeam.All(context))
        {
            CheckPosting(posted, earliest, first, last, context);
        }

        foreach ((string name, Place place) in scenario.Places)
        {
            CheckOpening("places", name, place.Open, earliest, first, last, context);
        }

        foreach ((string name, Road road) in scenario.Roads)
        {
            CheckOpening("roads", name, road.Open, earliest, first, last, context);
        }
    }

    private static void CheckPosting(PostedTeam posted, int earliest, int first, int last, RuleContext context)
    {
        // A shift past midnight that begins the day before is on duty in it.
        earliest -= PassesMidnight(posted.Posting.Hours) ? 1 : 0;
        (DateOnly? from, DateOnly? to) = (posted.Posting.From, posted.Posting.To);
        if (from > to)
        {
            context.Problems.Error("S409", context.At(posted.PathOf("to")), $"the posting ends on {to:yyyy-MM-dd}, before it begins");
        }
        else if (from?.DayNumber > last || to?.DayNumber < first - 1)
        {
            string key = from?.DayNumber > last ? "from" : "to";
            context.Problems.Warning(
                "S507",
                context.At(posted.PathOf(key)),
                $"'{posted.Name}' is never on duty in the observed window, {Show(first)} to {Show(last)}"
            );
        }
        else if (from?.DayNumber < earliest || to?.DayNumber > last)
        {
            string key = to?.DayNumber > last ? "to" : "from";
            context.Problems.Warning(
                "S504",
                context.At(posted.PathOf(key)),
                $"this is outside the observed window, {Show(first)} to {Show(last)}"
            );
        }

        CheckExcept(posted.Posting.Except, posted.PathOf("except"), earliest, first, last, context);

        if (
            !posted.Posting.IsWeekly
            && posted.Posting.Days is not { Count: 0 }
            && !Enumerable.Range(first - 1, last - first + 2).Any(day => TeamsAtOnce.StartsOn(posted.Posting, day))
        )
        {
            context.Problems.Warning(
                "S507",
                context.At(posted.PathOf(posted.Posting.Every is null ? "except" : "every")),
                $"'{posted.Name}' is never on duty in the observed window, {Show(first)} to {Show(last)}"
            );
        }

        if (posted.Posting.Days is { Count: 0 })
        {
            context.Problems.Warning("S507", context.At(posted.PathOf("days")), $"'{posted.Name}' is on duty on no day");
        }
    }

    // A calendar of many years may serve many studies.
    private static void CheckOpening(string section, string name, Opening? opening, int earliest, int first, int last, RuleContext context)
    {
        if (opening is null)
        {
            return;
        }

        earliest -= PassesMidnight(opening.Hours) ? 1 : 0;
        if (!opening.Except.Any(day => day.DayNumber >= earliest && day.DayNumber <= last))
        {
            CheckExcept(opening.Except.Take(1), [section, name, "open", "except"], earliest, first, last, context);
        }
    }

    private static void CheckExcept(
        IEnumerable<DateOnly> days,
        IReadOnlyList<string> path,
        int earliest,
        int first,
        int last,
        RuleContext context
    )
    {
        foreach ((int i, DateOnly day) in days.Index().Where(d => d.Item.DayNumber < earliest || d.Item.DayNumber > last))
        {
            context.Problems.Warning(
                "S504",
                context.At([.. path, $"{i}"]),
                $"{day:yyyy-MM-dd} is outside the observed window, {Show(first)} to {Show(last)}"
            );
        }
    }

    private static bool PassesMidnight(HoursOfDay hours) => hours.EndMinute > TimeOfDay.MinutesOfDay;

    private static string Show(int day) => $"{DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)):yyyy-MM-dd}";
}
