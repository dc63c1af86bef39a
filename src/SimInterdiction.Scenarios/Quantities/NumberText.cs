using System.Globalization;
using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>A number as people write it: digits, underscores between them, a decimal point, perhaps an
/// exponent.</summary>
internal static partial class NumberText
{
    private const int DigitsWorkedOut = 4;

    /// <summary>Whether a 0 stands before the first digit, as in <c>010</c>: 10 to some, and 8, in octal digits, to
    /// others.</summary>
    public static bool HasLeadingZero(string text) => LeadingZero().IsMatch(text);

    /// <summary>The number at the start of the text, and what follows it; null where none is there, or it begins with a
    /// 0 too many.</summary>
    public static (decimal? Exact, double Number, string Written, string Tail)? Split(string text)
    {
        if (text.Length > Limits.NumberLength || Leading().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        string written = match.Groups["n"].Value;
        if (HasLeadingZero(written))
        {
            return null;
        }

        string digits = written.Replace("_", "", StringComparison.Ordinal);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            return null;
        }

        bool isExact = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact);
        return (isExact ? exact : null, number, written, Spaces().Replace(match.Groups["u"].Value.Trim(), " "));
    }

    /// <summary>Whether the text is a number and nothing else.</summary>
    public static bool TryRead(string text, out double number)
    {
        number = 0;
        if (Split(text) is not { Tail: "" } split)
        {
            return false;
        }

        number = split.Number;
        return true;
    }

    /// <summary>The number with at most six decimals, as it may be written: <c>1_000_000</c>.</summary>
    public static string Show(double number) =>
        (
            number == Math.Floor(number) && Math.Abs(number) < long.MaxValue
                ? ((long)number).ToString("#,##0", CultureInfo.InvariantCulture)
                : number.ToString("#,##0.######", CultureInfo.InvariantCulture)
        ).Replace(',', '_');

    /// <summary>A number that was worked out: four digits, or all of those before the point: <c>833.3</c>.</summary>
    public static string Rounded(double number)
    {
        int before = number == 0 || !double.IsFinite(number) ? 1 : (int)Math.Floor(Math.Log10(Math.Abs(number))) + 1;
        return Show(Math.Round(number, Math.Clamp(DigitsWorkedOut - before, 0, 15)));
    }

    [GeneratedRegex(@"^(?<n>[+-]?(?:\d+(?:_\d+)*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)(?<u>(?![,:\w.]*\d).*|\s.*)?$", RegexOptions.Singleline)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\s*[+-]?0[0-9_]+(?:\.[0-9]+)?(?=\s*(?:[%$\p{L}]|$))")]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
