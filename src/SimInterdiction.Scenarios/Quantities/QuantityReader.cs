using System.Text.RegularExpressions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Reads <c>20 min</c>, <c>35%</c>, <c>320 mi</c>, <c>12</c> into the model's base unit, or says what is wrong
/// with it.</summary>
internal static partial class QuantityReader
{
    // A hundred years, the longest window: what takes longer leads out of every calendar.
    private const double LongestHours = 100 * 365 * 24;

    /// <summary>The number in base units; null after reporting. Range is the caller's matter.</summary>
    public static double? Read(ScalarNode node, KeyAttribute key, ProblemList problems) =>
        Read(node, key, problems, text => IsGood(text, key));

    /// <summary>The same, where a suggestion must pass a stricter reader.</summary>
    /// <param name="node">The value.</param>
    /// <param name="key">What it is due for.</param>
    /// <param name="problems">Takes the problem.</param>
    /// <param name="reads">Whether a text that is to be suggested can be read.</param>
    public static double? Read(ScalarNode node, KeyAttribute key, ProblemList problems, Func<string, bool> reads) =>
        Read(node, key, UnitTable.Of(key.Quantity), problems, reads);

    /// <summary>The same in units that the key alone does not know.</summary>
    public static double? Read(ScalarNode node, KeyAttribute key, UnitTable table, ProblemList problems, Func<string, bool> reads)
    {
        var meant = new Suggestion(node.Text, key.Quantity, problems.TakesHints ? reads : null);
        bool isRange = node.Text.Length <= Suggestion.LongestText && Range().IsMatch(node.Text);
        if (NumberText.Split(node.Text) is not { } split || isRange || NoUnit().IsMatch(split.Tail))
        {
            string found =
                isRange ? $"'{node.Text}' is a range, but this needs one value"
                : NumberText.HasLeadingZero(node.Text) ? $"'{node.Text}' begins with a 0, as octal numbers do, and so may mean two things"
                : $"'{node.Text}' can't be read as {table.WithArticle}";
            string? hint = isRange ? "what nobody knows exactly is { uncertain: [low, best, high] }" : meant.Amount;
            problems.Error("S110", node.Mark, found, Allowed(key), hint);
            return null;
        }

        string unit = WithoutTail(split.Tail, key, table);
        double? value =
            unit.Length == 0
                ? ReadBare(node, split.Number, split.Written, key, table, meant, problems)
                : ReadWithUnit(node, split, unit, key, table, meant, problems);
        if (value > LongestHours && key is { Quantity: Quantity.Duration, AtMost: double.PositiveInfinity })
        {
            problems.Error(
                "S112",
                node.Mark,
                $"'{node.Text}' is out of range: a time must be at most {Show(LongestHours, Quantity.Duration)}"
            );
            return null;
        }

        if (value is { } number && IsBeyondReason(number))
        {
            return TooFar(node, problems);
        }

        if (value is not null && key.Quantity is Quantity.Money or Quantity.Length or Quantity.Speed or Quantity.Duration)
        {
            PointThousands.Warn(node, key.Quantity == Quantity.Money, problems);
        }

        return value;
    }

    private static bool IsGood(string text, KeyAttribute key) =>
        Read(new ScalarNode(default, text, isQuoted: false), key, Suggestion.Trial) is { } value && KeyRange.Outside(value, key) is null;

    /// <summary>Whether a number is so large, or so near to 0, that calculating with it leaves nothing.</summary>
    public static bool IsBeyondReason(double number) => Math.Abs(number) is not (0 or (> 1e-15 and < 1e16));

    /// <summary>Reports that.</summary>
    public static double? TooFar(ScalarNode node, ProblemList problems)
    {
        problems.Error("S112", node.Mark, $"'{node.Text}' is out of range: no plan needs such a number");
        return null;
    }

