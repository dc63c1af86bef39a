using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Reads <c>20 min</c>, <c>35%</c>, <c>320 mi</c>, <c>12</c> into the model's base unit, or says what is wrong with it.</summary>
internal static class QuantityReader
{
    /// <summary>The number in base units; null after reporting. Range is the caller's matter.</summary>
    public static double? Read(ScalarNode node, KeyAttribute key, ProblemList problems) => Read(node, key, UnitTable.Of(key.Quantity), problems);

    /// <summary>The same in units that the key alone does not know.</summary>
    public static double? Read(ScalarNode node, KeyAttribute key, UnitTable table, ProblemList problems)
    {
        if (NumberText.Split(node.Text) is not { } split)
        {
            problems.Error("S110", node.Mark, $"'{Short(node.Text)}' is not {table.WithArticle}", Allowed(key), NotANumberHint(node.Text));
            return null;
        }

        string unit = WithoutTail(split.Tail, key, table);
        double? value = unit.Length == 0 ? ReadBare(node, split.Number, split.Written, key, table, problems) : ReadWithUnit(node, split, unit, key, table, problems);
        return value is { } number && IsBeyondReason(number) ? TooFar(node, problems) : value;
    }

    /// <summary>Whether a number is so large, or so near to 0, that calculating with it leaves nothing.</summary>
    public static bool IsBeyondReason(double number) => Math.Abs(number) is not (0 or (> 1e-15 and < 1e16));

    /// <summary>Reports that.</summary>
    public static double? TooFar(ScalarNode node, ProblemList problems)
    {
        problems.Error("S112", node.Mark, $"'{Short(node.Text)}' is out of range: no plan needs such a number");
        return null;
    }

    /// <summary>What may be written, in words.</summary>
    public static string Allowed(KeyAttribute key) => key.Quantity switch
    {
        Quantity.Count or Quantity.OfMeasure or Quantity.DifferenceOfMeasure => key.Example is null ? "a number without unit" : $"a number, such as {key.Example}",
        Quantity.Share => "a share, such as 35% or 0.35",
        Quantity.Factor => "a factor, such as 130% or 1.3",
        Quantity.Points => "a difference of shares, such as 0.2 points",
        _ => $"a number with a unit ({UnitTable.Of(key.Quantity).Listed})",
    };

    /// <summary>The number as it would be written in base units.</summary>
    public static string Show(double value, Quantity quantity) => quantity switch
    {
        Quantity.Count or Quantity.OfMeasure or Quantity.DifferenceOfMeasure => NumberText.Show(value),
        Quantity.Share or Quantity.Factor => $"{NumberText.Show(value * 100)}%",
        Quantity.Points => $"{NumberText.Show(value * 100)} points",
        Quantity.Duration when value >= 48 => $"{NumberText.Show(value / 24)} days",
        Quantity.Duration when value is > 0 and < 1 => $"{NumberText.Show(value * 60)} min",
        _ => $"{NumberText.Show(value)} {UnitTable.Of(quantity).BaseName}",
    };

    private static double? ReadBare(ScalarNode node, double number, string written, KeyAttribute key, UnitTable table, ProblemList problems)
    {
        switch (key.Quantity)
        {
            case Quantity.Count or Quantity.Factor when table.TakesBareNumbers:
                return number;
            case Quantity.Share when number is > 1 and <= 100:
                problems.Error("S123", node.Mark, $"'{written}' is more than the whole: shares go from 0 to 1, or 0% to 100%", hint: $"did you mean '{written}%'?");
                return null;
            case Quantity.Share:
                return number;
            default:
                problems.Error("S120", node.Mark, $"'{written}' has no unit, and {table.WithArticle} needs one", hint: SuggestUnits(written, key, table));
                return null;
        }
    }

    private static double? ReadWithUnit(ScalarNode node, (decimal? Exact, double Number, string Written, string Tail) split, string unit, KeyAttribute key, UnitTable table, ProblemList problems)
    {
        if (table.Find(unit) is { } known)
        {
            // Percent by decimal arithmetic: 4.3% is then the number that 0.043 is.
            return known.Over == 100 && split.Exact is { } exact ? (double)(exact / 100) : known.ToBase(split.Number);
        }

        string written = split.Written;
        if (table.Units.Length == 0)
        {
            problems.Error("S121", node.Mark, $"'{unit}' stands behind a number that has no unit", hint: $"did you mean '{written}'?");
        }
        else if (unit == "m")
        {
            problems.Error("S122", node.Mark, "'m' could be minutes, miles or metres", hint: key.Quantity == Quantity.Length ? $"did you mean '{written} mi' or '{written} km'?" : SuggestUnits(written, key, table));
        }
        else if (Names.Nearest(unit, table.Spellings) is { Count: > 0 } near && UnitTable.Knowing(unit) is null)
        {
            problems.Error("S121", node.Mark, $"'{unit}' is not a unit of {table.WithArticle}", $"units: {table.Listed}", $"did you mean {Names.Or(near.Select(n => Compose(written, n)))}?");
        }
        else
        {
            string found = UnitTable.Knowing(unit) is { } other ? $"'{written}{Gap(unit)}{unit}' is {other.WithArticle}, and {table.WithArticle} is due" : $"'{unit}' is not a unit of {table.WithArticle}";
            problems.Error("S121", node.Mark, found, $"units: {table.Listed}", SuggestUnits(written, key, table));
        }

        return null;
    }

    /// <summary>The units suggested first are those of the key's own example or default.</summary>
    private static string SuggestUnits(string written, KeyAttribute key, UnitTable table)
    {
        string[] common = key.Quantity switch
        {
            Quantity.Duration => ["min", "h", "days"],
            Quantity.Length => ["mi", "km"],
            Quantity.Speed => ["mph", "km/h"],
            Quantity.Rate => ["per week", "per day"],
            _ => [table.Units[0].Names[0]],
        };
        string? own = key.Quantity == Quantity.Rate ? null : OwnUnit(key.Example, table) ?? OwnUnit(key.Default, table);
        IEnumerable<string> units = own is null ? common : common.Prepend(own).Distinct();
        return $"did you mean {Names.Or(units.Take(2).Select(u => Compose(written, u)))}?";
    }

    private static string? OwnUnit(string? example, UnitTable table) =>
        example is null ? null : table.Spellings.Where(s => example.Contains($" {s}", StringComparison.Ordinal) || (s == "%" && example.Contains('%', StringComparison.Ordinal))).MaxBy(s => s.Length);

    private static string Compose(string number, string unit) => $"{number}{Gap(unit)}{unit}";

    private static string Gap(string unit) => unit == "%" ? "" : " ";

    /// <summary>Drops the words a key's example shows behind its unit: <c>per day</c> of <c>12 h per day</c>, <c>leads</c> of <c>5 leads</c>.</summary>
    private static string WithoutTail(string unit, KeyAttribute key, UnitTable table)
    {
        if (key.Example is null || NumberText.Split(key.Example) is not { } example)
        {
            return unit;
        }

        string own = table.Spellings.Where(s => example.Tail == s || example.Tail.StartsWith($"{s} ", StringComparison.Ordinal)).MaxBy(s => s.Length) ?? "";
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

    private static string? NotANumberHint(string text)
    {
        string plain = text.Replace(",", "_", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        return plain == text || NumberText.Split(plain) is null ? null : text.Contains('$', StringComparison.Ordinal) ? $"did you mean '{plain.Trim()} USD'?" : $"did you mean '{plain.Trim()}'?";
    }

    internal static string Short(string text) => text.Length <= 40 ? text.Replace('\n', ' ') : $"{text[..37].Replace('\n', ' ')}...";
}
