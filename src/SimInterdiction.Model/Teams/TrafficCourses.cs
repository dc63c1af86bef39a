using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The courses of legitimate traffic that the arms of one scenario share; used by one thread.</summary>
/// <remarks>They take a limited amount of memory. The vehicles of a team whose course would take more go through its
/// lanes in each arm by itself, which comes to the same; so do those of a team with secondary inspection.</remarks>
/// <param name="cancellation">Ends the replication under way: one after the other, whichever the arm.</param>
internal sealed class TrafficCourses(Cancellation cancellation)
{
    // 32 MB, if all lanes were always busy.
    private const double MostNumbers = 4_000_000;

    private readonly Dictionary<TrafficKeys, List<TrafficCourse>> courses = [];
    private double numbers;

    /// <summary>The traffic of a team in one arm.</summary>
    /// <param name="station">The team.</param>
    /// <param name="earlierTeams">The teams of its type at the place that try before it.</param>
    /// <param name="keys">Random numbers of the place and the team's rank there.</param>
    /// <param name="delays">Where the arm's delays are counted.</param>
    public ITraffic TrafficOf(Station station, Station[] earlierTeams, TrafficKeys keys, LogHistogram delays)
    {
        var vehicles = new StoppedVehicles(station, earlierTeams, keys, cancellation);
        if (station.Secondary is not null)
        {
            return new StoppedTraffic(station, vehicles, delays, cancellation);
        }

        if (!courses.TryGetValue(keys, out List<TrafficCourse>? known))
        {
            courses[keys] = known = [];
        }

        TrafficCourse? course = known.Find(one => one.IsOf(station, earlierTeams));
        if (course is null)
        {
            double more = TrafficCourse.NumbersOf(station);
            if (numbers + more > MostNumbers)
            {
                return new StoppedTraffic(station, vehicles, delays, cancellation);
            }

            numbers += more;
            known.Add(course = new TrafficCourse(station, earlierTeams, keys, cancellation));
        }

        course.Users++;
        return new SharedTraffic(station, course, vehicles, delays, cancellation);
    }
}
