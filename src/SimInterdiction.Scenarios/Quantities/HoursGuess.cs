using System.Globalization;
using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>
/// The hours that a text means which is not written from-to on a 24-hour clock: <c>6am-2pm</c>, <c>6-18</c>, <c>06.00
/// to 14.00</c>.
/// </summary>
internal static partial class HoursGuess
{
    private static readonly string[] AllDay = ["24/7", "24h/24", "always", "all day", "around the clock", "day and night", "00:00-00:00"];

    /// <summary>The same hours as they are written; null where none can be made out.</summary>
    public static string? Of(string text)
    {
        if (text.Length > Suggestion.LongestText)
        {
            return null;
        }

        string said = text.Trim().ToLowerInvariant();
        if (AllDay.Contains(said))
        {
            return "24 h";
        }

        Match match = FromTo().Match(said);
        if (!match.Success)
        {
            return null;
        }

        // '6-2 pm' leaves open what the 6 is.
        bool isHalf = match.Groups["pm1"].Length == 0 && match.Groups["pm2"].Length > 0;
        string? from = Time(match, "1");
        string? to = Time(match, "2");
        string? begin = from == "24:00" ? "00:00" : from;
        return isHalf || begin is null || to is null ? null
            : begin == to || from == to ? "24 h"
            : $"{begin}-{to}";
    }

    private static string? Time(Match match, string which)
    {
        switch (match.Groups[$"word{which}"].Value)
        {
            case "noon" or "midday":
                return "12:00";
            case "midnight":
                return which == "1" ? "00:00" : "24:00";
        }

        int hour = int.Parse(match.Groups[$"h{which}"].Value, CultureInfo.InvariantCulture);
        int minute = match.Groups[$"m{which}"] is { Length: > 0 } minutes ? int.Parse(minutes.Value, CultureInfo.InvariantCulture) : 0;
        string half = match.Groups[$"pm{which}"].Value;
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        }

        return hour > 24 || minute > 59 || (hour == 24 && minute > 0) ? null : $"{hour:00}:{minute:00}";
    }

    [GeneratedRegex(
        @"^(?:from\s+)?(?:(?<word1>noon|midday|midnight)|(?<h1>\d{1,2})(?:[:.h]?(?<m1>\d{2})|h)?\s*(?<pm1>[ap]\.?m\.?)?)"
            + @"\s*(?:-+|–|to|until|till|\.\.+|/|~)\s*"
            + @"(?:(?<word2>noon|midday|midnight)|(?<h2>\d{1,2})(?:[:.h]?(?<m2>\d{2})|h)?\s*(?<pm2>[ap]\.?m\.?)?)"
            + @"(?:\s*(?:h|hrs|hours|uhr))?$"
    )]
    private static partial Regex FromTo();
}
