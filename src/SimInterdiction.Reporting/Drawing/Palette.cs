using SkiaSharp;

namespace SimInterdiction.Reporting.Drawing;

/// <summary>The colours of data, each at least 3:1 on white, and the greys of text and frame.</summary>
public static class Palette
{
    public static readonly SKColor Blue = SKColor.Parse("#12436D");
    public static readonly SKColor Teal = SKColor.Parse("#28A197");
    public static readonly SKColor Plum = SKColor.Parse("#801650");
    public static readonly SKColor Orange = SKColor.Parse("#F46A25");
    public static readonly SKColor Charcoal = SKColor.Parse("#3D3D3D");
    public static readonly SKColor Violet = SKColor.Parse("#A285D1");

    public static readonly SKColor Ink = SKColor.Parse("#161616");
    public static readonly SKColor Muted = SKColor.Parse("#595959");
    public static readonly SKColor Grid = SKColor.Parse("#D5D5D5");
    public static readonly SKColor Band = SKColor.Parse("#ECECEC");
    public static readonly SKColor Border = SKColor.Parse("#C4C4C4");

    /// <summary>A colour between two, for a share from 0 to 1.</summary>
    public static SKColor Between(SKColor low, SKColor high, double share)
    {
        double t = Math.Clamp(share, 0, 1);
        byte Mix(byte a, byte b) => (byte)Math.Round(a + ((b - a) * t));
        return new SKColor(Mix(low.Red, high.Red), Mix(low.Green, high.Green), Mix(low.Blue, high.Blue));
    }

    internal static ScottPlot.Color Plot(SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);
}
