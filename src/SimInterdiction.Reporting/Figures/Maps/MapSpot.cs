using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>A checkpoint that a map shows as a circle.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Words">What is said of it.</param>
/// <param name="At">Where it is.</param>
/// <param name="Radius">Of its circle, on a map of any scale.</param>
internal sealed record MapSpot(string Label, string Words, GeoPoint At, double Radius)
{
    /// <summary>Whether only the rim is drawn, for what is lost.</summary>
    public bool IsHollow { get; init; }

    public static Mark.Dot Dot(double x, double y, double radius, bool isHollow) =>
        isHollow
            ? new Mark.Dot(x, y, radius, SKColors.Transparent, Palette.Orange, 2.4)
            : new Mark.Dot(x, y, radius, Palette.Blue.WithAlpha(215), SKColors.White, 1.2);
}

/// <summary>A stretch of road as it is drawn.</summary>
internal sealed record MapStroke(GeoPoint From, GeoPoint To, SKColor Color, double Width)
{
    public bool IsDashed { get; init; }

    public Mark.Line On(Projection projection) => new([projection.Place(From), projection.Place(To)], Color, Width) { IsDashed = IsDashed };
}

/// <summary>What one map shows of a deployment.</summary>
/// <param name="Places">Named where there is room, the more important first.</param>
/// <param name="Strokes">Those drawn later lie on the others.</param>
/// <param name="Spots">The same.</param>
internal sealed record MapContent(IReadOnlyList<MapPlace> Places, IReadOnlyList<MapStroke> Strokes, IReadOnlyList<MapSpot> Spots)
{
    /// <summary>Every point that a map of it must show.</summary>
    public IEnumerable<GeoPoint> Points => [.. Places.Select(p => p.At), .. Strokes.SelectMany(s => new[] { s.From, s.To })];

    /// <summary>The same without places and checkpoints elsewhere.</summary>
    public MapContent Within(GeoBounds bounds) =>
        this with
        {
            Places = [.. Places.Where(p => bounds.Contains(p.At))],
            Spots = [.. Spots.Where(s => bounds.Contains(s.At))],
        };
}
