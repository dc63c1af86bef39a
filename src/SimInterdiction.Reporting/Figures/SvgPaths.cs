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
        var numbers = new List<long>();
        (long X, long Y) at = default;
        (long X, long Y) start = default;
        ReadOnlySpan<char> rest = path;
        while (!rest.IsEmpty)
        {
            char command = rest[0];
            rest = rest[1..];
            if (!IsCommand(command))
            {
                continue;
            }

            rest = rest[Read(rest, numbers)..];
            text.Append(char.ToLowerInvariant(command));
            switch (command)
            {
                case 'Z':
                    at = start;
                    continue;
                case 'H':
                    Append(text, numbers[0] - at.X);
                    at.X = numbers[0];
                    continue;
                case 'V':
                    Append(text, numbers[0] - at.Y);
                    at.Y = numbers[0];
                    continue;
                case 'M' or 'L' or 'Q' or 'C':
                    int perStep = command switch
                    {
                        'Q' => 4,
                        'C' => 6,
                        _ => 2,
                    };
                    for (int i = 0; i < numbers.Count; i += 2)
                    {
                        Append(text, numbers[i] - at.X);
                        Append(text, numbers[i + 1] - at.Y);
                        if ((i + 2) % perStep == 0)
                        {
                            at = (numbers[i], numbers[i + 1]);
                        }
                    }

                    start = command == 'M' ? (numbers[0], numbers[1]) : start;
                    continue;
                default:
                    // Arcs and the like: leave the whole path as it was.
                    return path;
            }
        }

        return text.ToString();
    }

    // An e is no command but an exponent: Skia writes 3.8e-06 for a point all but on the axis.
    private static bool IsCommand(char letter) => char.IsAsciiLetter(letter) && letter is not ('e' or 'E');

    // The numbers until the next command, in hundredths; returns where they end.
    private static int Read(ReadOnlySpan<char> text, List<long> numbers)
    {
        numbers.Clear();
        int at = 0;
        while (at < text.Length && !IsCommand(text[at]))
        {
            if (!IsOfNumber(text[at]))
            {
                at++;
                continue;
            }

            int begin = at++;
            while (at < text.Length && (IsOfNumber(text[at]) || text[at] is 'e' or 'E') && !Begins(text, at))
            {
                at++;
            }

            // Halves to even, of the number as it reads.
            decimal number = (decimal)double.Parse(text[begin..at], NumberStyles.Float, CultureInfo.InvariantCulture);
            numbers.Add((long)(Math.Round(number, 2) * 100));
        }

        return at;
    }

    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.' or '-' or '+';

    // A sign begins a number but where it is an exponent's.
    private static bool Begins(ReadOnlySpan<char> text, int at) => text[at] is '-' or '+' && text[at - 1] is not ('e' or 'E');

    // Without a zero before the point, nor zeros at the end.
    private static void Append(StringBuilder text, long hundredths)
    {
        if (hundredths < 0)
        {
            text.Append('-');
        }
        else if (text.Length > 0 && char.IsAsciiDigit(text[^1]))
        {
            text.Append(' ');
        }

        (long whole, long part) = Math.DivRem(Math.Abs(hundredths), 100);
        if (whole > 0 || part == 0)
        {
            text.Append(whole);
        }

        if (part > 0)
        {
            text.Append('.').Append((char)('0' + (part / 10)));
            if (part % 10 > 0)
            {
                text.Append((char)('0' + (part % 10)));
            }
        }
    }

    [GeneratedRegex(" d=\"([^\"]+)\"")]
    private static partial Regex PathData();
}
