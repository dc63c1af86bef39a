using SimInterdiction.Model;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A place or a road that is not always open, day by day in hours of the clock.</summary>
internal static class NaiveGate
{
    /// <summary>When a vehicle that comes at a time of the clock is let through.</summary>
    public static double Opens(Scenario scenario, Opening? opening, double at)
    {
        for (int day = -(int)Math.Ceiling(scenario.WarmUpHours / 24) - 2; opening is not null; day++)
        {
            DateOnly date = scenario.Start.AddDays(day);
            double from = scenario.WarmUpHours + (24 * day) + (opening.Hours.From.Minutes / 60.0);
            int length = opening.Hours.To.Minutes - opening.Hours.From.Minutes;
            bool opens = opening.Days?.Contains(Enum.Parse<Weekday>(date.DayOfWeek.ToString()[..3])) != false;
            if (opens && !opening.Except.Contains(date) && at < from + ((length > 0 ? length : length + 1440) / 60.0))
            {
                return Math.Max(at, from);
            }
        }

        return at;
    }
}
