using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Model.World;

/// <summary>The places and roads of corridors that are not always open. A vehicle that comes to one while it is closed
/// waits until it opens, and goes on then: it does not take another corridor.</summary>
internal sealed class Gates
{
    private readonly OpeningHours?[] atPlace;
    private readonly Dictionary<(int From, int To), OpeningHours> onRoad = [];

    private Gates(CompiledScenario world)
    {
        Scenario scenario = world.Scenario;
        atPlace = [.. scenario.Places.Values.Select(place => Of(place.Open, world.Timeline))];
        foreach (
            var joined in scenario
                .Roads.Values.Select(road => (Road: road, One: world.PlaceOf(road.Between[0]), Other: world.PlaceOf(road.Between[1])))
                .GroupBy(road => (Math.Min(road.One, road.Other), Math.Max(road.One, road.Other)), road => road.Road)
        )
        {
            // Corridors take the shortest; of several as short, whichever is open.
            double shortest = joined.Min(road => MilesOf(road, scenario));
            Opening?[] openings = [.. joined.Where(road => MilesOf(road, scenario) == shortest).Select(road => road.Open)];
            if (!openings.Contains(null))
            {
                (int one, int other) = joined.Key;
                onRoad[(one, other)] = onRoad[(other, one)] = new OpeningHours([.. openings.OfType<Opening>()], world.Timeline);
            }
        }
    }

    /// <summary>Those of a scenario; null where everything is always open.</summary>
    public static Gates? Of(CompiledScenario world) =>
        world.Scenario.Places.Values.Any(place => place.Open is not null) || world.Scenario.Roads.Values.Any(road => road.Open is not null)
            ? new Gates(world)
            : null;

    /// <summary>Whether every week is like every other.</summary>
    public bool AreWeekly => atPlace.All(gate => gate?.IsWeekly != false) && onRoad.Values.All(gate => gate.IsWeekly);

    /// <summary>When a place is open; null for always.</summary>
    public OpeningHours? AtPlace(int place) => atPlace[place];

    /// <summary>When the road between two places is open; null for always.</summary>
    public OpeningHours? OnRoad(int from, int to) => onRoad.GetValueOrDefault((from, to));

    /// <summary>When a vehicle is let into a place of a corridor.</summary>
    /// <param name="route">The corridor.</param>
    /// <param name="step">Index of the place.</param>
    /// <param name="from">When the vehicle is ready to leave the place before, or its origin.</param>
    /// <param name="hours">How long the leg takes.</param>
    public Instant Through(RouteLegs route, int step, Instant from, double hours)
    {
        int place = route.Places[step];
        Instant enters = step > 0 && OnRoad(route.Places[step - 1], place) is { } road ? road.NextOpen(from) : from;
        Instant arrives = enters + hours;
        return atPlace[place]?.NextOpen(arrives) ?? arrives;
    }

    private static OpeningHours? Of(Opening? opening, Timeline timeline) => opening is null ? null : new OpeningHours([opening], timeline);

    private static double MilesOf(Road road, Scenario scenario) =>
        road.LengthMiles ?? scenario.Places[road.Between[0]].At.MilesTo(scenario.Places[road.Between[1]].At) * Road.Circuity;
}
