using SimInterdiction.Engine.Randomness;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No two names stand for the same random numbers. It takes bad luck of one in 10^13, so it is refused rather than worked around.</summary>
internal static class StreamNames
{
    private static readonly string[] Sections = ["places", "flows", "organizations", "team_types", "task_forces", "checkpoints"];

    public static void Check(RuleContext context) => Check(context, words => StreamName.Of(words));

    /// <param name="context">What is checked.</param>
    /// <param name="keyOf">The key of a stream; a parameter so that a collision can be tested.</param>
    internal static void Check(RuleContext context, Func<string, ulong> keyOf)
    {
        foreach (string section in Sections)
        {
            var known = new Dictionary<ulong, string>();
            foreach (string name in context.NamesIn(section))
            {
                ulong key = keyOf(name);
                if (!known.TryAdd(key, name) && context.KeyAt(section, known[key]) is Mark first)
                {
                    context.Problems.Error("S202", context.KeyAt(section, name), $"'{name}' and '{known[key]}' would share their random numbers; rename one of them", (first, "the other one"));
                }
            }
        }
    }
}
