using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>
/// Points as maps and gazetteers write them: <c>29.76° N, 95.37° W</c>, <c>29°45'36"N</c>, with decimal commas, or
/// without brackets.
/// </summary>
internal static partial class PointGuess
{
    /// <summary>The point as a list; null where none can be made out.</summary>
    public static string? Of(Node node)
    {
        string[] parts = node switch
        {
            // [29,760, -95,370] falls into four.
            ListNode { Items: [ScalarNode north, ScalarNode fraction, ScalarNode east, ScalarNode part] }
                when Digits().IsMatch(fraction.Text) && Digits().IsMatch(part.Text) =>
            [
                $"{north.Text}.{fraction.Text}",
                $"{east.Text}.{part.Text}",
            ],
            ListNode { Items: [ScalarNode both] } => Split(both.Text),
            ScalarNode { IsNothing: false } scalar => Split(scalar.Text),
            _ => [],
        };
        return parts is [var latitude, var longitude] && Degrees(latitude, 90) is { } lat && Degrees(longitude, 180) is { } lon
            ? $"[{lat}, {lon}]"
            : null;
    }

    /// <summary>One of its numbers.</summary>
    public static string? Degrees(string text, int most = 180)
    {
        string said = text.Trim();
        if (said.Length > Suggestion.LongestText)
        {
            return null;
        }

        if (NumberText.TryRead(said, out double plain))
        {
            return Math.Abs(plain) <= most ? said : null;
        }

        Match match = Written().Match(said);
        if (!match.Success)
        {
            return null;
        }

        decimal degrees = Number("d") + (Number("m") / 60) + (Number("s") / 3600);
        bool isNegative = match.Groups["side"].Value.ToUpperInvariant() is "S" or "W" || match.Groups["sign"].Length > 0;
        return degrees > most ? null : (isNegative ? -degrees : degrees).ToString("0.#####", CultureInfo.InvariantCulture);

        decimal Number(string group) =>
            match.Groups[group] is { Length: > 0 } digits ? decimal.Parse(digits.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;
    }

    private static string[] Split(string text)
    {
        string said = text.Length > Suggestion.LongestText ? "" : Side().Replace(text.Trim(' ', '(', ')', '[', ']'), "$1,");
        string divider = Array.Find([";", ", ", ","], d => said.Contains(d, StringComparison.Ordinal)) ?? " ";
        return said.Split(divider, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"([NS])\s+(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Side();

    [GeneratedRegex(@"^\d{1,8}$")]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^(?<sign>-?)\s*(?<d>\d{1,3}(?:[.,]\d{1,12})?)\s*°?\s*"
            + @"(?:(?<m>\d{1,2}(?:\.\d{1,8})?)\s*['′]\s*)?(?:(?<s>\d{1,2}(?:\.\d{1,8})?)\s*[""″]\s*)?(?<side>[NSEWnsew]?)$"
    )]
    private static partial Regex Written();
}
