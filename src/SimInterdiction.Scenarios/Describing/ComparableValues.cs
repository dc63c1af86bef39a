using System.Globalization;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Rules;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>The settings of several scenarios, so written that two are alike where they mean the same.</summary>
public static class ComparableValues
{
    private const string Start = "start";
    private const string End = "end";
    private const string Length = "length";
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>By path, the values of each, in the order of its file. A window is told by its length, or by its last
    /// day where all of them state one; what holds by default is left out where another scenario has keys in its
    /// place.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(IReadOnlyList<ResolvedScenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        (string Path, string Value, string Source)[][] all = [.. scenarios.Select(each => each.Values().DistinctBy(v => v.Path).ToArray())];
        bool byLength = !all.All(StatesEnd);
        bool anyEnds = all.Any(StatesEnd);
        HashSet<string> withKeys = [.. all.SelectMany(values => values).SelectMany(v => BeginningsOf(v.Path).SkipLast(1))];
        return
        [
            .. all.Select(values =>
            {
                Dictionary<string, string> known = values
                    .Where(v => v.Source != ResolvedScenario.ByDefault || !withKeys.Contains(v.Path))
                    .ToDictionary(v => v.Path, v => v.Value);
                string? days = byLength && anyEnds ? DaysOf(known) : null;
                if (days is not null)
                {
                    known[Length] = days;
                }

                known.Remove(byLength ? End : Length);
                return known;
            }),
        ];
    }

    /// <summary><c>a.b.c</c>: a, a.b, a.b.c.</summary>
    internal static IEnumerable<string> BeginningsOf(string path)
    {
        for (int dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }

        yield return path;
    }

    private static bool StatesEnd((string Path, string Value, string Source)[] values) =>
        values.Any(v => v is { Path: End, Source: not ResolvedScenario.ByDefault });

    // Null where it can't be read: a text that was not checked.
    private static string? DaysOf(Dictionary<string, string> values)
    {
        double? days =
            Day(values.GetValueOrDefault(End)) is { } last && Day(values.GetValueOrDefault(Start)) is { } first
                ? WindowEnds.DaysTo(last, first)
                : QuantityReader.Read(
                    new ScalarNode(default, values.GetValueOrDefault(Length, string.Empty), isQuoted: false),
                    WindowEnds.Length,
                    new ProblemList()
                ) / WindowEnds.HoursOfDay;
        return days is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number} days") : null;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
