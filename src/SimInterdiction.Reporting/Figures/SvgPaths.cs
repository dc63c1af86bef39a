using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Makes SVG smaller: outlines in steps from point to point, to a hundredth of a unit, take half the room of
/// Skia's absolute ones.</summary>
internal static partial class SvgPaths
{
    public static string Shorten(string svg) => PathData().Replace(svg, match => $" d=\"{Relative(match.Groups[1].Value)}\"");

    /// <summary>The path with relative commands; each step starts from where the rounded ones before it have led, so
    /// errors don't add up.</summary>
    internal static string Relative(string path)
    {
        var text = new StringBuilder(path.Length / 2);
        (decimal X, decimal Y) at = default;
        (decimal X, decimal Y) start = default;
        foreach (Match part in Command().Matches(path))
        {
            char command = part.Groups[1].Value[0];
            decimal[] n = [.. Number().Matches(part.Groups[2].Value).Select(m => Rounded(m.Value))];
            text.Append(char.ToLowerInvariant(command));
            switch (command)
            {
                case 'Z':
                    at = start;
                    continue;
                case 'H':
                    Append(text, n[0] - at.X);
                    at.X = n[0];
                    continue;
                case 'V':
                    Append(text, n[0] - at.Y);
                    at.Y = n[0];
                    continue;
                case 'M' or 'L' or 'Q' or 'C':
                    int perStep = command switch
                    {
                        'Q' => 4,
                        'C' => 6,
                        _ => 2,
                    };
                    for (int i = 0; i < n.Length; i += 2)
                    {
                        Append(text, n[i] - at.X);
                        Append(text, n[i + 1] - at.Y);
                        if ((i + 2) % perStep == 0)
                        {
                            at = (n[i], n[i + 1]);
                        }
                    }

                    start = command == 'M' ? (n[0], n[1]) : start;
                    continue;
                default:
                    // Arcs and the like: leave the whole path as it was.
                    return path;
            }
        }

        return text.ToString();
    }

    private static decimal Rounded(string number) => Math.Round((decimal)double.Parse(number, CultureInfo.InvariantCulture), 2);

    private static void Append(StringBuilder text, decimal number)
    {
        string words = number.ToString("0.##", CultureInfo.InvariantCulture).Replace("0.", ".", StringComparison.Ordinal);
        // "10.5" must not lose its zero: only a leading one goes.
        words = Math.Abs(number) >= 1 ? number.ToString("0.##", CultureInfo.InvariantCulture) : words;
        if (text.Length > 0 && char.IsAsciiDigit(text[^1]) && words[0] != '-')
        {
            text.Append(' ');
        }

        text.Append(words);
    }

    [GeneratedRegex(" d=\"([^\"]+)\"")]
    private static partial Regex PathData();

    // An e is no command but an exponent: Skia writes 3.8e-06 for a point all but on the axis.
    [GeneratedRegex("([A-DF-Za-df-z])([^A-DF-Za-df-z]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"-?\d*\.?\d+(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();
}
