using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No journey takes so long that the calendar ends before it.</summary>
internal static class JourneysEnd
{
    private const double MostDays = 1_000;

    // Of a distribution, a speed that one leg in a thousand is slower than.
    private const double SlowShare = 0.001;

    public static void Check(RuleContext context)
    {
        if (context.Map.Corridors.Count == 0)
        {
            return;
        }

        MappedCorridor longest = context.Map.Corridors.MaxBy(corridor => corridor.Miles)!;
        double mph = context.Scenario.Travel.SpeedMph.Quantile(SlowShare);
        double days = longest.Miles / mph / 24;
        if (days > MostDays)
        {
            string[] place =
                context.Has("travel", "speed") ? ["travel", "speed"]
                : context.Has("roads") ? ["roads"]
                : ["corridors"];
            string message =
                $"'{longest.Name}' is {longest.Miles:N0} mi long, and at {NumberText.Rounded(mph)} mph a journey takes more than "
                + $"{MostDays:N0} days";
            context.Problems.Error("S112", context.At(place), message, hint: "check the speed, the lengths and their units");
        }
    }
}
