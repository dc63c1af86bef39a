using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No two places or flows have the same random numbers. It takes bad luck of one in 10^13, so it is refused
/// rather than worked around.</summary>
internal static class StreamNames
{
    public static void Check(RuleContext context) => Check(context, words => StreamName.Of(words));

    /// <param name="context">What is checked. Looks at scenarios without errors only.</param>
    /// <param name="keyOf">The key of a stream; a parameter so that a collision can be tested.</param>
    internal static void Check(RuleContext context, Func<string, ulong> keyOf)
    {
        var identities = new Identities(context.Scenario, context.Map);
        CheckSection(context, "places", identities.Places.Select(name => (name, keyOf(identities.WordOfPlace(name)))));
        CheckSection(context, "flows", identities.Flows.Select(name => (name, keyOf(identities.WordOfFlow(name)))));
    }

    private static void CheckSection(RuleContext context, string section, IEnumerable<(string Name, ulong Key)> things)
    {
        var known = new Dictionary<ulong, string>();
        foreach ((string name, ulong key) in things)
        {
            if (!known.TryAdd(key, name))
            {
                Mark first = context.KeyAt(section, known[key]);
                context.Problems.Error(
                    "S202",
                    context.KeyAt(section, name),
                    $"'{name}' and '{known[key]}' would share their random numbers; move one of them a little",
                    (first, "the other one")
                );
            }
        }
    }
}
