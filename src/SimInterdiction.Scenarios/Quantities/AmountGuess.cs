using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>
/// What a text that can't be read as an amount says all the same, written so that it can: <c>12,000</c>, <c>$85</c>,
/// <c>20 mins</c>, <c>1 h 30</c>, <c>½</c>.
/// </summary>
internal static partial class AmountGuess
{
    private const decimal DaysPerYear = 365;

    private static readonly string[] Words =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    private static readonly Dictionary<char, decimal> Fractions =
        "½=0.5 ¼=0.25 ¾=0.75 ⅕=0.2 ⅖=0.4 ⅗=0.6 ⅘=0.8 ⅛=0.125 ⅜=0.375 ⅝=0.625 ⅞=0.875"
            .Split(' ')
            .ToDictionary(f => f[0], f => Parsed(f[2..]));

    /// <summary>Units, how many of them the spellings stand for, and other spellings.</summary>
    private static readonly (string Unit, decimal Times, string[] Spellings)[] Units =
    [
        ("%", 1, ["percent", "per cent", "pct"]),
        ("%", 0.1m, ["‰", "per mille"]),
        ("points", 1, ["pp", "pts", "percentage points", "percentage point", "percent points", "%"]),
        ("s", 1, ["sec", "secs", "second", "seconds"]),
        ("s", 0.001m, ["ms", "msec", "millisecond", "milliseconds"]),
        ("min", 1, ["mins", "minute", "minutes"]),
        ("h", 1, ["hr", "hrs", "hour", "hours"]),
        ("days", 1, ["d", "day", "days"]),
        ("days", 14, ["fortnight", "fortnights"]),
        ("weeks", 1, ["w", "wk", "wks", "week", "weeks"]),
        ("years", 1, ["y", "yr", "yrs", "year", "years"]),
        ("mi", 1, ["mile", "miles"]),
        ("km", 1, ["kms", "kilometre", "kilometer", "kilometres", "kilometers"]),
        ("km", 0.001m, ["metre", "meter", "metres", "meters"]),
        ("km", 0.0003048m, ["ft", "foot", "feet"]),
        ("km", 0.0009144m, ["yd", "yard", "yards"]),
        ("km", 1.852m, ["nmi", "nautical mile", "nautical miles"]),
        ("km/h", 1, ["kph", "kmph", "km/hr", "km/hour", "km per hour", "kilometres per hour", "kilometers per hour"]),
        ("km/h", 1.852m, ["kn", "kt", "kts", "knot", "knots"]),
        ("km/h", 3.6m, ["m/s", "metres per second", "meters per second"]),
        ("mph", 1, ["mi/h", "mi/hr", "miles/h", "miles/hour", "mi per hour", "miles per hour", "miles an hour", "m.p.h"]),
        ("USD", 1, ["$", "us$", "dollar", "dollars", "us dollars", "u.s. dollars", "bucks"]),
    ];

    /// <summary>Units of other things, or of which no amount can be made here: no misspellings of those that
    /// can.</summary>
    private static readonly string[] Foreign = (
        "ns us µs μs mm cm dm nm in inch inches lb kg eur gbp cad mxn aud chf "
        + "weekday weekdays weekend weekends weeknight workday workweek night morning evening shift season decade"
    ).Split(' ');

    private static readonly Dictionary<string, (string Unit, decimal Factor)> Spellings = Units
        .SelectMany(u => u.Spellings.Select(s => (s, (u.Unit, u.Times))))
        .ToDictionary(p => p.s, p => p.Item2);

    /// <summary>Other words for what a rate counts, and for its period.</summary>
    private static readonly Dictionary<string, string> RateWords = new[]
    {
        ("firearms", "gun guns weapon weapons arms"),
        ("shipments", "load loads trip trips"),
        ("vehicles", "car cars"),
        ("hour", "h hr hourly"),
        ("day", "d daily"),
        ("week", "w wk weekly"),
        ("month", "mo mth monthly"),
        ("year", "y yr a annum annually yearly"),
    }
        .SelectMany(w => w.Item2.Split(' ').Select(other => (other, w.Item1)))
        .ToDictionary(p => p.other, p => p.Item2);

    /// <summary>Periods of rates that are not units, and how many of a unit's the rate is.</summary>
    private static readonly Dictionary<string, (string Period, decimal Times)> Periods = new()
    {
        ["second"] = ("hour", 3600),
        ["s"] = ("hour", 3600),
        ["minute"] = ("hour", 60),
        ["min"] = ("hour", 60),
        ["fortnight"] = ("week", 0.5m),
        ["quarter"] = ("year", 4),
    };

    /// <summary>Whether the text is a unit in its own right, and so no misspelt other one.</summary>
    public static bool IsUnit(string text) => Spellings.ContainsKey(text.ToLowerInvariant()) || Foreign.Contains(text.ToLowerInvariant());

