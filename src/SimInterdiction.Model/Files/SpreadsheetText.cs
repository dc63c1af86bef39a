using System.Globalization;

namespace SimInterdiction.Model.Files;

/// <summary>
/// Texts in tables that spreadsheets open. One that begins with <c>= + - @</c>, a tab or a carriage return would be
/// calculated there, so it is written with an apostrophe before it, which is taken away when it is read. Numbers stay
/// as they are.
/// </summary>
public static class SpreadsheetText
{
    private const char Guard = '\'';

    /// <summary>The text as it is written into a table.</summary>
    public static string Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsCalculated(text) && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? Guard + text : text;
    }

    /// <summary>What <see cref="Write"/> was given.</summary>
    public static string Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.StartsWith(Guard) && IsCalculated(written) ? written[1..] : written;
    }

    // Those that begin with apostrophes count too, so that reading undoes writing whatever the text.
    private static bool IsCalculated(string text) => text.AsSpan().TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
