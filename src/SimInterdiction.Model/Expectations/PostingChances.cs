using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>What each posting of a deployment would seize if it were alone, of what takes each corridor at each hour:
/// the parts of which a search for the best deployment is made.</summary>
/// <remarks>
/// Postings on a corridor, and visits of one that rotates at random, are taken to act each by a chance of its own at an
/// hour of departure, searches to take no time, lanes never to be full, and no other posting of its type to be at its
/// place. <see cref="ExpectedSeizures"/> has all that.
/// </remarks>
public sealed class PostingChances
{
    private const double SameChance = 1e-9;

    private readonly Departures departures;
    private readonly (string Posting, Station Team, double[] Acts)[]?[] atPlace;
    private readonly LoadClass[][] loads;
    private readonly double[][] shares;
    private readonly List<CorridorChances> corridors = [];

    private PostingChances(CompiledScenario world, string deployment)
    {
        var roster = new Roster(world, deployment);
        Dictionary<Posting, string> names = world
            .Scenario.Deployments[deployment]
            .Post.ToDictionary(each => each.Value, each => each.Key, (IEqualityComparer<Posting>)ReferenceEqualityComparer.Instance);
        bool weeksAreAlike = roster.All.All(team => team.Rules.IsEveryWeekAlike) && world.Gates?.AreWeekly != false;
        departures = world.Once(weeksAreAlike, () => new Departures(world, weeksAreAlike));
        atPlace =
        [
            .. roster.AtPlace.Select(teams =>
                teams
                    ?.Where(team => names.ContainsKey(team.Rules.Posting))
                    .GroupBy(team => team.Rules.Posting, (IEqualityComparer<Posting>)ReferenceEqualityComparer.Instance)
                    .SelectMany(posted => Tries(names[posted.Key], [.. posted], departures.Cells))
                    .ToArray()
            ),
        ];
        bool findsDependOnLoad = roster.All.Any(team => team.FindsDependOnLoad);
        loads = [.. world.Flows.Select(flow => LoadClass.Of(flow.Load, findsDependOnLoad))];
        AdversaryPlan plan = AdversaryPlan.Of(world, new Arm(deployment, Arm.Frozen));
        shares = [.. plan.Choices.Select((choice, flow) => choice.SharesOf(plan.CumulativeWeights[flow]))];
        foreach (CompiledFlow flow in world.FlowsInOrder)
        {
            foreach (CorridorTree tree in departures.Trees[flow.Number])
            {
                Follow(flow, tree, [], []);
            }
        }
    }

    /// <summary>Each corridor of each flow that is taken at all.</summary>
    public IReadOnlyList<CorridorChances> Corridors => corridors;

    /// <summary>The share of all firearms that is seized where all of each flow takes the corridor on which least
    /// is.</summary>
    public double ShareSeizedOnBestRoutes
    {
        get
        {
            double all = corridors.Sum(corridor => corridor.Firearms);
            return all > 0 ? corridors.GroupBy(c => c.Flow).Sum(flow => flow.Sum(c => c.Firearms) * flow.Min(c => c.ShareSeized)) / all : 0;
        }
    }

    /// <summary>Works them out.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">The deployment whose postings count, each alone.</param>
    public static PostingChances Of(CompiledScenario world, string deployment)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new PostingChances(world, deployment);
    }

    // The teams of a posting are there together, and those behind the first act less.
    private static IEnumerable<(string Posting, Station Team, double[] Acts)> Tries(string posting, Station[] teams, TimeCells cells)
    {
        double[][] acts = new PostedPlace(teams, cells).Acts(new bool?[teams.Length]);
        return teams.Select((team, i) => (posting, team, acts[i]));
    }

    private void Follow(CompiledFlow flow, CorridorTree tree, ITransfer[] way, Met[] met, int? from = null)
    {
        ITransfer[] here = [.. way, .. departures.Into(from, tree)];
        Met[] all =
        [
            .. met,
            .. (atPlace[tree.Place] ?? []).Select(each => new Met(each.Posting, each.Team, MeetsWhenLeaving(each.Acts, here))),
        ];
        foreach (CorridorTree onwards in tree.Onwards)
        {
            Follow(flow, onwards, here, all, tree.Place);
        }

        foreach (int corridor in tree.Corridors.Where(corridor => EndsAt(tree, corridor) && shares[flow.Number][corridor] > 0))
        {
            corridors.Add(ChancesOf(flow, corridor, all));
        }
    }

    private static bool EndsAt(CorridorTree tree, int corridor) => !tree.Onwards.Any(onwards => onwards.Corridors.Contains(corridor));

    // By cell of departure, the chance to meet it.
    private static double[] MeetsWhenLeaving(double[] acts, ITransfer[] way)
    {
        double[] chance = acts;
        foreach (ITransfer by in way.AsEnumerable().Reverse())
        {
            var before = new double[chance.Length];
            by.AddBack(chance, before);
            chance = before;
        }

        return chance;
    }

    private CorridorChances ChancesOf(CompiledFlow flow, int corridor, Met[] met)
    {
        double[] leaving = departures.Shipments[flow.Number];
        double all = leaving.Sum();
        int perHour = (int)Math.Round(1 / departures.Cells.Hours);
        var cells = new Dictionary<string, (double Share, (string, double)[] Chances)>(StringComparer.Ordinal);
        for (int from = 0; from < leaving.Length && all > 0; from += perHour)
        {
            Range hour = from..Math.Min(leaving.Length, from + perHour);
            double share = leaving[hour].Sum() / all;
            if (share == 0)
            {
                continue;
            }

            double[] meets = [.. met.Select(each => Series.Dot(leaving[hour], each.Meets[hour]) / (share * all))];
            foreach (LoadClass load in loads[flow.Number])
            {
                (string, double)[] chances =
                [
                    .. met.Select((each, i) => (each.Posting, Chance: meets[i] * each.Team.FindsShare(load.Firearms)))
                        .Where(each => each.Chance > 0)
                        .GroupBy(each => each.Posting)
                        .Select(tries => (tries.Key, 1 - tries.Aggregate(1.0, (missed, each) => missed * (1 - each.Chance)))),
                ];
                string key = string.Join(' ', chances.Select(each => $"{each.Item1} {Math.Round(each.Item2 / SameChance)}"));
                double part = share * load.Share * load.MeanFirearms / flow.Load.Mean;
                cells[key] = (cells.TryGetValue(key, out var same) ? same.Share + part : part, chances);
            }
        }

        return new CorridorChances(
            flow.Number,
            shares[flow.Number][corridor] * all * flow.Load.Mean,
            [.. cells.Values.Select(cell => new DepartureChances(cell.Share, cell.Chances))]
        );
    }

    private sealed record Met(string Posting, Station Team, double[] Meets);
}

/// <summary>A corridor of a flow.</summary>
/// <param name="Flow">The flow's number.</param>
/// <param name="Firearms">Those that take the corridor in the window.</param>
/// <param name="Departures">What leaves when the same teams are met alike.</param>
public sealed record CorridorChances(int Flow, double Firearms, IReadOnlyList<DepartureChances> Departures)
{
    /// <summary>The share of what takes it that is seized.</summary>
    public double ShareSeized =>
        Departures.Sum(leaving => leaving.Share * (1 - leaving.Chances.Aggregate(1.0, (passing, each) => passing * (1 - each.Chance))));
}

/// <summary>What leaves at like hours.</summary>
/// <param name="Share">Its share of the firearms on the corridor.</param>
/// <param name="Chances">The chance of each posting that may seize some of it.</param>
public sealed record DepartureChances(double Share, IReadOnlyList<(string Posting, double Chance)> Chances);
