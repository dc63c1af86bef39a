using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>What a planner can do, named in texts that any front end may show: <c>[[all measures]]</c> is a list to
/// look at, and each front end says how. The name reads well by itself.</summary>
public static partial class ActionNames
{
    /// <summary>The text with what a front end makes of each name in it.</summary>
    public static string Replace(string text, Func<string, string> word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Named().Replace(text, match => word(match.Groups["name"].Value.Replace('\n', ' ')));
    }

    /// <summary>The names in a text, in its order.</summary>
    public static IEnumerable<string> In(string text) =>
        Named().Matches(text).Select(match => match.Groups["name"].Value.Replace('\n', ' '));

    [GeneratedRegex(@"\[\[(?<name>[A-Za-z][^\[\]]*)\]\]")]
    private static partial Regex Named();
}