    /// <summary>Ways to write the same amount, the likeliest first. Whether the key can take them is for its reader to
    /// say.</summary>
    public static IEnumerable<string> Of(string text, Quantity quantity)
    {
        string said = WithDigits(About().Replace(text.Trim(), "").Trim());
        if (Dollars().Match(said) is { Success: true } dollars)
        {
            said = $"{dollars.Groups[1].Value} $";
        }

        if (HoursAndMinutes().Match(said) is { Success: true } both && quantity == Quantity.Duration)
        {
            return [$"{(Parsed(both.Groups[1].Value) * 60) + Parsed(both.Groups[2].Value)} min"];
        }

        if (MinutesAndSeconds().Match(said) is { Success: true } brief && quantity == Quantity.Duration)
        {
            return [$"{(Parsed(brief.Groups[1].Value) * 60) + Parsed(brief.Groups[2].Value)} s"];
        }

        if (
            quantity == Quantity.Duration
            && OneUnit().Match(said) is { Success: true } one
            && Spellings.ContainsKey(one.Groups["unit"].Value)
        )
        {
            return WithTail(one.Groups["half"].Length > 0 ? 0.5m : 1, false, one.Groups["unit"].Value, quantity);
        }

        if (OneIn().Match(said) is { Success: true } odds)
        {
            return Exactly(Parsed(odds.Groups[1].Value) * 100, Parsed(odds.Groups[2].Value)) is { } percent
                ? [$"{Show(percent, false)}%"]
                : [];
        }

        return Number(said) is var (number, isGrouped, tail) ? WithTail(number, isGrouped, tail.Trim(), quantity) : [];
    }

    /// <summary>Letters that look like digits, right behind a digit: <c>3O%</c> is 30%.</summary>
    private static string WithDigits(string text) => LetterForDigit().Replace(text, match => match.Value is "O" or "o" ? "0" : "1");

    /// <summary>The number at the beginning, in any usual notation, and what follows it.</summary>
    private static (decimal Number, bool IsGrouped, string Tail)? Number(string text)
    {
        if (Grouped().Match(text) is { Success: true } grouped && IsGrouping(grouped))
        {
            string digits = new([.. grouped.Groups["whole"].Value.Where(char.IsAsciiDigit)]);
            return Scaled($"{grouped.Groups["sign"].Value}{digits}.{grouped.Groups["part"].Value}0", true, text[grouped.Length..]);
        }

        if (DecimalComma().Match(text) is { Success: true } comma)
        {
            return Scaled($"{comma.Groups[1].Value}.{comma.Groups[2].Value}", false, text[comma.Length..]);
        }

        if (Fraction().Match(text) is { Success: true } fraction)
        {
            return Exactly(Parsed(fraction.Groups[1].Value), Parsed(fraction.Groups[2].Value)) is { } quotient
                ? (quotient, false, text[fraction.Length..])
                : null;
        }

        if (Mixed().Match(text) is { Success: true } mixed && Fractions.TryGetValue(mixed.Groups[2].Value[0], out decimal part))
        {
            return (part + (mixed.Groups[1].Length > 0 ? Parsed(mixed.Groups[1].Value) : 0), false, text[mixed.Length..]);
        }

        if (Plain().Match(text) is { Success: true } plain)
        {
            string digits = plain.Groups[1].Value.Replace("_", "", StringComparison.Ordinal);
            return Scaled(digits, plain.Value.Contains('_', StringComparison.Ordinal), text[plain.Length..]);
        }

        string first = text.Split(' ')[0];
        int word = Array.IndexOf(Words, first.ToLowerInvariant());
        return word < 0 ? null : (word, false, text[first.Length..]);
    }

    // 12,000 and 1.234.567 have thousands; 0,125 has a decimal comma, and 1.234 is a number as it stands.
    private static bool IsGrouping(Match match)
    {
        string whole = match.Groups["whole"].Value;
        char mark = whole.First(c => !char.IsAsciiDigit(c));
        bool isOneMark = whole.All(c => char.IsAsciiDigit(c) || c == mark);
        bool isFraction = whole[0] == '0' || (mark == '.' && whole.Count(c => c == '.') == 1 && match.Groups["part"].Length == 0);
        return isOneMark && !isFraction && (match.Groups["part"].Length == 0 || match.Groups["mark"].Value[0] != mark);
    }

