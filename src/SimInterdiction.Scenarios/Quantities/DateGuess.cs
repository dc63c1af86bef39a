using System.Globalization;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>
/// The days that a text may mean which is no date as year-month-day: both, where the order of day and month is not
/// known.
/// </summary>
internal static class DateGuess
{
    private static readonly string[] Certain =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "yyyyMMdd",
        "yyyy M d",
        "MMM d, yyyy",
        "MMM d yyyy",
        "MMMM d, yyyy",
        "MMMM d yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d. MMMM yyyy",
        "d-MMM-yyyy",
        "MMM. d, yyyy",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm",
    ];

    private static readonly string[] MonthFirst = ["M/d/yyyy", "M-d-yyyy", "M.d.yyyy"];
    private static readonly string[] DayFirst = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    public static IEnumerable<string> Of(string text) =>
        text.Length > Suggestion.LongestText
            ? []
            : new[] { Certain, MonthFirst, DayFirst }.Select(forms => Parse(text.Trim(), forms)).OfType<string>().Distinct();

    private static string? Parse(string text, string[] forms) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
