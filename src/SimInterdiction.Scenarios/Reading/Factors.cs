using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>
/// Factors: <c>x 2</c>, <c>x 1.5</c> or <c>x 50%</c> in place of a number stands for that many times what it replaces,
/// with its unit; of a distribution or of an uncertain number, each value is multiplied.
/// </summary>
internal static partial class Factors
{
    private const string Due = "a factor multiplies what it replaces: of a copy, in a what-if, or as a setting";

    /// <summary>What is laid over an entry; where that is a factor, the entry's value times it.</summary>
    /// <param name="below">What is replaced.</param>
    /// <param name="above">What replaces it.</param>
    /// <param name="problems">Takes a factor of what is no number.</param>
    public static Node Times(Entry below, Node above, ProblemList problems) =>
        FreeTexts.Keys.Contains(below.Key) ? above : Times(below.Value, above, $"'{below.Key}'", problems);

    /// <summary>The same of a value.</summary>
    /// <param name="below">What is replaced; null where nothing is yet, and the factor stays for what it will be laid
    /// over.</param>
    /// <param name="above">What replaces it.</param>
    /// <param name="name">What is replaced, in words.</param>
    /// <param name="problems">Takes a factor of what is no number.</param>
    public static Node Times(Node? below, Node above, string name, ProblemList problems)
    {
        if (below is null || above is not ScalarNode factor)
        {
            return above;
        }

        if (Read(factor) is not { } by)
        {
            return IsMeant(factor, below) ? Unreadable(factor, below, problems) : above;
        }

        PointThousands.WarnOfFactor(factor, Shape().Match(factor.Text).Groups["n"].Value, problems);

        // One factor of another is their product.
        Node? product =
            below is ScalarNode other && Read(other) is { } first
                ? new ScalarNode(factor.Mark, $"x {Written(first * by)}", isQuoted: false)
                : Product(below, factor);
        if (product is null)
        {
            problems.Error("S155", factor.Mark, $"{name} is {Shown(below)}, so there is no '{factor.Text}' of it", Due);
        }

        return product ?? below;
    }

    /// <summary>Whether a value is a factor of 1, which leaves what it replaces as it was.</summary>
    public static bool IsOne(Node value) => value is ScalarNode scalar && Read(scalar) == 1;

    /// <summary>The tree without the factors that were laid over nothing, after reporting each.</summary>
    public static MapNode WithoutLeft(MapNode root, ProblemList problems) =>
        new(
            root.Mark,
            root.Entries.Select(entry => entry.Key == WhatIfs.Section ? entry : WithoutLeft(entry, entry.Key, problems)).OfType<Entry>()
        );

    private static Entry? WithoutLeft(Entry entry, string path, ProblemList problems)
    {
        switch (entry.Value)
        {
            case ScalarNode scalar when IsLeft(entry):
                if (OfDefault(scalar, path) is { } product)
                {
                    return entry with { Value = product };
                }

                string otherwise = DefaultAt(path) is { } known ? $": it is {known}" : "";
                string message = $"'{entry.Key}' was not written before{otherwise}, so there is no '{scalar.Text}' of it";
                problems.Error("S155", scalar.Mark, message, Due);
                problems.Lose(path);
                return null;
            case MapNode whole when WholeQuantity.Is(whole) && FirstLeft(whole) is { } part:
                problems.Error(
                    "S155",
                    part.Mark,
                    $"'{entry.Key}' is changed as a whole, so there is no '{part.Text}' of a part of it",
                    $"{path} {part.Text}"
                );
                problems.Lose(path);
                return null;
            case MapNode map:
                Entry?[] inner = [.. map.Entries.Select(e => WithoutLeft(e, $"{path}.{e.Key}", problems))];
                return map.Entries.SequenceEqual(inner) ? entry : entry with { Value = new MapNode(map.Mark, inner.OfType<Entry>()) };
            default:
                return entry;
        }
    }