    private static (decimal Number, bool IsGrouped, string Tail)? Scaled(string digits, bool isGrouped, string tail)
    {
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) || Math.Abs(number) > 1e15m)
        {
            return null;
        }

        Match times = Times().Match(tail);
        decimal factor = times.Groups[1].Value switch
        {
            "" => 1,
            "k" or "K" or "thousand" => 1_000,
            _ => 1_000_000,
        };
        return (number * factor, isGrouped || factor > 1, tail[times.Length..]);
    }

    private static IEnumerable<string> WithTail(decimal number, bool isGrouped, string tail, Quantity quantity)
    {
        string shown = Show(number, isGrouped);
        string unit = tail.TrimEnd('.').ToLowerInvariant();
        if (quantity == Quantity.Rate)
        {
            return Rate(unit) is var (rate, times) ? [$"{Show(number * times, isGrouped)} {rate}"] : [$"{shown} {tail}"];
        }

        if (quantity == Quantity.Duration && unit is "month" or "months" or "mo")
        {
            return [Compose(Math.Max(1, Math.Floor(number * DaysPerYear / 12)), false, "days")];
        }

        if (unit.Length == 0)
        {
            // A fraction of something, such as 1/4, is a share; a bare number from 1 to 100 is one in percent.
            return quantity == Quantity.Share && number is >= 1.01m and <= 100 ? [$"{shown}%"] : [shown];
        }

        if (quantity is Quantity.Share or Quantity.Factor && unit is "points" or "point")
        {
            return [$"{shown}%"];
        }

        if (Spellings.TryGetValue(unit, out (string Unit, decimal Factor) own) && (own.Unit != "points" || quantity == Quantity.Points))
        {
            return [Compose(number * own.Factor, isGrouped, own.Unit)];
        }

        // A unit in another case, or with words behind it that the key knows (4 hrs per day).
        string first = unit.Split(' ')[0];
        string rest = unit.Length > first.Length ? unit[first.Length..] : "";
        string spelled =
            Spellings.TryGetValue(first, out (string Unit, decimal Factor) known) && known.Unit != "points"
                ? Compose(number * known.Factor, isGrouped, known.Unit)
                : $"{shown} {first}";
        return tail[0] == '%' ? [$"{shown}{tail}"] : [$"{shown} {tail}", $"{spelled}{rest}"];
    }

    /// <summary>What is counted and the period, and how many times the number there are in it.</summary>
    private static (string Text, decimal Times)? Rate(string unit)
    {
        Match match = PerPeriod().Match(unit);
        if (!match.Success)
        {
            return null;
        }

        string thing = match.Groups["thing"].Value.Trim();
        string period = match.Groups["period"].Value.Trim();
        string counted = thing.Length > 0 ? $"{RateWords.GetValueOrDefault(thing, thing)} " : "";
        (string of, decimal times) = Periods.GetValueOrDefault(period, (RateWords.GetValueOrDefault(period, period), 1));
        return ($"{counted}per {of}", times);
    }

    private static string Compose(decimal number, bool isGrouped, string unit) => UnitTable.Join(Show(number, isGrouped), unit);

    private static string Show(decimal number, bool isGrouped) =>
        number.ToString(isGrouped ? "#,##0.############" : "0.############", CultureInfo.InvariantCulture).Replace(',', '_');

    private static decimal Parsed(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    private static decimal? Exactly(decimal over, decimal under)
    {
        decimal quotient = under == 0 ? 0 : Math.Round(over / under, 12);
        return under != 0 && quotient * under == over ? quotient : null;
    }

    [GeneratedRegex(
        @"^(~|≈|ca\.?\s|c\.\s?|circa\s|approx\.?\s|approximately\s|about\s|around\s|roughly\s|some\s)\s*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:US)?\$\s*(\d[\d_.,' ]*[kKM]?)$")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"^(\d{1,4})\s*(?:h|hr|hrs|hours?)\s*(?:and\s+)?(\d{1,2})\s*(?:m|min|mins|minutes?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex HoursAndMinutes();

    [GeneratedRegex(@"^(\d{1,4})\s*(?:m|min|mins|minutes?)\s*(?:and\s+)?(\d{1,2})\s*(?:s|sec|secs|seconds?)$", RegexOptions.IgnoreCase)]
    private static partial Regex MinutesAndSeconds();

    [GeneratedRegex(@"(?<=^(?!0[oO]\d)\d[\d.OolI]*)[OolI](?=[\d.OolI]*(?:[\s%]|$))")]
    private static partial Regex LetterForDigit();

    // A unit by itself, or with an article: 'day', 'an hour', 'half a day'.
    [GeneratedRegex(@"^(?:(?<half>half\s+)?an?\s+)?(?<unit>[a-z]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex OneUnit();

    [GeneratedRegex(@"^(\d{1,6})\s+(?:in|of|out of)\s+(\d{1,6})$", RegexOptions.IgnoreCase)]
    private static partial Regex OneIn();

    [GeneratedRegex(@"^(?<sign>[+-]?)(?<whole>\d{1,3}(?:[,.' ]\d{3})+)(?:(?<mark>[.,])(?<part>\d+))?(?![\d,.]*\d)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^([+-]?\d+),(\d+)(?![\d,.]*\d)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^(\d{1,6})\s*[/⁄]\s*(\d{1,6})(?![\d/])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(\d{0,6})\s*(\p{No})")]
    private static partial Regex Mixed();

    [GeneratedRegex(@"^([+-]?(?:\d+(?:_+\d+)*(?:\.\d+)?|\.\d+))(?:_|\.(?!\d))?(?![\d_,:]|\s*-\s*\d|\.\d)")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\s*(k|K|thousand|million|mn|M)(?![\w/])")]
    private static partial Regex Times();

    [GeneratedRegex(
        @"^(?<thing>[a-z]+(?=[\s/]))?\s*(?:(?:/|\bper\b|\ban?\b|\beach\b|\bevery\b|\bp\.)\s*(?<period>[a-z]+)"
            + "|(?<period>hourly|daily|weekly|monthly|yearly|annually))$"
    )]
    private static partial Regex PerPeriod();
}
