using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>A unit, every way it may be written, and how a number in it becomes one in the model's base unit (multiply,
/// then divide: so that 20 min is exactly a third).</summary>
internal sealed record Unit(double Times, double Over, params string[] Names)
{
    public double ToBase(double number) => number * Times / Over;
}

/// <summary>The units of one quantity.</summary>
internal sealed record UnitTable(Quantity Quantity, string Name, string BaseName, params Unit[] Units)
{
    /// <summary>Kilometres in a mile.</summary>
    public const double KmOfMile = 1.609344;

    private static readonly UnitTable[] All =
    [
        new(Quantity.Share, "share", "%", new Unit(1, 100, "%")),
        new(Quantity.Factor, "plain number", "%", new Unit(1, 100, "%")),
        new(Quantity.Points, "percentage points", "points", new Unit(1, 100, "points", "point", "percentage points", "percentage point")),
        new(
            Quantity.Duration,
            "duration",
            "h",
            new Unit(1, 3600, "s", "sec", "second", "seconds"),
            new Unit(1, 60, "min", "minute", "minutes"),
            new Unit(1, 1, "h", "hour", "hours"),
            new Unit(24, 1, "days", "day"),
            new Unit(7 * 24, 1, "weeks", "week"),
            new Unit(365 * 24, 1, "years", "year")
        ),
        new(
            Quantity.Length,
            "length",
            "mi",
            new Unit(1, 1, "mi", "mile", "miles"),
            new Unit(1, KmOfMile, "km", "kilometres", "kilometers")
        ),
        new(Quantity.Speed, "speed", "mph", new Unit(1, 1, "mph"), new Unit(1, KmOfMile, "km/h", "kmh")),
        new(Quantity.Money, "sum of money", "USD", new Unit(1, 1, "USD", "usd")),
        new(
            Quantity.Rate,
            "rate",
            "per hour",
            new Unit(1, 1, "per hour"),
            new Unit(1, 24, "per day"),
            new Unit(1, 7 * 24, "per week"),
            new Unit(12, 365 * 24, "per month"),
            new Unit(1, 365 * 24, "per year")
        ),
    ];

    private static readonly UnitTable[] OfMeasures =
    [
        new(Quantity.OfMeasure, "value of the measure", ""),
        new(Quantity.DifferenceOfMeasure, "difference of the measure", ""),
    ];

    private static readonly UnitTable Counts = new(Quantity.Count, "number", "");

    public static UnitTable Of(Quantity quantity) =>
        Array.Find(All, t => t.Quantity == quantity) ?? Array.Find(OfMeasures, t => t.Quantity == quantity) ?? Counts;

    /// <summary>The units that a value of a measure, or a difference, may be written in.</summary>
    public static UnitTable Of(MeasureUnit unit, bool isDifference) =>
        unit.Quantity switch
        {
            Quantity.Share => Of(isDifference ? Quantity.Points : Quantity.Share),
            Quantity.Count => new UnitTable(
                Quantity.Count,
                unit.Many.StartsWith("per ", StringComparison.Ordinal) ? $"rate {unit.Many}" : $"number of {unit.Many}",
                unit.Many,
                new Unit(1, 1, [.. new[] { unit.Many, unit.One }.Distinct(), .. unit.Also])
            ),
            Quantity quantity when unit.Also.Count > 0 => Of(quantity) with
            {
                Units = [.. Of(quantity).Units, new Unit(1, 1, [.. unit.Also])],
            },
            Quantity quantity => Of(quantity),
        };

    /// <summary>Whether a number without a unit means something here.</summary>
    public bool TakesBareNumbers { get; init; } = true;

    /// <summary>The table that knows the unit; null if none does.</summary>
    public static UnitTable? Knowing(string unit) => Array.Find(All, t => t.Find(unit) is not null);

    public Unit? Find(string unit) => Array.Find(Units, u => u.Names.Contains(unit));

    /// <summary>A number and its unit, as they are written; the unit of 1 in the singular.</summary>
    public static string Join(string number, string unit)
    {
        Unit? known = number == "1" ? Knowing(unit)?.Find(unit) : null;
        string shown = known is not null && unit.EndsWith('s') && known.Names.Contains(unit[..^1]) && unit.Length > 2 ? unit[..^1] : unit;
        return unit == "%" ? $"{number}%" : $"{number} {shown}";
    }

    public IEnumerable<string> Spellings => Units.SelectMany(u => u.Names);

    /// <summary>"min, h, days": one spelling of each.</summary>
    public string Listed => string.Join(", ", Units.Select(u => u.Names[0]));

    /// <summary>"a duration", "an ..." before the name.</summary>
    public string WithArticle =>
        Quantity == Quantity.Points ? Name
        : Name[0] is 'a' or 'e' or 'i' or 'o' ? $"an {Name}"
        : $"a {Name}";
}
