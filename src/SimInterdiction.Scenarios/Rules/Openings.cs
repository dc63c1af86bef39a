using SimInterdiction.Model.Network;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What is not always open opens some time.</summary>
internal static class Openings
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Place place) in context.Scenario.Places)
        {
            Check("places", name, place.Open, context);
        }

        foreach ((string name, Road road) in context.Scenario.Roads)
        {
            Check("roads", name, road.Open, context);
        }
    }

    private static void Check(string section, string name, Opening? opening, RuleContext context)
    {
        if (opening?.Days is { Count: 0 })
        {
            context.Problems.Error(
                "S157",
                context.At(section, name, "open", "days"),
                $"'{name}' never opens, and what comes there would wait for ever",
                "one day at least, or no 'open'"
            );
        }
    }
}
