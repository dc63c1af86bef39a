using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>What each posting of a deployment would seize, alone or with others, of what takes each corridor at each
/// hour: the parts of which a search for the best deployment is made.</summary>
/// <remarks>
/// Teams of a type at one place are followed together, with what each further one adds, as long as few of them rotate
/// at random. Otherwise postings on a corridor, and visits of one that rotates at random, are taken to act each by a
/// chance of its own at an hour of departure, and searches to take no time. Lanes are as full as all that passes there
/// makes them, whatever is seized before; those of several teams of a type, as on average. <see
/// cref="ExpectedSeizures"/> has all that.
/// </remarks>
public sealed class PostingChances
{
    private const double SameChance = 1e-9;

    // Of postings that rotate at random through a place: each doubles the cases of who is there.
    private const int MostDrawn = 6;

    private readonly Departures departures;
    private readonly Dictionary<Posting, string> names;
    private readonly Group[]?[] atPlace;
    private readonly LoadClass[][] loads;
    private readonly int usualLoad;
    private readonly double[][] shares;
    private readonly (double Aversion, double[] Attractions)[] answers;
    private readonly List<CorridorChances> corridors = [];

    private PostingChances(CompiledScenario world, string deployment)
    {
        var roster = new Roster(world, deployment);
        names = world
            .Scenario.Deployments[deployment]
            .Post.ToDictionary(each => each.Value, each => each.Key, (IEqualityComparer<Posting>)ReferenceEqualityComparer.Instance);
        bool weeksAreAlike =
            roster.All.All(team => team is { Rules.IsEveryWeekAlike: true, Stopping.IsWeekly: true }) && world.Gates?.AreWeekly != false;
        departures = world.OnceForAllDeployments(weeksAreAlike, () => new Departures(world, weeksAreAlike));
        bool findsDependOnLoad = roster.All.Any(team => team.FindsDependOnLoad);
        loads = [.. world.Flows.Select(flow => LoadClass.Of(flow.Load, findsDependOnLoad))];
        AdversaryPlan plan = AdversaryPlan.Of(world, new Arm(deployment, Arm.Frozen));
        shares = [.. plan.Choices.Select((choice, flow) => choice.SharesOf(plan.CumulativeWeights[flow]))];
        usualLoad = (int)Math.Max(1, Math.Round(world.Flows.Average(flow => flow.Load.Mean)));
        var passing = new PassingTraffic(world, departures, shares);
        atPlace =
        [
            .. roster.AtPlace.Select(
                (teams, place) =>
                    teams
                        ?.Where(team => names.ContainsKey(team.Rules.Posting))
                        .GroupBy(team => TogetherWith(team, teams))
                        .Select(alike => GroupOf([.. alike], place, passing))
                        .ToArray()
            ),
        ];
        answers = [.. world.Flows.Select(flow => AnswerOf(AdversaryPlan.Of(world, new Arm(world.Scenario.InForce)), flow))];
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

    /// <summary>Works them out.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">The deployment whose postings count.</param>
    public static PostingChances Of(CompiledScenario world, string deployment)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new PostingChances(world, deployment);
    }

    // Of a type, and as likely to act: at checkpoints of one place that may differ. Where many are drawn, each is
    // alone.
    private (string Type, double Acts, int? Checkpoint, string? Drawn) TogetherWith(Station team, Station[] all)
    {
        bool IsDrawn(Station one) => one.Place.Type == team.Place.Type && one.Rules.Rotation is { Rotation.IsByChance: true };
        bool isAlone = IsDrawn(team) && all.Where(IsDrawn).DistinctBy(one => one.Rules.Posting).Count() > MostDrawn;
        return (
            team.Place.Type,
            team.Stopping.Greatest,
            team.Stopping.VariesInTime ? team.Place.Checkpoint : null,
            isAlone ? names[team.Rules.Posting] : null
        );
    }

    // Each team finds what the one with the emptiest lanes does, and stops as much as it ever does; where the lanes of
    // others are fuller, or when it stops less, less of the time counts.
    private Group GroupOf(Station[] teams, int place, PassingTraffic passing)
    {
        var posted = new PostedPlace(teams, departures.Cells);
        foreach (PostedTeam team in posted.Teams.Where(each => each.CanBeFull))
        {
            team.FillLanes(passing.At(place).Select(each => (each.Shipments, loads[each.Flow.Number])), departures.HoursOfCell);
        }

        double found = posted.Teams.Max(team => team.ShareFound(usualLoad));
        double[]? part = PartOfGreatest(teams[0].Stopping);
        return new Group(
            teams[0],
            found,
            [
                .. posted
                    .Times()
                    .Select(time =>
                        (
                            (IReadOnlyList<(string, int)>)
                                [
                                    .. time
                                        .There.GroupBy(team => names[team.Team.Rules.Posting])
                                        .Select(posting => (posting.Key, posting.Count())),
                                ],
                            Part(time.Share, part, found > 0 ? time.There.Average(team => team.ShareFound(usualLoad)) / found : 0)
                        )
                    ),
            ]
        );
    }

    private static double[] Part(double[] shares, double[]? parts, double part)
    {
        double[] its = parts is null ? shares : [.. shares.Zip(parts, (share, each) => share * each)];
        return part < 1 ? [.. its.Select(share => share * part)] : its;
    }

