using SimInterdiction.Experiments.Replays;
using SimInterdiction.Model;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.World;

namespace SimInterdiction.Reporting.Animation;

/// <summary>Some days of one replication under one or two deployments, to be shown moving.</summary>
/// <param name="Starts">When it begins.</param>
/// <param name="Hours">How long it lasts.</param>
/// <param name="Places">Every place that a corridor passes; trips and posts name them by index.</param>
/// <param name="Routes">Corridors as indexes of places.</param>
/// <param name="Panels">One for each deployment.</param>
public sealed record Film(
    DateTime Starts,
    double Hours,
    IReadOnlyList<FilmPlace> Places,
    IReadOnlyList<IReadOnlyList<int>> Routes,
    IReadOnlyList<FilmPanel> Panels
)
{
    /// <summary>More trips than this make the page heavy; then fewer days are shown.</summary>
    private const int MostTrips = 6000;

    private static readonly double[] Stretches = [7 * 24, 4 * 24, 2 * 24, 24, 12, 6];

    /// <summary>The days in which most is seized, all deployments together.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="replays">The same replication under each deployment.</param>
    public static Film Of(Scenario scenario, IReadOnlyList<Replay> replays)
    {
        var timeline = new Timeline(scenario);
        MappedCorridor[] corridors = [.. RouteMap.Build(scenario).Corridors];
        string[] places = [.. corridors.SelectMany(c => c.Places).Distinct()];
        (double from, double hours) = Stretch([.. replays.SelectMany(r => r.Course.Journeys)], replays.Count, timeline);
        HashSet<string> ends = [.. corridors.SelectMany(c => new[] { c.Places[0], c.Places[^1] })];
        return new Film(
            timeline.At(new(from)),
            hours,
            [.. places.Select(p => new FilmPlace(p, Labels.Of(p, scenario.Places[p].Label), scenario.Places[p].At, ends.Contains(p)))],
            [.. corridors.Select(c => c.Places.Select(p => Array.IndexOf(places, p)).ToArray())],
            [.. replays.Select(r => Panel(scenario, r, places, corridors, from, hours))]
        );
    }

    private static FilmPanel Panel(Scenario scenario, Replay replay, string[] places, MappedCorridor[] corridors, double from, double hours)
    {
        Journey[] journeys = [.. replay.Course.Journeys.Where(j => j.Left.Hours < from + hours && j.Ended.Hours >= from)];
        return new FilmPanel(
            Labels.Of(replay.Arm.Deployment, scenario.Deployments[replay.Arm.Deployment].Label),
            [
                .. journeys.Select(j => new FilmTrip(
                    Array.FindIndex(corridors, c => c.Name == j.Corridor),
                    j.Fate == Fate.Seized,
                    j.Firearms,
                    Minutes(j, from)
                )),
            ],
            [
                .. replay
                    .Course.Duties.Where(d => d.From.Hours < from + hours && places.Contains(d.Place))
                    .GroupBy(d => d.Place)
                    .Select(d => new FilmPost(
                        Array.IndexOf(places, d.Key),
                        [.. d.Where(s => s.To.Hours > from).Select(s => (Minute(s.From.Hours, from), Minute(s.To.Hours, from)))]
                    )),
            ]
        );
    }

    private static (int Arrives, int Leaves)[] Minutes(Journey journey, double from) =>
        [.. journey.Passages.Select(p => (Minute(p.Arrives.Hours, from), Minute(p.Leaves.Hours, from)))];

    private static int Minute(double hours, double from) => (int)Math.Round((hours - from) * 60);

    private static (double From, double Hours) Stretch(Journey[] journeys, int panels, Timeline timeline)
    {
        double first = timeline.WindowStart.Hours;
        double all = timeline.WindowHours;
        foreach (double length in Stretches.Select(h => Math.Min(h, all)))
        {
            double step = Math.Min(length, Timeline.HoursOfDay);
            double best = Enumerable
                .Range(0, 1 + (int)((all - length) / step))
                .Select(i => first + (i * step))
                .MaxBy(from => journeys.Count(j => j.Fate == Fate.Seized && j.Ended.Hours >= from && j.Ended.Hours < from + length));
            if (length <= Stretches[^1] || journeys.Count(j => j.Left.Hours < best + length && j.Ended.Hours >= best) <= MostTrips * panels)
            {
                return (best, length);
            }
        }

        return (first, Math.Min(all, Stretches[^1]));
    }
}

/// <summary>A place on the map.</summary>
/// <param name="Name">In the scenario.</param>
/// <param name="Label">What people see.</param>
/// <param name="At">Where.</param>
/// <param name="IsEnd">Whether a corridor begins or ends there.</param>
public sealed record FilmPlace(string Name, string Label, GeoPoint At, bool IsEnd);

/// <summary>One deployment: its shipments under way, and its teams.</summary>
public sealed record FilmPanel(string Label, IReadOnlyList<FilmTrip> Trips, IReadOnlyList<FilmPost> Posts);

/// <summary>A shipment under way.</summary>
/// <param name="Route">Which corridor.</param>
/// <param name="IsSeized">Whether it is seized where it ends.</param>
/// <param name="Firearms">How many it carries.</param>
/// <param name="Minutes">Its times by place of the corridor, in minutes from the beginning of the film; negative where
/// before.</param>
public sealed record FilmTrip(int Route, bool IsSeized, int Firearms, IReadOnlyList<(int Arrives, int Leaves)> Minutes);

/// <summary>A place with teams, and when any of them is on duty, in minutes.</summary>
public sealed record FilmPost(int Place, IReadOnlyList<(int From, int To)> Shifts);
