using System.Text;
using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Scenarios;

/// <summary>Spoils texts at random, as slips, bad copies and attackers do; the same seed spoils them the same
/// way.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Pieces =
    [
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u001B",
        "\u0085",
        "\u2028",
        "\u202E",
        "\uFEFF",
        "\uFFFF",
        "\uD800",
        "é",
        "\U0001F600",
        "\u00A0",
        "\u2011",
        "\"",
        "'",
        "''",
        "\\",
        "\"\\e\"",
        "\"\\uD800\"",
        "[",
        "]",
        "{",
        "}",
        "{ ",
        " }",
        "[[[[[[[[[[",
        ",",
        ";",
        "|",
        ":",
        ": ",
        "- ",
        "? ",
        "#",
        " # ",
        "&a ",
        "*a",
        "<<: *a",
        "<<: ",
        "!!str ",
        "!",
        "@",
        "`",
        "%",
        "> ",
        "| ",
        "---",
        "...",
        "~",
        "null",
        "=1+1",
        "'=1",
        "sep=;",
        "name",
        "lat",
        "at.at.at",
        "routes.to",
        "29,42",
        "7,844",
        "1.5.5",
        "-",
        "+",
        "0",
        "-0",
        "1e308",
        "1e-308",
        "1e999",
        "99999999999999999999",
        "-1",
        "0.1e",
        "1_000",
        "NaN",
        "Infinity",
        "٣",
        "100%",
        "101%",
        "1e9%",
        "based_on: ",
        "based_on: fuzz.yaml",
        "from: fuzz.csv",
        "from: /dev/zero",
        "from: .",
        "remove: [laredo]",
        "uncertain: [1, 2, 3]",
        "varies: [3, 2, 1]",
        "lognormal: { median: 3, sigma: 1000 }",
        "generate: { paths: 50 }",
        "24 h",
        "00:00-24:00",
        "23:59-00:00",
        "9999-12-31",
        "0001-01-01",
        "36500 days",
        "per day",
        "mi",
        "m",
        "USD",
    ];

    private readonly Random random = new(seed);

    /// <summary>The text as bytes, spoilt in a few places.</summary>
    public byte[] Spoil(string text)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            text = random.Next(9) switch
            {
                0 => text.Insert(At(text), Pieces[random.Next(Pieces.Length)]),
                1 => Replace(text, At(text), random.Next(0, 12), Pieces[random.Next(Pieces.Length)]),
                2 => Replace(text, At(text), random.Next(1, 40), ""),
                3 => text.Insert(
                    At(text),
                    text.Substring(At(text) is var from ? from : 0, Math.Min(random.Next(1, 200), text.Length - from))
                ),
                4 => SwapTokens(text),
                5 => MoveLine(text),
                6 => text[..At(text)],
                7 => text.Insert(At(text), new string(Pieces[random.Next(Pieces.Length)][0], random.Next(1, 3000))),
                _ => ReplaceToken(text, Pieces[random.Next(Pieces.Length)]),
            };
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = random.Next(8) == 0 ? random.Next(1, 6) : 0; i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private int At(string text) => random.Next(text.Length + 1);

    private static string Replace(string text, int at, int length, string by) =>
        text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, by);

    private string SwapTokens(string text)
    {
        Match[] tokens = [.. Regex.Matches(text, @"[\w.%-]+|\S").Cast<Match>()];
        if (tokens.Length < 2)
        {
            return text;
        }

        Match[] pair = [.. new[] { tokens[random.Next(tokens.Length)], tokens[random.Next(tokens.Length)] }.OrderBy(t => t.Index)];
        return pair[0].Index == pair[1].Index
            ? text
            : Replace(Replace(text, pair[1].Index, pair[1].Length, pair[0].Value), pair[0].Index, pair[0].Length, pair[1].Value);
    }

    private string ReplaceToken(string text, string by)
    {
        Match[] tokens = [.. Regex.Matches(text, @"[\w.%-]+").Cast<Match>()];
        return tokens.Length == 0 || tokens[random.Next(tokens.Length)] is not { } token
            ? text
            : Replace(text, token.Index, token.Length, by);
    }

    private string MoveLine(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        string line = lines[random.Next(lines.Count)];
        lines.Insert(
            random.Next(lines.Count + 1),
            random.Next(3) switch
            {
                0 => $"  {line}",
                1 => line.TrimStart(),
                _ => line,
            }
        );
        return string.Join('\n', lines);
    }
}