    /// <summary>What may be written, in words.</summary>
    public static string Allowed(KeyAttribute key) =>
        key.Quantity switch
        {
            Quantity.Count or Quantity.OfMeasure or Quantity.DifferenceOfMeasure => key.Example is null
                ? "a number without unit"
                : $"a number, such as {key.Example}",
            Quantity.Share => "a share, such as 35% or 0.35",
            Quantity.Factor => "a plain number, such as 130% or 1.3",
            Quantity.Points => "percentage points, such as 0.2 points",
            _ => $"a number with a unit ({UnitTable.Of(key.Quantity).Listed})",
        };

    /// <summary>The number as it would be written in base units.</summary>
    public static string Show(double value, Quantity quantity) =>
        quantity switch
        {
            Quantity.Count or Quantity.OfMeasure or Quantity.DifferenceOfMeasure => NumberText.Show(value),
            Quantity.Share or Quantity.Factor => $"{NumberText.Show(value * 100)}%",
            Quantity.Points => $"{NumberText.Show(value * 100)} points",
            Quantity.Duration when value >= 48 => $"{NumberText.Show(value / 24)} days",
            Quantity.Duration when value is > 0 and < 1 => $"{NumberText.Show(value * 60)} min",
            _ => $"{NumberText.Show(value)} {UnitTable.Of(quantity).BaseName}",
        };

    private static double? ReadBare(
        ScalarNode node,
        double number,
        string written,
        KeyAttribute key,
        UnitTable table,
        Suggestion meant,
        ProblemList problems
    )
    {
        switch (key.Quantity)
        {
            case Quantity.Count or Quantity.Factor when table.TakesBareNumbers:
                return number;
            case Quantity.Share when number is > 1 and <= 100:
                problems.ErrorAlike(
                    key.Name,
                    "S123",
                    node.Mark,
                    $"'{written}' is more than 100%: shares go from 0 to 1, or 0% to 100%",
                    hint: meant.Amount
                );
                return null;
            case Quantity.Share:
                return number;
            default:
                problems.Error(
                    "S120",
                    node.Mark,
                    $"'{written}' has no unit, but this needs {table.WithArticle}",
                    hint: meant.OneOf(
                        key.Quantity == Quantity.Points && number is > 0 and < 1
                            ? [UnitTable.Join(written, "points"), UnitTable.Join(NumberText.Show(number * 100), "points")]
                            : WithUnits(written, key, table)
                    )
                );
                return null;
        }
    }

    private static double? ReadWithUnit(
        ScalarNode node,
        (decimal? Exact, double Number, string Written, string Tail) split,
        string unit,
        KeyAttribute key,
        UnitTable table,
        Suggestion meant,
        ProblemList problems
    )
    {
        if (table.Find(unit) is { } known)
        {
            // Percent by decimal arithmetic: 4.3% is then the number that 0.043 is.
            return known.Over == 100 && split.Exact is { } exact ? (double)(exact / 100) : known.ToBase(split.Number);
        }

        string written = split.Written;
        UnitTable? other = UnitTable.Knowing(unit);
        if (table.Units.Length == 0)
        {
            // What is so much per time, a share or a duration, is no count of anything.
            bool isBareWord =
                other is null && !unit.Contains("per ", StringComparison.Ordinal) && !unit.Contains('/', StringComparison.Ordinal);
            problems.Error(
                "S121",
                node.Mark,
                $"this number takes no unit, but '{unit}' follows it",
                hint: meant.Amount ?? (isBareWord ? meant.OneOf([written]) : null)
            );
        }
        else if (unit == "m")
        {
            problems.Error("S122", node.Mark, "'m' could be minutes, miles or metres", hint: meant.OneOf(ByM(written, key, table)));
        }
        else
        {
            string found = other is null
                ? IsNoUnit(unit, table, key)
                : $"'{UnitTable.Join(written, unit)}' is {other.WithArticle}, but this needs {table.WithArticle}";
            string? hint = meant.Amount
                ?? (
                    other is null && MayBeMisspelt(unit)
                        ? meant.OneOf(
                            Names.Nearest(unit, table.Spellings).GroupBy(table.Find).Select(n => UnitTable.Join(written, n.First()))
                        )
                        : null
                );
            problems.Error("S121", node.Mark, found, $"units: {table.Listed}", hint);
        }

        return null;
    }

