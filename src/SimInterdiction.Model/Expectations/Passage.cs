using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Risks;
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

    // Of where rotating teams are together, of which as many cases are followed.
    private const int MostCases = 200;

    private readonly CompiledScenario world;
    private readonly Departures departures;
    private readonly PostedPlace?[] posted;
    private readonly DrawnRotation[] rotations;
    private readonly Dictionary<CorridorTree, ILookup<DrawnRotation, int>> ahead = new(ReferenceEqualityComparer.Instance);
    private readonly LoadClass[][] loads;
    private readonly double[][] shares;
    private readonly Dictionary<(int Place, int Flow), double[]> arriving = [];

    /// <param name="world">The scenario.</param>
    /// <param name="plan">How flows are shared among their corridors.</param>
    /// <param name="roster">The teams.</param>
    public Passage(CompiledScenario world, AdversaryPlan plan, Roster roster)
    {
        this.world = world;
        // Of a rotation it matters which week it is, though its plan is the same in all.
        bool weeksAreAlike =
            roster.All.All(team => team is { Rules: { IsEveryWeekAlike: true, Rotation: null }, Stopping.IsWeekly: true })
            && world.Gates?.AreWeekly != false;
        departures = world.OnceForAllDeployments(weeksAreAlike, () => new Departures(world, weeksAreAlike));
        posted = [.. roster.AtPlace.Select(teams => teams is null ? null : new PostedPlace(teams, departures.Cells))];
        rotations = DrawnRotation.Of(roster.All, world.Timeline, departures.Cells);
        HasTooManyCases = Array.Exists(rotations, each => each.IsBlurred);
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
    public double FullestLanes => posted.Max(place => place?.Teams.Max(team => team.Full)) ?? 0;

    /// <summary>Of the vehicles that one team refers to secondary inspection, the share that finds it full: of the team
    /// with the greatest.</summary>
    public double FullestSecondary => posted.Max(place => place?.Teams.Max(team => team.FullAtSecondary)) ?? 0;

    /// <summary>About the share of what one team stops, or refers, that still waits when a shift ends: of the team with
    /// the greatest.</summary>
    public double MostStillWaiting => posted.Max(place => place?.Teams.Max(team => team.StillWaiting)) ?? 0;

    /// <summary>Whether so many teams rotate by chance that not all cases of where they are were followed.</summary>
    public bool HasTooManyCases { get; private set; }

    /// <summary>Firearms seized, by entry of the dimensions that a seizure has.</summary>
    public Dictionary<Dimension, double[]> SeizedBy { get; private set; } = [];

    private double FillLanes()
    {
        double changed = 0;
        for (int place = 0; place < posted.Length; place++)
        {
            if (posted[place] is not { } here)
            {
                continue;
            }

            var passing = world
                .FlowsInOrder.Where(flow => arriving.ContainsKey((place, flow.Number)))
                .Select(flow => (arriving[(place, flow.Number)], loads[flow.Number]));
            changed = Math.Max(changed, here.Teams.Max(team => team.FillLanes(passing, departures.HoursOfCell)));
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
            Underway[] leaving =
            [
                .. loads[flow.Number].Select(load => Underway.Leaving(Multiplied(departures.Shipments[flow.Number], load.Share))),
            ];
            foreach (CorridorTree tree in departures.Trees[flow.Number])
            {
                Pass(flow, tree, leaving);
            }
        }
    }

    private void Pass(CompiledFlow flow, CorridorTree tree, Underway[] leaving, int? from = null)
    {
        double share = tree.Corridors.Sum(corridor => shares[flow.Number][corridor]);
        if (share == 0 || !MeetsTeams(tree))
        {
            return;
        }

        Underway[] here = [.. leaving.Select(each => each.KnowingOnly(rotation => [.. Ahead(tree)[rotation].Distinct()]))];
        foreach (ITransfer by in departures.Into(from, tree))
        {
            here = [.. here.Select(each => each.Moved(by))];
        }

        if (posted[tree.Place] is { } place)
        {
            here = [.. here.Select((each, load) => MeetTeams(flow, loads[flow.Number][load], tree, share, place, each))];
        }

        foreach (CorridorTree onwards in tree.Onwards)
        {
            Pass(flow, onwards, here, tree.Place);
        }
    }

    private bool MeetsTeams(CorridorTree tree) => posted[tree.Place] is not null || tree.Onwards.Any(MeetsTeams);

    /// <summary>The shipments that reach a place meet its teams.</summary>
    /// <returns>Those that go on, when they do.</returns>
    private Underway MeetTeams(CompiledFlow flow, LoadClass load, CorridorTree tree, double share, PostedPlace place, Underway reach)
    {
        Arrive(tree.Place, flow.Number, share, reach.Together);
        Underway passing = KnowWhatMatters(tree, place, reach);
        (double[][] Acts, double[][] Stays)[] duties =
        [
            .. Enumerable.Range(0, passing.Cases).Select(i => place.Duty([.. place.Teams.Select(each => IsHere(each.Team, passing, i))])),
        ];
        foreach ((int i, PostedTeam team) in place.Teams.Index())
        {
            double[][] acts = [.. duties.Select(each => each.Acts[i])];
            double seized = team.Try(passing, load.Firearms, acts, [.. duties.Select(each => each.Stays[i])], out passing);
            Seize(flow, tree, team.Team, load.MeanFirearms * seized);
        }

        return passing;
    }

    private bool? IsHere(Station team, Underway passing, int @case) =>
        Array.Find(rotations, each => each.IsOf(team)) is { } rotation && passing.WhereIs(rotation, @case) is { } part
            ? team.Rules.Rotation!.Parts.Contains(part)
            : null;

    // Where a team is met once, and alone of its type, its chance is all that matters; unless it is met again at its
    // secondary inspection.
    private Underway KnowWhatMatters(CorridorTree tree, PostedPlace place, Underway reach)
    {
        foreach (DrawnRotation rotation in rotations.Where(each => place.Teams.Any(team => each.IsOf(team.Team))))
        {
            int[] checkpoints = [.. Ahead(tree)[rotation]];
            bool matters =
                checkpoints.Length > 1
                || place
                    .Teams.Where(team => rotation.IsOf(team.Team))
                    .Any(team => team.IsReferredLater || place.Teams.Count(o => o.Team.Place.Type == team.Team.Place.Type) > 1);
            if (!matters || (reach.Cases > 0 && reach.WhereIs(rotation, 0) is not null))
            {
                continue;
            }

            int[] distinct = [.. checkpoints.Distinct()];
            if (reach.Cases * (distinct.Length + 1) > MostCases)
            {
                HasTooManyCases = true;
                continue;
            }

            reach = reach.Knowing(rotation, distinct);
        }

        return reach;
    }

    // The checkpoints of each rotation at which its teams may be met from a place on, once for each team.
    private ILookup<DrawnRotation, int> Ahead(CorridorTree tree)
    {
        if (!ahead.TryGetValue(tree, out ILookup<DrawnRotation, int>? known))
        {
            ahead[tree] = known = RotatingFrom(tree).ToLookup(each => each.Rotation, each => each.Part);
        }

        return known;
    }

    private IEnumerable<(DrawnRotation Rotation, int Part)> RotatingFrom(CorridorTree tree) =>
        rotations
            .SelectMany(rotation =>
                (posted[tree.Place]?.Teams ?? [])
                    .Where(team => rotation.IsOf(team.Team))
                    .SelectMany(team => team.Team.Rules.Rotation!.Parts.Select(part => (rotation, part)))
            )
            .Concat(tree.Onwards.SelectMany(RotatingFrom));

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

    private static double[] Multiplied(double[] numbers, double factor)
    {
        var product = new double[numbers.Length];
        Series.AddMultiple(numbers, factor, product);
        return product;
    }
}
