using System.Text.Json;

namespace SimInterdiction.Reporting.Animation;

/// <summary>A film as JSON for its script: numbers only, so that a week of thousands of shipments stays
/// small.</summary>
internal static class FilmData
{
    /// <summary>
    /// minutes; places as [x, y]; routes as places; for each panel its trips as [route, 1 if seized, firearms, minute
    /// of leaving, then for each leg its minutes, a hold at a place as a negative number], and its posts as [x, y of
    /// the square, place beside which its numbers stand, place, from, to, from, to ...].
    /// </summary>
    public static string Of(Film film, FilmMap map) =>
        JsonSerializer.Serialize(
            new
            {
                width = FilmMap.Width,
                height = map.Height,
                minutes = (int)Math.Round(film.Hours * 60),
                starts = film.Starts.ToString("yyyy-MM-ddTHH:mm:ss"),
                places = film.Places.Select((_, i) => Point(map.Of(i), 0)),
                routes = film.Routes,
                panels = film.Panels.Select(p => new
                {
                    trips = p.Trips.OrderBy(t => t.Minutes[0].Arrives).Select(Trip),
                    posts = p.Posts.Select(post => Post(post, map)),
                }),
            }
        );

    internal static IEnumerable<int> Trip(FilmTrip trip)
    {
        yield return trip.Route;
        yield return trip.IsSeized ? 1 : 0;
        yield return trip.Firearms;
        yield return trip.Minutes[0].Arrives;
        foreach ((int step, (int arrives, int leaves)) in trip.Minutes.Index())
        {
            if (step > 0)
            {
                yield return arrives - trip.Minutes[step - 1].Leaves;
            }

            if (leaves > arrives)
            {
                yield return arrives - leaves;
            }
        }
    }

    private static double[] Point((double X, double Y) at, double aside) => [Math.Round(at.X + aside, 1), Math.Round(at.Y, 1)];

    private static IEnumerable<double> Post(FilmPost post, FilmMap map) =>
        [
            .. Point(map.Of(post.Place), map.Aside(post.Place)),
            map.StandsWith(post.Place),
            post.Place,
            .. post.Shifts.SelectMany(s => new double[] { s.From, s.To }),
        ];
}
