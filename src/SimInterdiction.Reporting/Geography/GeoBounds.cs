using SimInterdiction.Model.Network;

namespace SimInterdiction.Reporting.Geography;

/// <summary>A rectangle of degrees.</summary>
internal readonly record struct GeoBounds(double South, double West, double North, double East)
{
    public static GeoBounds Of(IEnumerable<GeoPoint> points)
    {
        GeoPoint[] all = [.. points];
        return new(all.Min(p => p.Latitude), all.Min(p => p.Longitude), all.Max(p => p.Latitude), all.Max(p => p.Longitude));
    }

    public bool Overlaps(GeoBounds other) => West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    public bool Contains(GeoPoint p) => p.Longitude >= West && p.Longitude <= East && p.Latitude >= South && p.Latitude <= North;
}
