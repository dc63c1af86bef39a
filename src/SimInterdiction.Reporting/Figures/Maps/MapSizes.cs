using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>The largest values on any panel, which set the sizes on all.</summary>
internal sealed record MapSizes(double Shipments, double Share, double Seized)
{
    /// <summary>The colour of a share of 0.</summary>
    public static readonly SKColor LowShare = SKColor.Parse("#8C8C8C");

    private const double WidestLine = 11;
    private const double LargestCircle = 19;

    public static MapSizes Of(MapFigure figure) =>
        new(
            figure.Panels.SelectMany(p => p.Legs).Select(l => l.Shipments).DefaultIfEmpty(0).Max(),
            figure.Panels.SelectMany(p => p.Legs).Select(l => l.ShareSeized ?? 0).DefaultIfEmpty(0).Max(),
            figure.Panels.SelectMany(p => p.Checkpoints).Select(c => c.FirearmsSeized).DefaultIfEmpty(0).Max()
        );

    /// <summary>1, 2 or 5 times a power of ten, at most the value.</summary>
    public static double Round(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double lead = value / power;
        return power
            * (
                lead >= 5 ? 5
                : lead >= 2 ? 2
                : 1
            );
    }

    // Averages near 0 may come out a little below it when the luck of the searches is taken out; they are drawn as 0.
    public double LineWidth(double shipments) => Shipments > 0 ? 1.2 + ((WidestLine - 1.2) * Math.Max(0, shipments) / Shipments) : 1.5;

    public double Radius(double seized) => Seized > 0 ? Math.Max(2.5, LargestCircle * Math.Sqrt(Math.Max(0, seized) / Seized)) : 2.5;

    public SKColor Color(double? share) =>
        share is { } s && Share > 0 ? Palette.Between(LowShare, Palette.Plum, Math.Max(0, s) / Share) : LowShare;
}