    // By cell of time, its chance relative to the greatest; null where it is always the same.
    private double[]? PartOfGreatest(Stopping stopping)
    {
        if (!stopping.VariesInTime)
        {
            return null;
        }

        var part = new double[departures.Cells.Count];
        foreach ((Instant from, Instant to, double chance) in stopping.Steps(departures.Cells.Planned.From, departures.Cells.Planned.To))
        {
            departures.Cells.AddShares(from, to, stopping.Greatest > 0 ? chance / stopping.Greatest : 0, part);
        }

        return part;
    }

    private void Follow(CompiledFlow flow, CorridorTree tree, ITransfer[] way, Met[] met, int? from = null)
    {
        ITransfer[] here = [.. way, .. departures.Into(from, tree)];
        Met[] all =
        [
            .. met,
            .. (atPlace[tree.Place] ?? []).Select(each => new Met(
                each.Team,
                each.Found,
                [.. each.Times.Select(time => (time.There, MeetsWhenLeaving(time.Share, here)))]
            )),
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

    // By cell of departure, the chance to come in some part of the cells.
    private static double[] MeetsWhenLeaving(double[] shares, ITransfer[] way)
    {
        double[] chance = shares;
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
        var cells = new Dictionary<string, (double Share, IReadOnlyList<MetTeams> Met)>(StringComparer.Ordinal);
        for (int from = 0; from < leaving.Length && all > 0; from += perHour)
        {
            Range hour = from..Math.Min(leaving.Length, from + perHour);
            double share = leaving[hour].Sum() / all;
            if (share == 0)
            {
                continue;
            }

            MetTime[][] times =
            [
                .. met.Select(each =>
                    each.Times.Select(time => new MetTime(Series.Dot(leaving[hour], time.Meets[hour]) / (share * all), time.There))
                        .Where(time => time.Chance > 0)
                        .ToArray()
                ),
            ];
            string when = string.Join('|', times.Select(its => string.Join(' ', its.Select(KeyOf))));
            foreach (LoadClass load in loads[flow.Number])
            {
                string key = $"{load.Firearms} {when}";
                double part = share * load.Share * load.MeanFirearms / flow.Load.Mean;
                cells[key] = cells.TryGetValue(key, out var same)
                    ? (same.Share + part, same.Met)
                    : (part, [.. met.Zip(times, (each, its) => TeamsOf(each, load, its))]);
            }
        }

        return new CorridorChances(
            flow.Number,
            shares[flow.Number][corridor] * all * flow.Load.Mean,
            answers[flow.Number].Aversion,
            answers[flow.Number].Attractions[corridor],
            [.. cells.Values.Select(cell => new DepartureChances(cell.Share, cell.Met))]
        );
    }

    // How a flow answers to what is seized: not at all where its organization does not know every risk.
    private (double Aversion, double[] Attractions) AnswerOf(AdversaryPlan plan, CompiledFlow flow)
    {
        CorridorChoice choice = plan.Choices[flow.Number];
        return plan.Organizations[flow.Organization].Behaviour.RouteChoice is { Learns: Learning.Known, RiskAversion: > 0 and var aversion }
            ? (aversion, choice.SharesOf(choice.Weigh(new double[flow.Corridors.Length])))
            : (0, shares[flow.Number]);
    }

    private static string KeyOf(MetTime time) => $"{string.Join(',', time.There)} {Math.Round(time.Chance / SameChance)}";

    private static MetTeams TeamsOf(Met met, LoadClass load, MetTime[] times)
    {
        double finds = met.Team.FindsShare(load.Firearms) * met.Found;
        double acts = met.Team.Stopping.Greatest;
        return new MetTeams(
            met.Team.ChanceToAct(acts, isFurther: false) * finds,
            met.Team.ChanceToAct(acts, isFurther: true) * finds,
            times
        );
    }

    private sealed record Group(Station Team, double Found, (IReadOnlyList<(string, int)> There, double[] Share)[] Times);

    private sealed record Met(Station Team, double Found, (IReadOnlyList<(string, int)> There, double[] Meets)[] Times);
}

/// <summary>A corridor of a flow.</summary>
/// <param name="Flow">The flow's number.</param>
/// <param name="Firearms">Those that take the corridor in the window.</param>
/// <param name="RiskAversion">How much less it is taken by those who know what is seized on it; 0 where they
/// don't.</param>
/// <param name="Attraction">The share of the flow that would take it if nothing were seized anywhere.</param>
/// <param name="Departures">What leaves when the same teams are met alike.</param>
public sealed record CorridorChances(
    int Flow,
    double Firearms,
    double RiskAversion,
    double Attraction,
    IReadOnlyList<DepartureChances> Departures
);

/// <summary>What leaves at like hours.</summary>
/// <param name="Share">Its share of the firearms on the corridor.</param>
/// <param name="Met">The teams of each type at each place that may seize some of it.</param>
public sealed record DepartureChances(double Share, IReadOnlyList<MetTeams> Met);

/// <summary>Teams of a type at a place.</summary>
/// <param name="First">The chance of the first that is there to seize what comes.</param>
/// <param name="Further">That of each further one.</param>
/// <param name="Times">When they may be met; never more than one.</param>
public sealed record MetTeams(double First, double Further, IReadOnlyList<MetTime> Times);

/// <summary>A time at which the same teams are there.</summary>
/// <param name="Chance">The chance to come at such a time.</param>
/// <param name="There">The postings, and how many teams of each.</param>
public sealed record MetTime(double Chance, IReadOnlyList<(string Posting, int Teams)> There);
