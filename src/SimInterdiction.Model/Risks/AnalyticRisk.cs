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
/// delay, times by half-hours of an average week, looks by their mean chance in each, and dates that decide who is at
/// one place as if they decided it for each place apart. What chance draws for teams that rotate together it draws for
/// a whole journey (<see cref="DrawnCase"/>).
/// </remarks>
internal sealed class AnalyticRisk
{
    private readonly CompiledScenario world;
    private readonly (double Chance, MannedPlace?[] Places)[] cases;
    private readonly MannedPlace[][] allOf;
    private readonly WeekClock clock;
    private readonly double[][] departures;
    private readonly Distribution[] loads;
    private readonly double[] shipmentsPerHour;
    private readonly int[] flowsInOrder;
    private readonly WaitingAtGates?[] atPlaces;
    private readonly Dictionary<(int From, int To), WaitingAtGates?> onRoads = [];

    public AnalyticRisk(CompiledScenario world, string deployment)
    {
        this.world = world;
        clock = new WeekClock(world.Scenario.Travel.SpeedMph);
        (cases, allOf) = CasesOf(world, new Roster(world, deployment));
        atPlaces = [.. Enumerable.Range(0, world.PlaceCount).Select(place => WeekClock.WaitingAt(world.Gates?.AtPlace(place)))];
        departures = world.OnceForAllDeployments(typeof(WeekClock), () =>
            world.Flows.Select(flow => WeekClock.Departures(flow.Intensity, world.Timeline)).ToArray()
        );
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
            for (int place = 0; place < allOf.Length; place++)
            {
                foreach (MannedPlace manned in allOf[place])
                {
                    manned.FillLanes([.. flowsInOrder.Select(flow => (loads[flow], arriving[place][flow]))]);
                }
            }

            risk = Walk(shares, out arriving);
        }

        return risk;
    }

    // Places are alike in all cases that say the same of their teams.
    private static ((double, MannedPlace?[])[] Cases, MannedPlace[][] AllOf) CasesOf(CompiledScenario world, Roster roster)
    {
        var known = roster.AtPlace.Select(_ => new OrderedDictionary<string, MannedPlace>()).ToArray();
        MannedPlace? PlaceIn(DrawnCase drawn, int place)
        {
            if (roster.AtPlace[place] is not { } teams)
            {
                return null;
            }

            bool?[] isHere = [.. teams.Select(drawn.IsHere)];
            string key = string.Join(' ', isHere);
            if (!known[place].TryGetValue(key, out MannedPlace? manned))
            {
                known[place][key] = manned = new MannedPlace(teams, isHere, world.Timeline);
            }

            return manned;
        }

        (double, MannedPlace?[])[] all =
        [
            .. DrawnCase
                .Of(roster.All)
                .Select(drawn => (drawn.Chance, Enumerable.Range(0, known.Length).Select(place => PlaceIn(drawn, place)).ToArray())),
        ];
        return (all, [.. known.Select(each => each.Values.ToArray())]);
    }

    private Risk Walk(double[][] shares, out double[][] arriving)
    {
        double[][] ofCorridors = [.. shares.Select(its => new double[its.Length])];
        double[][] met = Table();
        double[][] lost = Table();
        arriving = [.. allOf.Select(_ => new double[loads.Length])];
        Dictionary<MannedPlace, double[][]> losses = allOf
            .SelectMany(all => all)
            .ToDictionary(manned => manned, manned => loads.Select(manned.Loss).ToArray());
        foreach ((double chance, MannedPlace?[] places) in cases)
        {
            foreach (int flow in flowsInOrder)
            {
                double[]?[] lossAt = [.. places.Select(manned => manned is null ? null : losses[manned][flow])];
                for (int i = 0; i < shares[flow].Length; i++)
                {
                    double perHour = chance * shipmentsPerHour[flow] * shares[flow][i];
                    int corridor = world.Flows[flow].Corridors[i];
                    ofCorridors[flow][i] += chance * WalkCorridor(flow, corridor, perHour, lossAt, met, lost, arriving);
                }
            }
        }

        double?[] anyone = new double?[allOf.Length];
        return new Risk(
            ofCorridors,
            [
                .. met.Select(
                    (row, organization) =>
                        row.Select((m, place) => m > 0 ? lost[organization][place] / m : anyone[place] ??= Anyone(place, losses)).ToArray()
                ),
            ]
        );
    }

    /// <summary>Follows what departs along a corridor and says which share of it is lost.</summary>
    private double WalkCorridor(
        int flow,
        int corridor,
        double perHour,
        double[]?[] losses,
        double[][] met,
        double[][] lost,
        double[][] arriving
    )
    {
        RouteLegs route = world.Routes[corridor];
        int organization = world.Flows[flow].Organization;
        double[] here = departures[flow];
        for (int step = 0; step < route.Places.Length; step++)
        {
            int place = route.Places[step];
            here = step == 0 ? here : clock.AfterLeg(Through(here, OnRoad(route.Places[step - 1], place)), route.MilesInto[step]);
            here = Through(here, atPlaces[place]);
            double reach = here.Sum();
            here = losses[place] is not { } loss ? here : [.. here.Zip(loss, (share, chance) => share * (1 - chance))];
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
    private double Anyone(int place, Dictionary<MannedPlace, double[][]> losses) =>
        allOf[place].Length == 0
            ? 0
            : flowsInOrder.Average(flow =>
                cases.Sum(each => each.Places[place] is { } manned ? each.Chance * losses[manned][flow].Average() : 0)
            );

    private double[][] Table() => [.. world.EntryNames(Dimension.Organization).Select(_ => new double[allOf.Length])];
}
