using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Office;

/// <summary>How a workbook shows numbers: four digits that count, per cent for shares, thousands apart, whole dollars
/// from a hundred on.</summary>
internal static class NumberFormats
{
    private const int DigitsShown = 4;
    private const int MostDecimals = 6;
    private const double SmallestPlain = 1e-5;
    private const string Scientific = "0.000E+00";

    /// <summary>Every format there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "0",
        Scientific,
        .. Enumerable.Range(0, MostDecimals + 1).Select(d => Decimals("#,##0", d)),
        .. Enumerable.Range(0, MostDecimals + 1).Select(d => Decimals("0", d) + "%"),
    ];

    /// <summary>The format of a number; of a count where no unit is given.</summary>
    public static string Of(double value, MeasureUnit? unit)
    {
        bool isShare = unit?.Quantity == Quantity.Share;
        double size = Math.Abs(value) * (isShare ? 100 : 1);
        if (size is > 0 and < SmallestPlain)
        {
            return Scientific;
        }

        int decimals = size == 0 ? 0 : Math.Clamp(DigitsShown - 1 - (int)Math.Floor(Math.Log10(size)), 0, MostDecimals);
        return unit?.Quantity switch
        {
            Quantity.Share => Decimals("0", decimals) + "%",
            Quantity.Money => Decimals("#,##0", size >= 100 ? 0 : 2),
            _ => Decimals("#,##0", value == Math.Round(value) ? 0 : decimals),
        };
    }

    private static string Decimals(string whole, int decimals) => decimals == 0 ? whole : $"{whole}.{new string('0', decimals)}";
}
