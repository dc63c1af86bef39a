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
    private readonly Box box;

    /// <summary>Fits points into a box, with room around them.</summary>
    public Projection(IReadOnlyCollection<GeoPoint> points, Box box)
    {
        GeoBounds bounds = GeoBounds.Of(points);
        this.box = box;
        middleLatitude = (bounds.South + bounds.North) / 2;
        middleLongitude = (bounds.West + bounds.East) / 2;
        shrink = Math.Max(0.05, Math.Cos(double.DegreesToRadians(middleLatitude)));
        scale = Scale(points, box.Width, box.Height);
    }

    /// <summary>The degrees the box shows.</summary>
    public GeoBounds Shown =>
        new(
            middleLatitude - (box.Height / 2 / scale),
            middleLongitude - (box.Width / 2 / scale / shrink),
            middleLatitude + (box.Height / 2 / scale),
            middleLongitude + (box.Width / 2 / scale / shrink)
        );

    /// <summary>Canvas units per degree of latitude at which the points fit a box of a size.</summary>
    public static double Scale(IReadOnlyCollection<GeoPoint> points, double width, double height)
    {
        GeoBounds bounds = GeoBounds.Of(points);
        double shrink = Math.Max(0.05, Math.Cos(double.DegreesToRadians((bounds.South + bounds.North) / 2)));
        double across = Math.Max((bounds.East - bounds.West) * shrink * (1 + (2 * RoomAround)), LeastSpan);
        double up = Math.Max((bounds.North - bounds.South) * (1 + (2 * RoomAround)), LeastSpan);
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
        (box.CentreX + ((p.Longitude - middleLongitude) * shrink * scale), box.CentreY - ((p.Latitude - middleLatitude) * scale));
}