    // What holds where nothing is written may be a number too, or vary. Nothing is so many times nothing.
    private static Node? OfDefault(ScalarNode factor, string path) =>
        DefaultAt(path) is not { } known ? null
        : NumberText.Split(known) is { Number: not 0 } ? Product(new ScalarNode(factor.Mark, known, isQuoted: false), factor)
        : YamlReader.Read(factor.Mark.File, known, new ProblemList()) is MapNode varies && WholeQuantity.Is(varies)
            ? Product(varies.At(factor.Mark), factor)
        : null;

    // Without the words in brackets that may follow.
    private static string? DefaultAt(string path) => KnownPaths.KeyOf(path.Split('.'))?.Key.Default?.Split(" (")[0];

    private static bool IsLeft(Entry entry) =>
        entry.Value is ScalarNode scalar && Read(scalar) is not null && !FreeTexts.Keys.Contains(entry.Key);

    private static ScalarNode? FirstLeft(MapNode quantity) =>
        quantity
            .Entries.Select(e =>
                IsLeft(e) ? (ScalarNode)e.Value
                : e.Value is MapNode inner ? FirstLeft(inner)
                : null
            )
            .FirstOrDefault(left => left is not null);

    // A text that begins as factors do, in place of a number.
    private static bool IsMeant(ScalarNode text, Node below) =>
        LikeOne().IsMatch(text.Text) && ((below is MapNode map && WholeQuantity.Is(map)) || Product(below, text.Mark, 1) is not null);

    private static Node Unreadable(ScalarNode text, Node below, ProblemList problems)
    {
        string plain = text.Text.Replace(',', '.');
        string? meant = Read(new ScalarNode(text.Mark, plain, isQuoted: false)) is null ? null : $"did you mean '{plain}'?";
        problems.Error("S155", text.Mark, $"'{text.Text}' is no factor", "a number from 0 on, such as x 1.5 or x 50%", meant);
        return below;
    }

    private static Node? Product(Node value, ScalarNode factor) =>
        value is MapNode map && WholeQuantity.Is(map)
            ? WholeQuantity.Change(map, inner => Product(inner, factor.Mark, Read(factor)!.Value))
            : Product(value, factor.Mark, Read(factor)!.Value);

    private static Node? Product(Node value, Mark mark, decimal by)
    {
        if (value is MapNode map && UncertainReader.Is(map))
        {
            return WholeQuantity.Change(map, inner => Product(inner, mark, by));
        }

        // A date begins as a number does, and is none.
        if (value is not ScalarNode scalar || NumberText.Split(scalar.Text) is not { Tail: not ['-', ..] } number)
        {
            return null;
        }

        string product =
            number.Exact is { } exact && Exactly(exact, by) is { } result
                ? Written(result)
                : (number.Number * (double)by).ToString("R", CultureInfo.InvariantCulture);
        string unit = number.Tail.Length == 0 || number.Tail[0] == '%' ? number.Tail : $" {number.Tail}";
        return new ScalarNode(mark, product + unit, isQuoted: false);
    }

    private static decimal? Exactly(decimal number, decimal by)
    {
        try
        {
            return number * by;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Read(ScalarNode scalar)
    {
        if (
            Shape().Match(scalar.Text) is not { Success: true } match
            || NumberText.Split(match.Groups["n"].Value) is not { Exact: { } by } found
        )
        {
            return null;
        }

        return found.Tail switch
        {
            "" when by >= 0 => by,
            "%" when by >= 0 => by / 100,
            _ => null,
        };
    }

    // What was calculated has no thousands between points, and is not asked about.
    private static string Written(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture) is var digits && PointThousands.MayBe(digits)
            ? $"{digits}0"
            : digits;

    private static string Shown(Node node) => node is ScalarNode { IsNothing: false } scalar ? $"'{scalar.Text}'" : node.Kind;

    [GeneratedRegex(@"^[xX\u00D7]\s*(?<n>[\d.][\d._]*\s*%?)$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[xX\u00D7]\s*[-+.,]?\d")]
    private static partial Regex LikeOne();
}
