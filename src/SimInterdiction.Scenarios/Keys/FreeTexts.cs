using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Keys;

/// <summary>
/// Keys whose values are texts for people: titles, labels, notes. What is written there is kept as it is, or refused,
/// but no part of it is lost unsaid.
/// </summary>
internal static class FreeTexts
{
    // Words that name a thing, or a part of the scenario.
    private static readonly string[] OtherTexts = ["measure", "also_report", "about", "country"];

    /// <summary>The keys, wherever they stand.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        .. ScenarioLanguage
            .Records.SelectMany(r => r.Keys)
            .Where(k => k.Type == typeof(string) && Is(k.Key))
            .Select(k => k.Key.Name)
            .Distinct(),
    ];

    /// <summary>Whether a key that takes a text takes one for people.</summary>
    public static bool Is(KeyAttribute key) => key.NamesIn is null && !OtherTexts.Contains(key.Name);

    /// <summary>The text in quotation marks, so that YAML takes it as it is.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{text}\"" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
