using System.Globalization;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Numbers along an axis: as many decimals as tell the ticks apart.</summary>
internal static class AxisText
{
    public static string Plain(double tick, IReadOnlyList<double> ticks)
    {
        double largest = ticks.Max(Math.Abs);
        if (largest >= 1e6 || largest < 1e-4)
        {
            return Digits.Of(tick);
        }

        string text = Math.Abs(tick).ToString($"N{Ticks.Decimals(ticks)}", CultureInfo.InvariantCulture);
        return tick < 0 ? "−" + text : text;
    }

    public static string Signed(double tick, IReadOnlyList<double> ticks) => tick > 0 ? "+" + Plain(tick, ticks) : tick == 0 ? "0" : Plain(tick, ticks);
}
