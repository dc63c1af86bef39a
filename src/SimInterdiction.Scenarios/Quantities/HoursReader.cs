using System.Text.RegularExpressions;
using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Reads <c>06:00-18:00</c>, which may pass midnight, and <c>24 h</c>.</summary>
internal static partial class HoursReader
{
    public static HoursOfDay? Read(string text)
    {
        string trimmed = text.Trim();
        if (trimmed is "24 h" or "24h" or "24 hours")
        {
            return HoursOfDay.Always;
        }

        Match match = Range().Match(trimmed);
        if (!match.Success)
        {
            return null;
        }

        TimeOfDay? from = Time(match.Groups[1].Value, match.Groups[2].Value);
        TimeOfDay? to = Time(match.Groups[3].Value, match.Groups[4].Value);
        return from is not { Minutes: < TimeOfDay.MinutesOfDay } begins || to is not { } ends || begins == ends
            ? null
            : new HoursOfDay(begins, ends);
    }

    /// <summary>Whether the text is several ranges, one after the other.</summary>
    public static bool AreSeveral(string text) =>
        text.Length <= Suggestion.LongestText
        && Between().Split(text) is { Length: > 1 } ranges
        && ranges.All(r => Read(HoursGuess.Of(r) ?? r) is not null);

    /// <summary>So many hours, as people say it: <c>8 h</c>, <c>7 h 40 min</c>, <c>20 min</c>.</summary>
    public static string ShowLength(double hours)
    {
        double minutes = Math.Round(hours * 60);
        if (!Tolerance.AreEqual(minutes, hours * 60))
        {
            return $"{NumberText.Rounded(hours)} h";
        }

        (double whole, double rest) = (Math.Floor(minutes / 60), minutes % 60);
        return rest == 0 ? $"{whole} h"
            : whole == 0 ? $"{rest} min"
            : $"{whole} h {rest} min";
    }

    private static TimeOfDay? Time(string hour, string minute)
    {
        int h = int.Parse(hour);
        int m = int.Parse(minute);
        return h > 24 || m > 59 || (h == 24 && m > 0) ? null : new TimeOfDay(h, m);
    }

    [GeneratedRegex(@"\s*(?:[,;+&]|\band\b)\s*")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(\d{1,2}):(\d{2}) ?[-–] ?(\d{1,2}):(\d{2})$")]
    private static partial Regex Range();
}
