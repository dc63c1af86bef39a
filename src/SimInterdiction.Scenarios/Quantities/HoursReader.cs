using System.Text.RegularExpressions;
using SimInterdiction.Model.Traffic;

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

        double? from = Time(match.Groups[1].Value, match.Groups[2].Value);
        double? to = Time(match.Groups[3].Value, match.Groups[4].Value);
        return from is null or 24 || to is null || from == to ? null : new HoursOfDay(from.Value, to.Value);
    }

    public static string Show(HoursOfDay hours) => hours == HoursOfDay.Always ? "24 h" : $"{ShowTime(hours.From)}-{ShowTime(hours.To)}";

    /// <summary>A time of day on a 24-hour clock.</summary>
    public static string ShowTime(double hour) => $"{(int)hour:00}:{(int)Math.Round((hour - (int)hour) * 60):00}";

    private static double? Time(string hour, string minute)
    {
        int h = int.Parse(hour);
        int m = int.Parse(minute);
        return h > 24 || m > 59 || (h == 24 && m > 0) ? null : h + (m / 60.0);
    }

    [GeneratedRegex(@"^(\d{1,2}):(\d{2}) ?[-–] ?(\d{1,2}):(\d{2})$")]
    private static partial Regex Range();
}
