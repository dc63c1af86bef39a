using System.Globalization;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Reporting.Words;

/// <summary>On which days a posting is on duty, in words.</summary>
public static class DutyWords
{
    /// <summary>"on fri, sat", "from 1 Nov 2026", "4 days on, 4 off, from 1 Oct 2026", "not on 25 Dec 2026"; nothing of
    /// a posting that is on duty every day.</summary>
    /// <param name="posting">The posting.</param>
    public static IEnumerable<string> Days(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return posting.Days is { } some ? Dates(posting).Prepend($"on {string.Join(", ", some).ToLowerInvariant()}") : Dates(posting);
    }

    /// <summary>The same without days of the week.</summary>
    /// <param name="posting">The posting.</param>
    public static IEnumerable<string> Dates(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        if (posting.From is { } from)
        {
            yield return $"from {Day(from)}";
        }

        if (posting.To is { } to)
        {
            yield return $"to {Day(to)}";
        }

        if (posting.Every is { } turns)
        {
            yield return $"{Plain.Count(turns.DaysOn, "day")} on, {turns.DaysOff} off, from {Day(turns.From)}";
        }

        if (posting.Except.Count > 0)
        {
            yield return $"not on {Plain.List([.. posting.Except.Order().Select(Day)])}";
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
