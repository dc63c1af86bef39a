using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>What leaves in each cell of time, and how long its legs take: the same for all deployments.</summary>
internal sealed class Departures
{
    // After the window, for what is then still under way.
    private const double SlowestShare = 1e-6;
    private const double MostHoursAfter = 60 * Timeline.HoursOfDay;
    private const double SearchHours = 2 * Timeline.HoursOfDay;
    private const double WaitHours = 7 * Timeline.HoursOfDay;

    private readonly Dictionary<double, Delay> legs;
    private readonly bool[]?[] isOpen;
    private readonly Dictionary<(int From, int To), bool[]?> isRoadOpen;

    /// <param name="world">The scenario.</param>
    /// <param name="weeksAreAlike">Whether every week is planned like every other.</param>
    public Departures(CompiledScenario world, bool weeksAreAlike)
    {
        Timeline timeline = world.Timeline;
        Cells = weeksAreAlike ? TimeCells.OfWeek(timeline) : TimeCells.OfWindow(timeline, HoursAfter(world));
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
        isOpen = [.. Enumerable.Range(0, world.PlaceCount).Select(place => Cells.OpenIn(world.Gates?.AtPlace(place)))];
        isRoadOpen = world
            .Routes.SelectMany(route => route.Places.Zip(route.Places.Skip(1)))
            .Distinct()
            .ToDictionary(leg => leg, leg => Cells.OpenIn(world.Gates?.OnRoad(leg.First, leg.Second)));
    }

    public TimeCells Cells { get; }

    /// <summary>Hours of the window in each cell.</summary>
    public double[] HoursOfCell { get; }

    /// <summary>By flow and cell, the shipments that leave inside the window.</summary>
    public double[][] Shipments { get; }

    /// <summary>By flow, where they go.</summary>
    public CorridorTree[][] Trees { get; }

    /// <summary>How long a leg takes; null for one of no length.</summary>
    public Delay? Leg(double miles) => miles > 0 ? legs[miles] : null;

    /// <summary>What sets out from a place for the next, when the road there is open.</summary>
    public double[] OnTo(int from, int to, double[] leaving) => WaitingAtGates.Through(leaving, isRoadOpen[(from, to)], Cells.Recurs);

    /// <summary>What comes to a place, when it is open.</summary>
    public double[] Into(int place, double[] coming) => WaitingAtGates.Through(coming, isOpen[place], Cells.Recurs);

    private static double HoursAfter(CompiledScenario world)
    {
        double slowest = world.Scenario.Travel.SpeedMph.Quantile(SlowestShare);
        double longest = world.Routes.Max(route => route.MilesInto.Sum());
        return Math.Min(MostHoursAfter, (longest / slowest) + SearchHours + (world.Gates is null ? 0 : WaitHours));
    }

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
