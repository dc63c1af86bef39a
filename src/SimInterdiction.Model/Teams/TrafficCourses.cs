using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The courses of legitimate traffic that the arms of one scenario share; used by one thread.</summary>
public sealed class TrafficCourses
{
    private readonly Dictionary<StreamKey, List<TrafficCourse>> courses = [];

    /// <summary>That of the replication under way: one after the other, whichever the arm.</summary>
    internal Cancellation Cancellation { get; } = new();

    /// <summary>The traffic of a team in one arm.</summary>
    /// <param name="station">The team.</param>
    /// <param name="earlierTeams">The teams of its type at the place that try before it.</param>
    /// <param name="key">Random numbers of the place and the team's rank there.</param>
    /// <param name="delays">Where the arm's delays are counted.</param>
    internal ITraffic TrafficOf(Station station, Station[] earlierTeams, StreamKey key, LogHistogram delays)
    {
        if (!courses.TryGetValue(key, out List<TrafficCourse>? known))
        {
            courses[key] = known = [];
        }

        TrafficCourse? course = known.Find(one => one.IsOf(station, earlierTeams));
        if (course is null)
        {
            known.Add(course = new TrafficCourse(station, earlierTeams, key, Cancellation));
        }

        course.Users++;
        var vehicles = new StoppedVehicles(station, earlierTeams, key, Cancellation);
        return new SharedTraffic(station, course, vehicles, delays, Cancellation);
    }
}
