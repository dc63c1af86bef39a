using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Numbers along an axis: as many decimals as tell the ticks apart, and only as many ticks as their words
/// leave room for.</summary>
internal static class AxisText
{
    public static string Plain(double tick, IReadOnlyList<double> ticks) => tick == 0 ? "0" : Digits.ToPlace(tick, Ticks.Place(ticks));

    public static string Signed(double tick, IReadOnlyList<double> ticks) => tick > 0 ? "+" + Plain(tick, ticks) : Plain(tick, ticks);

    /// <summary>Round ticks whose labels keep apart on an axis of a length.</summary>
    public static IReadOnlyList<double> Spaced((double Low, double High) range, double length, double size)
    {
        for (int about = 8; about > 2; about--)
        {
            IReadOnlyList<double> ticks = Ticks.Round(range.Low, range.High, about);
            double needed = ticks.Sum(t => Lettering.Width(Signed(t, ticks), size) + 14);
            if (needed <= length)
            {
                return ticks;
            }
        }

        return Ticks.Round(range.Low, range.High, 2);
    }
}
