using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Office;

/// <summary>A number of a sheet and its unit, which decides how it is shown; the number itself is kept in
/// full.</summary>
public readonly record struct Amount(double? Value, MeasureUnit Unit)
{
    /// <summary>Cells of the same unit.</summary>
    internal static IEnumerable<object?> Of(MeasureUnit unit, params double?[] values) => values.Select(v => (object?)new Amount(v, unit));
}
