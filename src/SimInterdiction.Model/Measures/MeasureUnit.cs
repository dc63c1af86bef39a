using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Measures;

/// <summary>The unit of a measure: what its values are in results, what people see, and what they write where a number
/// meets it.</summary>
public sealed record MeasureUnit
{
    /// <summary>Shown as per cent; a difference in points.</summary>
    public static MeasureUnit Share { get; } =
        new()
        {
            Name = "share",
            One = "point",
            Many = "points",
            Quantity = Quantity.Share,
            Shown = 100,
            Example = "15%",
            ExampleOfDifference = "0.2 points",
        };

    /// <summary>Hours, shown in minutes.</summary>
    public static MeasureUnit Minutes { get; } =
        new()
        {
            Name = "h",
            One = "minute",
            Many = "minutes",
            Short = "min",
            Quantity = Quantity.Duration,
            Shown = 60,
            Example = "10 min",
        };

    /// <summary>Hours, shown in days.</summary>
    public static MeasureUnit HoursInDays { get; } =
        new()
        {
            Name = "h",
            One = "day",
            Many = "days",
            Short = "days",
            Quantity = Quantity.Duration,
            Shown = 1.0 / 24,
            Example = "10 days",
        };

    public static MeasureUnit Days { get; } =
        new()
        {
            Name = "days",
            One = "day",
            Many = "days",
            Short = "days",
            Quantity = Quantity.Duration,
            Base = 24,
            Example = "2 days",
        };

    public static MeasureUnit Usd { get; } =
        new()
        {
            Name = "USD",
            One = "USD",
            Many = "USD",
            Quantity = Quantity.Money,
            Example = "2_000 USD",
        };

    public static MeasureUnit UsdPerFirearm { get; } = Usd with { Also = ["USD per firearm"], Example = "500 USD" };

    public static MeasureUnit Firearms { get; } = Counted("firearm");

    public static MeasureUnit Shipments { get; } = Counted("shipment");

    public static MeasureUnit Vehicles { get; } = Counted("vehicle");

    public static MeasureUnit Traces { get; } = Counted("trace");

    public static MeasureUnit Leads { get; } = Counted("lead");

    public static MeasureUnit Cases { get; } = Counted("case");

    public static MeasureUnit Organizations { get; } = Counted("organization");

    public static MeasureUnit Rings { get; } = Counted("ring");

    public static MeasureUnit OfficerHours { get; } = Counted("officer-hour") with { Example = "500 officer-hours", NeedsUnit = true };

    public static MeasureUnit FirearmsPerSeizure { get; } =
        Counted("firearm per seizure") with
        {
            Many = "firearms per seizure",
            Name = "firearms per seizure",
            Example = "5 firearms per seizure",
            Also = ["firearms", "firearm"],
        };

    public static MeasureUnit PerThousandOfficerHours { get; } =
        Counted("per 1,000 officer-hours") with
        {
            Many = "per 1,000 officer-hours",
            Name = "per 1,000 officer-hours",
            Example = "1.5 per 1,000 officer-hours",
            Also = ["per 1000 officer-hours", "firearms per 1,000 officer-hours", "firearms per 1000 officer-hours"],
            NeedsUnit = true,
        };

    /// <summary>Of its values in results for scripts.</summary>
    public required string Name { get; init; }

    /// <summary>One of what differences are shown in: "point", "minute", "firearm".</summary>
    public required string One { get; init; }

    /// <summary>Several of them.</summary>
    public required string Many { get; init; }

    /// <summary>What stands behind a value, where that is short: "min". Empty where the measure's own name says what is
    /// counted.</summary>
    public string Short { get; init; } = string.Empty;

    /// <summary>What is written where a value is due; a count is <see cref="Quantity.Count"/> with its own words behind
    /// it.</summary>
    public Quantity Quantity { get; init; } = Quantity.Count;

    /// <summary>How many of the quantity's base units a value of 1 is.</summary>
    public double Base { get; init; } = 1;

    /// <summary>How many of what people see a value of 1 is.</summary>
    public double Shown { get; init; } = 1;

    /// <summary>Whether a bare number says too little.</summary>
    public bool NeedsUnit { get; init; }

    /// <summary>Other ways to write the unit.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>A value as a planner would write it.</summary>
    public required string Example { get; init; }

    /// <summary>A difference as a planner would write it; null where it is written as a value.</summary>
    public string? ExampleOfDifference { get; init; }

    private static MeasureUnit Counted(string one) =>
        new()
        {
            Name = one + "s",
            One = one,
            Many = one + "s",
            Example = $"5 {one}s",
        };
}
