using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>Equirectangular, true to scale at the middle latitude: within 2 % over ten degrees of latitude, and north
/// stays up.</summary>
internal sealed class Projection
{
    /// <summary>The least a map shows, in degrees of latitude (about 40 miles): one place alone needs surroundings
    /// too.</summary>
    private const double LeastSpan = 0.6;

    private const double RoomAround = 0.07;

    private readonly double shrink;
    private readonly double scale;
    private readonly double middleLatitude;
    private readonly double middleLongitude;
    private readonly Box middle;
    private readonly Box box;

    /// <summary>Fits points into a box, with room around them.</summary>
    public Projection(IReadOnlyCollection<GeoPoint> points, Box box)
        : this(points, box, box, LeastSpan) { }

    /// <summary>Fits points into a part of a box that shows what lies around them too.</summary>
    /// <param name="points">One at least.</param>
    /// <param name="middle">Where they are to lie.</param>
    /// <param name="box">What is shown.</param>
    /// <param name="leastSpan">The least the middle shows, in degrees of latitude.</param>
    public Projection(IReadOnlyCollection<GeoPoint> points, Box middle, Box box, double leastSpan)
    {
        GeoBounds bounds = GeoBounds.Of(points);
        this.middle = middle;
        this.box = box;
        middleLatitude = (bounds.South + bounds.North) / 2;
        middleLongitude = (bounds.West + bounds.East) / 2;
        shrink = Math.Max(0.05, Math.Cos(double.DegreesToRadians(middleLatitude)));
        scale = Scale(points, middle.Width, middle.Height, leastSpan);
    }

    /// <summary>The degrees the box shows.</summary>
    public GeoBounds Shown =>
        new(
            middleLatitude - ((box.Bottom - middle.CentreY) / scale),
            middleLongitude - ((middle.CentreX - box.Left) / scale / shrink),
            middleLatitude + ((middle.CentreY - box.Top) / scale),
            middleLongitude + ((box.Right - middle.CentreX) / scale / shrink)
        );

    /// <summary>Canvas units per degree of latitude.</summary>
    public double UnitsPerDegree => scale;

    /// <summary>Canvas units per degree of latitude at which the points fit a box of a size.</summary>
    public static double Scale(IReadOnlyCollection<GeoPoint> points, double width, double height, double leastSpan = LeastSpan)
    {
        GeoBounds bounds = GeoBounds.Of(points);
        double shrink = Math.Max(0.05, Math.Cos(double.DegreesToRadians((bounds.South + bounds.North) / 2)));
        double across = Math.Max((bounds.East - bounds.West) * shrink * (1 + (2 * RoomAround)), leastSpan);
        double up = Math.Max((bounds.North - bounds.South) * (1 + (2 * RoomAround)), leastSpan);
        return Math.Min(width / across, height / up);
    }

    /// <summary>The height of a box of a width that the points fill, between two limits.</summary>
    public static double Height(IReadOnlyCollection<GeoPoint> points, double width, double least, double most)
    {
        GeoBounds bounds = GeoBounds.Of(points);
        return Math.Clamp(
            Scale(points, width, double.MaxValue) * Math.Max((bounds.North - bounds.South) * (1 + (2 * RoomAround)), LeastSpan),
            least,
            most
        );
    }

    public (double X, double Y) Place(GeoPoint p) =>
        (middle.CentreX + ((p.Longitude - middleLongitude) * shrink * scale), middle.CentreY - ((p.Latitude - middleLatitude) * scale));
}
