using SimInterdiction.Model;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>The observed window ends once: by its length, or with its last day.</summary>
internal static class WindowEnds
{
    private const int HoursOfDay = 24;

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
            context.Problems.Error(
                "S156",
                context.At("end"),
                "the window has a length and a last day",
                "length or end",
                $"leave one of the two out: length stands at {context.KeyAt("length")}"
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

        return scenario with
        {
            LengthHours = (end.DayNumber - scenario.Start.DayNumber + 1) * HoursOfDay,
        };
    }
}
