using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of places that are likely misplaced: far from all others but for a slip in writing them down, or two
/// on one point.</summary>
/// <remarks>
/// Far alone is no fault: a destination may be. So a place is told about only if it is at least <see cref="FarMiles"/>
/// and four times the usual distance from the middle of all places, and would be among them with a sign, latitude and
/// longitude, or a decimal point the other way.
/// </remarks>
internal static class PlausiblePlaces
{
    private const double FarMiles = 1000;
    private const double FarTimesUsual = 4;
    private const double AmongTimesUsual = 2;
    private const double AmongShareOfFar = 0.1;

    // Some ten metres: 4 decimals of a degree.
    private const int DecimalsOfAPoint = 4;

    public static void Check(RuleContext context)
    {
        foreach ((string name, GeoPoint meant) in Misplaced(context.Scenario.Places))
        {
            GeoPoint at = context.Scenario.Places[name].At;
            double miles = at.MilesTo(Middle(context.Scenario.Places));
            string others = context.Scenario.Places.Count == 2 ? "the other place" : "the middle of all places";
            string message = $"'{name}' is some {Round(miles):N0} mi from {others}";
            context.Problems.Warning("S515", context.At("places", name, "at"), message, MeantFor(at, meant));
        }

        var stands = new Dictionary<(double, double), string>();
        foreach ((string name, Place place) in context.Scenario.Places)
        {
            (double, double) point = (Math.Round(place.At.Latitude, DecimalsOfAPoint), Math.Round(place.At.Longitude, DecimalsOfAPoint));
            if (!stands.TryAdd(point, name))
            {
                string message = $"'{name}' is at the same point as '{stands[point]}'";
                context.Problems.Warning(
                    "S519",
                    context.At("places", name, "at"),
                    message,
                    "a leg between them has no length: is one of the two misplaced?"
                );
            }
        }
    }

    /// <summary>Why one of two places may be out of reach of the other: the point that was likely meant for it; null
    /// where both are plausible.</summary>
    public static string? Slip(RuleContext context, params ReadOnlySpan<string> names)
    {
        foreach ((string name, GeoPoint meant) in Misplaced(context.Scenario.Places))
        {
            if (names.Contains(name))
            {
                return $"is '{name}' misplaced? {MeantFor(context.Scenario.Places[name].At, meant)}";
            }
        }

        return null;
    }

    /// <summary>The places that are likely misplaced, each with the point that was likely meant.</summary>
    public static IEnumerable<(string Name, GeoPoint Meant)> Misplaced(IReadOnlyDictionary<string, Place> places)
    {
        if (places.Count < 2)
        {
            yield break;
        }

        GeoPoint middle = Middle(places);
        double usual = LowerMedian([.. places.Values.Select(p => p.At.MilesTo(middle))]);
        foreach ((string name, Place place) in places)
        {
            double far = place.At.MilesTo(middle);
            bool isFar = far >= FarMiles && far > FarTimesUsual * usual;
            if (isFar && Slips(place.At).MinBy(p => p.MilesTo(middle)) is var slip && IsAmong(slip, far))
            {
                yield return (name, slip);
            }
        }

        // Near the middle, or near a place that is much nearer to it.
        bool IsAmong(GeoPoint slip, double far) =>
            slip.MilesTo(middle) <= Math.Max(AmongTimesUsual * usual, AmongShareOfFar * far)
            || places.Values.Any(other => other.At.MilesTo(middle) * FarTimesUsual < far && other.At.MilesTo(slip) <= usual);
    }

    /// <summary>The middle latitude and longitude, which no minority of misplaced places moves far.</summary>
    /// <remarks>Of two places, one of which has lost its sign, the north-western is believed.</remarks>
    private static GeoPoint Middle(IReadOnlyDictionary<string, Place> places) =>
        new(-LowerMedian([.. places.Values.Select(p => -p.At.Latitude)]), LowerMedian([.. places.Values.Select(p => p.At.Longitude)]));

    private static double LowerMedian(double[] values)
    {
        Array.Sort(values);
        return values[(values.Length - 1) / 2];
    }

    /// <summary>What may have been meant: another sign, the two the other way round, a decimal point
    /// elsewhere.</summary>
    private static IEnumerable<GeoPoint> Slips(GeoPoint at)
    {
        (double lat, double lon) = (at.Latitude, at.Longitude);
        GeoPoint[] slips =
        [
            new(lat, -lon),
            new(-lat, lon),
            new(-lat, -lon),
            new(lon, lat),
            new(lon, -lat),
            new(-lon, lat),
            new(-lon, -lat),
            new(lat, lon * 10),
            new(lat, lon / 10),
            new(lat * 10, lon),
            new(lat / 10, lon),
        ];
        return slips.Where(p => Math.Abs(p.Latitude) <= 90 && Math.Abs(p.Longitude) <= 180);
    }

    private static string MeantFor(GeoPoint at, GeoPoint meant) => $"did you mean {Show(meant)}?{Reason(at, meant)}";

    private static string Reason(GeoPoint at, GeoPoint meant) =>
        (meant.Latitude == at.Latitude, meant.Longitude == -at.Longitude) switch
        {
            (true, true) => $" Longitudes {(meant.Longitude < 0 ? "west of Greenwich are negative" : "east of Greenwich are positive")}.",
            _ when meant.Longitude == at.Latitude || meant.Latitude == at.Longitude => " Latitude comes first.",
            _ => string.Empty,
        };

    private static string Show(GeoPoint point) => $"[{NumberText.Show(point.Latitude)}, {NumberText.Show(point.Longitude)}]";

    private static double Round(double miles) => Math.Round(miles / 100) * 100;
}
