using System.Reflection;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>The observed window ends once: by its length, or with its last day.</summary>
internal static class WindowEnds
{
    public const int HoursOfDay = 24;

    public static readonly KeyAttribute Length = typeof(Scenario)
        .GetProperty(nameof(Scenario.LengthHours))!
        .GetCustomAttribute<KeyAttribute>()!;

    /// <summary>The scenario with the length that its last day makes.</summary>
    public static Scenario Worked(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (scenario.End is not { } end)
        {
            return scenario;
        }

        if (context.Has("length"))
        {
            Mark length = context.KeyAt("length");
            Mark last = context.At("end");
            string where = length.File == last.File && length.Line > 0 ? $", in line {length.Line}" : string.Empty;
            context.Problems.Error(
                "S156",
                last,
                $"the window has a length too{where}: which of the two counts?",
                "length or end",
                end >= scenario.Start ? $"the same window is 'length: {DaysTo(end, scenario.Start)} days'" : "leave one of the two out"
            );
            context.Problems.Lose("length");
            return scenario;
        }

        if (end < scenario.Start)
        {
            context.Problems.Error("S409", context.At("end"), $"the window ends on {end:yyyy-MM-dd}, before it begins");
            context.Problems.Lose("length");
            return scenario;
        }

        double hours = (double)DaysTo(end, scenario.Start) * HoursOfDay;
        if (KeyRange.Outside(hours, Length) is { } limit)
        {
            context.Problems.Error("S112", context.At("end"), $"'{end:yyyy-MM-dd}' is out of range: the length must be {limit}");
            context.Problems.Lose("length");
            return scenario;
        }

        if (!context.Has("start"))
        {
            context.Problems.Warning(
                "S548",
                context.At("end"),
                $"the window begins by default on {scenario.Start:yyyy-MM-dd}, and so lasts {DaysTo(end, scenario.Start)} days",
                $"add 'start: {new DateOnly(end.Year, end.Month, 1):yyyy-MM-dd}', or whichever is the first day"
            );
        }

        return scenario with
        {
            LengthHours = hours,
        };
    }

    /// <summary>How many days a window has, its first and its last included.</summary>
    public static int DaysTo(DateOnly end, DateOnly start) => end.DayNumber - start.DayNumber + 1;
}
