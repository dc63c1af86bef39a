using System.Globalization;
using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Reporting.Words;

/// <summary>Small words shared by figures, tables and report.</summary>
public static class Plain
{
    // Half of the last place in which Digits.Hours shows small numbers of hours.
    private const double SmallestHoursShown = 0.05;

    /// <summary>What an undefined number is in a sentence.</summary>
    public const string Undefined = "undefined";

    /// <summary>What it is in a table or a figure, with a note that says so.</summary>
    public const string Dash = "–";

    /// <summary>A cell of a table, where an undefined number is a dash.</summary>
    public static string Cell(string words) => words.Replace(Undefined, Dash, StringComparison.Ordinal);

    /// <summary>The note that a table with such cells needs; empty where it has none.</summary>
    public static string Note(IEnumerable<string> cells) =>
        cells.Any(cell => cell.Contains(Undefined, StringComparison.Ordinal))
            ? $" {Dash}: undefined, as there was nothing to measure."
            : string.Empty;

    /// <summary>"1 replication", "400 replications".</summary>
    public static string Count(double n, string singular) => $"{Digits.Whole(n)} {singular}{(n == 1 ? string.Empty : "s")}";

    /// <summary>"182 days", "12 hours", "30 minutes", "1 second".</summary>
    public static string Duration(double hours) =>
        hours >= 24 || hours == 0
            ? (hours / 24) is var days && days == Math.Round(days)
                ? Count(days, "day")
                : (hours / 24).ToString("0.#", CultureInfo.InvariantCulture) + " days"
            : hours >= 1
                ? Count(Math.Round(hours), "hour")
                : hours >= 1.0 / 60
                    ? Count(Math.Round(hours * 60), "minute")
                    : hours >= 1.0 / 3600
                        ? Count(Math.Round(hours * 3600), "second")
                        : "less than a second";

    /// <summary>What one replication stands for: a day, a week, a month, a year, or else a period.</summary>
    public static string Period(double hours) =>
        (hours / 24) switch
        {
            1 => "day",
            7 => "week",
            >= 28 and <= 31 => "month",
            >= 365 and <= 366 => "year",
            _ => "period",
        };

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "none",
            1 => items[0],
            _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
        };

    /// <summary>"both", "all 3"; of at least two.</summary>
    public static string All(int n) => n == 2 ? "both" : $"all {Digits.Whole(n)}";

    /// <summary>The words with a full stop, unless they end with one: a label may.</summary>
    public static string Sentence(string words) => words.EndsWith('.') ? words : words + ".";

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The words beginning in lower case, except an abbreviation.</summary>
    public static string Small(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && !char.IsUpper(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    /// <summary>How the officer-hours of a deployment compare with another's.</summary>
    public static string HoursAgainst(double hours, double against)
    {
        double more = hours - against;
        return SameHours(hours, against)
            ? "same officer-hours"
            : $"{Digits.Hours(Math.Abs(more))} {(more > 0 ? "more" : "fewer")} officer-hours";
    }

    /// <summary>Whether two numbers of officer-hours are the same, as far as they are shown.</summary>
    public static bool SameHours(double hours, double against) =>
        Tolerance.AreEqual(hours, against) || Math.Abs(hours - against) < SmallestHoursShown;
}
