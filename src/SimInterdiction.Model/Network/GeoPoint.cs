namespace SimInterdiction.Model.Network;

/// <summary>A point on the globe, in degrees: latitude north, longitude east.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusMiles = 3958.7613;

    /// <summary>Miles along the great circle (haversine, on a sphere of the Earth's mean radius).</summary>
    public double MilesTo(GeoPoint other)
    {
        double lat1 = double.DegreesToRadians(Latitude);
        double lat2 = double.DegreesToRadians(other.Latitude);
        double halfLat = Math.Sin((lat2 - lat1) / 2);
        double halfLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        double h = (halfLat * halfLat) + (Math.Cos(lat1) * Math.Cos(lat2) * halfLon * halfLon);
        return 2 * EarthRadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
