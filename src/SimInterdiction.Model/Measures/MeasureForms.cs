namespace SimInterdiction.Model.Measures;

/// <summary>The forms that measures of <see cref="MeasureCatalog"/> take: a mean or a ratio of totals, and what
/// searches decide of it.</summary>
internal static class MeasureForms
{
    internal static SearchedPart Firearms => new() { Control = Total.FirearmsByLuck, Seized = Total.FirearmsSeized };

    internal static SearchedPart Shipments => new() { Control = Total.ShipmentsByLuck, Seized = Total.ShipmentsSeized };

    internal static Measure SeizingFirearms(Measure measure) =>
        measure with
        {
            Searched = Firearms with { OfNumerator = FirearmsSeized, EachOfNumerator = 1 },
        };

    internal static Measure SeizingShipments(Measure measure) =>
        measure with
        {
            Searched = Shipments with { OfNumerator = ShipmentsSeized, EachOfNumerator = 1 },
        };

    // No search decides what is dispatched, so what is delivered varies by what is seized alone: corrected alike, the
    // two add up to what was dispatched.
    internal static Measure LosingFirearms(Measure measure) =>
        measure with
        {
            Searched = Firearms with { OfNumerator = t => -FirearmsSeized(t), EachOfNumerator = -1 },
        };

    internal static Measure LosingShipments(Measure measure) =>
        measure with
        {
            Searched = Shipments with { OfNumerator = t => -ShipmentsSeized(t), EachOfNumerator = -1 },
        };

    // Of what follows from seizures it is not known beforehand how much each one brings.
    internal static Measure FollowingFirearms(Measure measure) =>
        measure with
        {
            Searched = Firearms with { OfNumerator = measure.Numerator },
        };

    internal static Measure FollowingShipments(Measure measure) =>
        measure with
        {
            Searched = Shipments with { OfNumerator = measure.Numerator },
        };

    internal static double FirearmsSeized(double[] totals) => At(totals, Total.FirearmsSeized);

    internal static double ShipmentsSeized(double[] totals) => At(totals, Total.ShipmentsSeized);

    internal static double Hits(double[] totals) => At(totals, Total.Hits);

    internal static double CostOfTraces(double[] totals) => At(totals, Total.TraceCostUsd);

    internal static double At(double[] totals, Total total) => totals[(int)total];

    internal static Measure Mean(string name, string label, string meaning, MeasureUnit unit, Total total, int betterWhen = 0) =>
        Mean(name, label, meaning, unit, t => At(t, total), betterWhen);

    internal static Measure Mean(
        string name,
        string label,
        string meaning,
        MeasureUnit unit,
        Func<double[], double> value,
        int betterWhen
    ) =>
        new()
        {
            Name = name,
            Label = label,
            Meaning = meaning,
            Unit = unit,
            Estimator = Estimator.Mean,
            Numerator = value,
            BetterWhen = betterWhen,
        };

    internal static Measure Pooled(string name, string label, string meaning) =>
        new()
        {
            Name = name,
            Label = label,
            Meaning = meaning,
            Unit = MeasureUnit.Share,
            Estimator = Estimator.Pooled,
            Numerator = _ => double.NaN,
        };

    internal static Measure Ratio(
        string name,
        string label,
        string meaning,
        MeasureUnit unit,
        Total numerator,
        Total denominator,
        int betterWhen
    ) =>
        new()
        {
            Name = name,
            Label = label,
            Meaning = meaning,
            Unit = unit,
            Estimator = Estimator.Ratio,
            Numerator = t => At(t, numerator),
            Denominator = t => At(t, denominator),
            BetterWhen = betterWhen,
        };
}