    private static IEnumerable<string> ByM(string written, KeyAttribute key, UnitTable table) =>
        key.Quantity switch
        {
            Quantity.Length => [$"{written} mi", $"{written} km"],
            Quantity.Duration => [$"{written} min"],
            _ => WithUnits(written, key, table),
        };

    // With digits or signs in it, it is more than a unit, and one that is left of it would be another amount.
    private static bool MayBeMisspelt(string unit) =>
        unit.All(c => char.IsLetter(c) || c is ' ' or '/' or '.') && !AmountGuess.IsUnit(unit);

    private static string IsNoUnit(string unit, UnitTable table, KeyAttribute key) =>
        key.Quantity == Quantity.Duration && unit is "month" or "months" or "mo"
            ? "a month is not a unit, because months differ"
            : $"'{unit}' is not a unit of {table.WithArticle}";

    /// <summary>The number with the likeliest units: first those of the key's own example or default.</summary>
    private static IEnumerable<string> WithUnits(string written, KeyAttribute key, UnitTable table)
    {
        string[] common = key.Quantity switch
        {
            Quantity.Duration => ["min", "h", "days"],
            Quantity.Length => ["mi", "km"],
            Quantity.Speed => ["mph", "km/h"],
            Quantity.Rate => ["shipments per day", "per hour", "per day"],
            _ => [table.Units[0].Names[0]],
        };
        string? own =
            key.Quantity == Quantity.Rate
                ? key.Example is { } example
                    ? NumberText.Split(example)?.Tail
                    : null
                : OwnUnit(key.Example, table) ?? OwnUnit(key.Default, table);
        IEnumerable<string> units = own is null ? common : common.Prepend(own).Distinct();
        return units.Take(2).Select(unit => UnitTable.Join(written, unit));
    }

    private static string? OwnUnit(string? example, UnitTable table) =>
        example is null
            ? null
            : table
                .Spellings.Where(s =>
                    example.Contains($" {s}", StringComparison.Ordinal) || (s == "%" && example.Contains('%', StringComparison.Ordinal))
                )
                .MaxBy(s => s.Length);

    /// <summary>Drops the words a key's example shows behind its unit: <c>per day</c> of <c>12 h per day</c>,
    /// <c>leads</c> of <c>5 leads</c>.</summary>
    private static string WithoutTail(string unit, KeyAttribute key, UnitTable table)
    {
        if (key.Example is null || NumberText.Split(key.Example) is not { } example)
        {
            return unit;
        }

        string own = table
            .Spellings.Where(s => example.Tail == s || example.Tail.StartsWith($"{s} ", StringComparison.Ordinal))
            .MaxBy(s => s.Length)
            ?? "";
        string tail = example.Tail[own.Length..].Trim();
        if (tail.Length == 0)
        {
            return unit;
        }

        string one = tail.TrimEnd('s');
        foreach (string end in new[] { tail, one })
        {
            if (unit == end)
            {
                return "";
            }

            if (unit.EndsWith($" {end}", StringComparison.Ordinal))
            {
                return unit[..^(end.Length + 1)].TrimEnd();
            }
        }

        return unit;
    }

    // Digits go on behind a blank, a bar or the like.
    [GeneratedRegex(@"^[^\p{L}%$]*\d")]
    private static partial Regex NoUnit();

    // The hyphen of 1e-9 joins no two values.
    [GeneratedRegex(@"^\s*[+-]?\d[\d_.]*\s*\S*\s*(?:(?<![\d.][eE])-+|\.\.+|\bto\b)\s*\d[\d_.]*[^\d:]*$")]
    private static partial Regex Range();
}
