using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>A part of a map where circles lie so near to each other that nothing can be told apart, drawn again at a
/// larger scale where the map is empty.</summary>
/// <param name="Points">Where its checkpoints are.</param>
/// <param name="Frame">The part, on the map.</param>
/// <param name="Box">Where it is drawn again.</param>
/// <param name="Middle">Where its checkpoints lie in the box: names have room to the right.</param>
internal sealed record MapInset(IReadOnlyList<GeoPoint> Points, Box Frame, Box Box, Box Middle)
{
    // The least it shows, in degrees of latitude (about half a mile): gates of one crossing.
    private const double LeastSpan = 0.007;

    /// <summary>The scale at which it is drawn.</summary>
    public Projection Projection => new(Points, Middle, Box, LeastSpan);

    /// <summary>Whether what lies at a point is named in the box, and not on the map.</summary>
    /// <param name="point">The point.</param>
    /// <param name="map">The map's projection.</param>
    public bool Names(GeoPoint point, Projection map)
    {
        (double x, double y) = map.Place(point);
        return Points.Contains(point) || Frame.Contains(new Box(x, y, x, y));
    }

    /// <summary>From the frame to the box.</summary>
    public ((double X, double Y) From, (double X, double Y) To) Leader
    {
        get
        {
            (double X, double Y) to = Box.Nearest(Frame.CentreX, Frame.CentreY);
            return (Frame.Nearest(to.X, to.Y), to);
        }
    }
}
