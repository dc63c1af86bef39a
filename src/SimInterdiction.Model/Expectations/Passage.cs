using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>Follows what is dispatched along all corridors, past the teams of one deployment.</summary>
internal sealed class Passage
{
    // How often lanes are full follows from what arrives, and that from how often they are full before: until it moves
    // by less than this, which no result shows.
    private const double Settled = 1e-5;
    private const int MostRounds = 10;

    private readonly CompiledScenario world;
    private readonly Departures departures;
    private readonly PostedTeam[]?[] posted;
    private readonly LoadClass[][] loads;
    private readonly double[][] shares;
    private readonly Dictionary<(int Place, int Flow), double[]> arriving = [];

    /// <param name="world">The scenario.</param>
    /// <param name="plan">How flows are shared among their corridors.</param>
    /// <param name="roster">The teams.</param>
    public Passage(CompiledScenario world, AdversaryPlan plan, Roster roster)
    {
        this.world = world;
        bool weeksAreAlike = roster.All.All(team => team.Rules.IsEveryWeekAlike) && world.Gates?.AreWeekly != false;
        departures = world.Once(weeksAreAlike, () => new Departures(world, weeksAreAlike));
        posted = [.. roster.AtPlace.Select(teams => teams is null ? null : PostedTeam.Of(teams, departures.Cells))];
        bool findsDependOnLoad = roster.All.Any(team => team.FindsDependOnLoad);
        loads = [.. world.Flows.Select(flow => LoadClass.Of(flow.Load, findsDependOnLoad))];
        shares = [.. plan.Choices.Select((choice, flow) => choice.SharesOf(plan.CumulativeWeights[flow]))];
        for (int round = 0; round < MostRounds && FillLanes() > (round == 0 ? -1 : Settled); round++)
        {
            Pass();
        }
    }

    /// <summary>Firearms dispatched inside the window.</summary>
    public double Dispatched => world.FlowsInOrder.Sum(flow => departures.Shipments[flow.Number].Sum() * flow.Load.Mean);

    /// <summary>Of the vehicles that one team stops, the share that finds all lanes full: of the team with the
    /// greatest.</summary>
    public double FullestLanes => posted.Max(teams => teams?.Max(team => team.Full)) ?? 0;

    /// <summary>Firearms seized, by entry of the dimensions that a seizure has.</summary>
    public Dictionary<Dimension, double[]> SeizedBy { get; private set; } = [];

    private double FillLanes()
    {
        double changed = 0;
        for (int place = 0; place < posted.Length; place++)
        {
            if (posted[place] is not { } teams)
            {
                continue;
            }

            var passing = world
                .FlowsInOrder.Where(flow => arriving.ContainsKey((place, flow.Number)))
                .Select(flow => (arriving[(place, flow.Number)], loads[flow.Number]));
            changed = Math.Max(changed, teams.Max(team => team.FillLanes(passing, departures.HoursOfCell)));
        }

        return changed;
    }

    private void Pass()
    {
        arriving.Clear();
        SeizedBy = new Dimension[] { Dimension.Checkpoint, Dimension.TaskForce, Dimension.Corridor, Dimension.Flow }.ToDictionary(
            dimension => dimension,
            dimension => new double[world.EntryNames(dimension).Count]
        );
        foreach (CompiledFlow flow in world.FlowsInOrder)
        {
            double[][] leaving = [.. loads[flow.Number].Select(load => Multiplied(departures.Shipments[flow.Number], load.Share))];
            foreach (CorridorTree tree in departures.Trees[flow.Number])
            {
                Pass(flow, tree, leaving);
            }
        }
    }

    private void Pass(CompiledFlow flow, CorridorTree tree, double[][] leaving, int? from = null)
    {
        double share = tree.Corridors.Sum(corridor => shares[flow.Number][corridor]);
        if (share == 0 || !MeetsTeams(tree))
        {
            return;
        }

        double[][] enter = from is { } before ? [.. leaving.Select(each => departures.OnTo(before, tree.Place, each))] : leaving;
        double[][] here = departures.Leg(tree.MilesInto) is { } leg ? [.. enter.Select(each => Moved(each, leg))] : enter;
        here = [.. here.Select(each => departures.Into(tree.Place, each))];
        if (posted[tree.Place] is { } teams)
        {
            here = [.. here.Select((each, load) => MeetTeams(flow, loads[flow.Number][load], tree, share, teams, each))];
        }

        foreach (CorridorTree onwards in tree.Onwards)
        {
            Pass(flow, onwards, here, tree.Place);
        }
    }

    private bool MeetsTeams(CorridorTree tree) => posted[tree.Place] is not null || tree.Onwards.Any(MeetsTeams);

    /// <summary>The shipments that reach a place meet its teams.</summary>
    /// <returns>Those that go on, when they do.</returns>
    private double[] MeetTeams(CompiledFlow flow, LoadClass load, CorridorTree tree, double share, PostedTeam[] teams, double[] reach)
    {
        Arrive(tree.Place, flow.Number, share, reach);
        double[] passing = [.. reach];
        foreach (PostedTeam team in teams)
        {
            Seize(flow, tree, team.Team, load.MeanFirearms * team.Try(passing, load.Firearms));
        }

        return passing;
    }

    private void Seize(CompiledFlow flow, CorridorTree tree, Station team, double firearms)
    {
        foreach (int corridor in tree.Corridors)
        {
            double seized = shares[flow.Number][corridor] * firearms;
            SeizedBy[Dimension.Checkpoint][team.Place.Checkpoint] += seized;
            SeizedBy[Dimension.TaskForce][team.Place.TaskForce] += seized;
            SeizedBy[Dimension.Corridor][flow.Corridors[corridor]] += seized;
            SeizedBy[Dimension.Flow][flow.Number] += seized;
        }
    }

    private void Arrive(int place, int flow, double share, double[] reach)
    {
        if (!arriving.TryGetValue((place, flow), out double[]? sum))
        {
            arriving[(place, flow)] = sum = new double[reach.Length];
        }

        Series.AddMultiple(reach, share, sum);
    }

    private static double[] Moved(double[] leaving, Delay by)
    {
        var arriving = new double[leaving.Length];
        by.Add(leaving, arriving);
        return arriving;
    }

    private static double[] Multiplied(double[] numbers, double factor)
    {
        var product = new double[numbers.Length];
        Series.AddMultiple(numbers, factor, product);
        return product;
    }
}
