using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>
/// The chance of losing a shipment under a deployment, from theory: duty hours met or missed, teams one after another,
/// lanes that are full. Leads are left out.
/// </summary>
/// <remarks>
/// Exact where lanes are never short and the plan is the same every week. Full lanes enter by their long-run share
/// (<see cref="LaneBlocking"/>), the size of a load by its mean effect at each place, a held shipment without its
/// delay, times by half-hours of an average week, and chance or dates that decide who is at one place as if they
/// decided it for each place apart: a team that rotates between two places of one corridor finds less so than it does,
/// much less where it finds nearly everything.
/// </remarks>
internal sealed class AnalyticRisk
{
    private readonly CompiledScenario world;
    private readonly MannedPlace?[] places;
    private readonly WeekClock clock;
    private readonly double[][] departures;
    private readonly Distribution[] loads;
    private readonly double[] shipmentsPerHour;
    private readonly int[] flowsInOrder;
    private readonly WaitingAtGates?[] atPlaces;
    private readonly Dictionary<(int From, int To), WaitingAtGates?> onRoads = [];
    private double[][][] losses = [];

    public AnalyticRisk(CompiledScenario world, string deployment)
    {
        this.world = world;
        clock = new WeekClock(world.Scenario.Travel.SpeedMph);
        places = [.. new Roster(world, deployment).AtPlace.Select(teams => teams is null ? null : new MannedPlace(teams, world.Timeline))];
        atPlaces = [.. Enumerable.Range(0, world.PlaceCount).Select(place => WeekClock.WaitingAt(world.Gates?.AtPlace(place)))];
        departures = [.. world.Flows.Select(flow => WeekClock.Departures(flow.Intensity, world.Timeline))];
        loads = [.. world.Flows.Select(flow => flow.Load)];
        flowsInOrder = [.. world.FlowsInOrder.Select(flow => flow.Number)];
        shipmentsPerHour = [.. world.Flows.Select(flow => flow.ShipmentsPerHour)];
    }

    /// <summary>The risk under the deployment in force until now when every flow is shared as given, computed once
    /// for all threads.</summary>
    public static Risk Today(CompiledScenario world) => Under(world, world.Scenario.InForce);

    /// <summary>The same under another deployment.</summary>
    public static Risk Under(CompiledScenario world, string deployment) =>
        world.Once(deployment, () => new AnalyticRisk(world, deployment).When([.. world.Flows.Select(flow => flow.Shares)]));

    /// <summary>The risk when the flows are shared like this among their corridors.</summary>
    /// <param name="shares">By flow and the index of the corridor among the flow's; each flow's add up to 1.</param>
    public Risk When(double[][] shares)
    {
        // How full the lanes are depends on what arrives, and what arrives on what was lost before: a few rounds settle
        // it.
        Risk risk = Walk(shares, out double[][] arriving);
        for (int round = 0; round < 3; round++)
        {
            for (int place = 0; place < places.Length; place++)
            {
                places[place]?.FillLanes([.. flowsInOrder.Select(flow => (loads[flow], arriving[place][flow]))]);
            }

            risk = Walk(shares, out arriving);
        }

        return risk;
    }

    private Risk Walk(double[][] shares, out double[][] arriving)
    {
        losses = [.. loads.Select(load => places.Select(place => place?.Loss(load) ?? []).ToArray())];
        var ofCorridors = new double[shares.Length][];
        double[][] met = Table();
        double[][] lost = Table();
        arriving = [.. places.Select(_ => new double[loads.Length])];
        foreach (int flow in flowsInOrder)
        {
            ofCorridors[flow] = new double[shares[flow].Length];
            for (int i = 0; i < shares[flow].Length; i++)
            {
                double perHour = shipmentsPerHour[flow] * shares[flow][i];
                ofCorridors[flow][i] = WalkCorridor(flow, world.Flows[flow].Corridors[i], perHour, met, lost, arriving);
            }
        }

        double?[] anyone = new double?[places.Length];
        return new Risk(
            ofCorridors,
            [
                .. met.Select(
                    (row, organization) =>
                        row.Select((m, place) => m > 0 ? lost[organization][place] / m : anyone[place] ??= Anyone(place)).ToArray()
                ),
            ]
        );
    }

    /// <summary>Follows what departs along a corridor and says which share of it is lost.</summary>
    private double WalkCorridor(int flow, int corridor, double perHour, double[][] met, double[][] lost, double[][] arriving)
    {
        RouteLegs route = world.Routes[corridor];
        int organization = world.Flows[flow].Organization;
        double[] here = departures[flow];
        for (int step = 0; step < route.Places.Length; step++)
        {
            int place = route.Places[step];
            here = step == 0 ? here : clock.AfterLeg(Through(here, OnRoad(route.Places[step - 1], place)), route.MilesInto[step]);
            here = Through(here, atPlaces[place]);
            double[] loss = losses[flow][place];
            double reach = here.Sum();
            here = loss.Length == 0 ? here : [.. here.Zip(loss, (share, chance) => share * (1 - chance))];
            met[organization][place] += perHour * reach;
            lost[organization][place] += perHour * (reach - here.Sum());
            arriving[place][flow] += perHour * reach;
        }

        return 1 - here.Sum();
    }

    private static double[] Through(double[] coming, WaitingAtGates? gate)
    {
        if (gate is null)
        {
            return coming;
        }

        var through = new double[coming.Length];
        gate.Add(coming, through);
        return through;
    }

    private WaitingAtGates? OnRoad(int from, int to)
    {
        if (!onRoads.TryGetValue((from, to), out WaitingAtGates? known))
        {
            onRoads[(from, to)] = known = WeekClock.WaitingAt(world.Gates?.OnRoad(from, to));
        }

        return known;
    }

    // Of a place the organization never passes: what anybody would lose there at any hour, one flow counting as much as
    // another.
    private double Anyone(int place) => flowsInOrder.Average(flow => losses[flow][place].DefaultIfEmpty(0).Average());

    private double[][] Table() => [.. world.EntryNames(Dimension.Organization).Select(_ => new double[places.Length])];
}
