using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>What leaves in each cell of time, and how long its legs take: the same for all deployments.</summary>
internal sealed class Departures
{
    // After the window, for what is then still under way.
    private const double SlowestShare = 1e-6;
    private const double MostHoursAfter = 400 * Timeline.HoursOfDay;
    private const double SearchHours = 2 * Timeline.HoursOfDay;

    private readonly Dictionary<double, Delay> legs;
    private readonly WaitingAtGates?[] atPlaces;
    private readonly Dictionary<(int From, int To), WaitingAtGates?> onRoads;

    /// <param name="world">The scenario.</param>
    /// <param name="weeksAreAlike">Whether every week is planned like every other.</param>
    public Departures(CompiledScenario world, bool weeksAreAlike)
    {
        Timeline timeline = world.Timeline;
        bool hasGates = world.Gates is not null;
        Cells = weeksAreAlike ? TimeCells.OfWeek(timeline, hasGates) : TimeCells.OfWindow(timeline, HoursAfter(world), hasGates);
        HoursOfCell = Sum(timeline, (from, to) => to - from);
        double[][] shipments = new double[world.Flows.Length][];
        foreach (var alike in world.Flows.GroupBy(flow => CanonicalText.Of(flow.Profile)))
        {
            Intensity? intensity = alike.First().Intensity;
            double[] weighted = intensity is null ? HoursOfCell : Sum(timeline, (from, to) => intensity.Between(from, to) * (to - from));
            foreach (CompiledFlow flow in alike)
            {
                shipments[flow.Number] = [.. weighted.Select(hours => flow.ShipmentsPerHour * hours)];
            }
        }

        Shipments = shipments;
        Trees = [.. world.Flows.Select(flow => CorridorTree.Of(world, flow))];
        legs = world
            .Routes.SelectMany(route => route.MilesInto)
            .Where(miles => miles > 0)
            .Distinct()
            .ToDictionary(miles => miles, miles => Delay.OfLeg(Cells, miles, world.Scenario.Travel.SpeedMph));
        atPlaces = [.. Enumerable.Range(0, world.PlaceCount).Select(place => Cells.WaitingAt(world.Gates?.AtPlace(place)))];
        onRoads = world
            .Routes.SelectMany(route => route.Places.Zip(route.Places.Skip(1)))
            .Distinct()
            .ToDictionary(leg => leg, leg => Cells.WaitingAt(world.Gates?.OnRoad(leg.First, leg.Second)));
    }

    public TimeCells Cells { get; }

    /// <summary>Hours of the window in each cell.</summary>
    public double[] HoursOfCell { get; }

    /// <summary>By flow and cell, the shipments that leave inside the window.</summary>
    public double[][] Shipments { get; }

    /// <summary>By flow, where they go.</summary>
    public CorridorTree[][] Trees { get; }

    /// <summary>What brings shipments into a place of a corridor, one after the other: waiting for the road to open,
    /// the leg, and waiting for the place to open.</summary>
    /// <param name="from">The place before; null for where a corridor begins.</param>
    /// <param name="to">The place, and the leg into it.</param>
    public IEnumerable<ITransfer> Into(int? from, CorridorTree to)
    {
        if (from is { } before && onRoads[(before, to.Place)] is { } road)
        {
            yield return road;
        }

        if (to.MilesInto > 0)
        {
            yield return legs[to.MilesInto];
        }

        if (atPlaces[to.Place] is { } place)
        {
            yield return place;
        }
    }

    // Until what left last, and drove as slowly as any, is everywhere. Searches take it some days at most, and between
    // gates that is time enough to miss one.
    private static double HoursAfter(CompiledScenario world)
    {
        double slowest = world.Scenario.Travel.SpeedMph.Quantile(SlowestShare);
        double longestSearch = Math.Min(SearchHours, world.Scenario.TeamTypes.Values.Select(LongestSearchHours).DefaultIfEmpty(0).Max());
        Instant last = world.Timeline.WindowEnd;
        foreach (RouteLegs route in world.Routes)
        {
            Instant at = world.Timeline.WindowEnd;
            for (int step = 0; step < route.Places.Length; step++)
            {
                double hours = route.MilesInto[step] / slowest;
                at = (world.Gates?.Through(route, step, at, hours) ?? at + hours) + longestSearch;
            }

            last = at > last ? at : last;
        }

        return Math.Min(MostHoursAfter, last - world.Timeline.WindowEnd + SearchHours);
    }

    private static double LongestSearchHours(TeamType type) =>
        type.SearchHours.Quantile(1 - SlowestShare) + (type.Secondary?.SearchHours.Quantile(1 - SlowestShare) ?? 0);

    private double[] Sum(Timeline timeline, Func<Instant, Instant, double> of)
    {
        var sum = new double[Cells.Count];
        foreach ((int cell, Instant from, Instant to) in Cells.Of(timeline.WindowStart, timeline.WindowEnd))
        {
            sum[cell] += of(from, to);
        }

        return sum;
    }
}
