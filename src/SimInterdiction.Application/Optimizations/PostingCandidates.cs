using SimInterdiction.Application.Requests;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.World;
using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What a scenario's task forces may post, under which limits, and what it would seize.</summary>
internal sealed class PostingCandidates
{
    private const string AllSpots = "all_spots";

    private readonly Scenario scenario;
    private readonly List<(string Force, string Spot, Posting Posting)> candidates = [];
    private readonly OrderedDictionary<string, Posting> spots = [];
    private readonly Dictionary<string, (double OfficerHours, double CostUsd)> takes = [];
    private readonly List<Limit> limits = [];
    private readonly int[] kept;

    /// <param name="scenario">The scenario.</param>
    /// <param name="request">The limits.</param>
    public PostingCandidates(Scenario scenario, OptimizationRequest request)
    {
        this.scenario = scenario;
        AddCandidates(
            request.TaskForces.Count > 0
                ? request.TaskForces
                : [.. scenario.Deployments[scenario.InForce].Post.Values.Select(posting => posting.TaskForce).Distinct()]
        );
        kept = [.. request.Keep.Select(Keep)];
        foreach ((string spot, Posting posting) in spots)
        {
            takes[spot] = Takes(spot, posting);
        }

        AddLimits(request);
    }

    public int Count => candidates.Count;

    /// <summary>What may be chosen.</summary>
    public Candidates Candidates => new(candidates.Count, kept, limits);

    /// <summary>The share of all firearms that a choice seizes.</summary>
    public CoverageWorth Worth(Traffickers against)
    {
        Scenario withSpots = With([new(AllSpots, new Deployment { Post = spots })]);
        PostingChances chances = PostingChances.Of(CompiledScenario.Compile(withSpots), AllSpots);
        ILookup<string, int> ofSpot = candidates.Index().ToLookup(each => each.Item.Spot, each => each.Index);
        double all = chances.Corridors.Sum(corridor => corridor.Firearms);
        Route RouteOf(CorridorChances corridor) =>
            new(
                corridor.Departures.Select(departure =>
                    (
                        departure.Share,
                        (IReadOnlyList<(int, double)>)
                            [.. departure.Chances.SelectMany(each => ofSpot[each.Posting].Select(candidate => (candidate, each.Chance)))]
                    )
                )
            );
        return new CoverageWorth([
            .. against == Traffickers.KeepShares
                ? chances.Corridors.Select(corridor => new TrafficPart(corridor.Firearms / all, [RouteOf(corridor)]))
                : chances
                    .Corridors.GroupBy(corridor => corridor.Flow)
                    .Select(flow => new TrafficPart(flow.Sum(corridor => corridor.Firearms) / all, [.. flow.Select(RouteOf)])),
        ]);
    }

    /// <summary>The scenario with further deployments.</summary>
    public Scenario With(IEnumerable<KeyValuePair<string, Deployment>> further) =>
        scenario with
        {
            Deployments = new OrderedDictionary<string, Deployment>(scenario.Deployments.Concat(further)),
        };

    /// <summary>The postings of a choice, by name.</summary>
    public OrderedDictionary<string, Posting> PostingsOf(bool[] chosen)
    {
        var post = new OrderedDictionary<string, Posting>();
        foreach ((string force, _, Posting posting) in candidates.Where((_, i) => chosen[i]))
        {
            string name = $"{posting.At!.Checkpoint}_{force}";
            int number = 2;
            string free = name;
            while (post.ContainsKey(free) || scenario.Deployments[scenario.InForce].Post.ContainsKey(free))
            {
                free = $"{name}_{number++}";
            }

            post.Add(free, posting);
        }

        return post;
    }

    // Where the file posts such a team, at hours at which it does.
    private void AddCandidates(IReadOnlyList<string> forces)
    {
        foreach (string force in forces)
        {
            TaskForce owner = scenario.TaskForces[force];
            Place home = scenario.Places[owner.Home];
            foreach (string team in owner.Teams.Where(each => each.Value > 0).Select(each => each.Key))
            {
                foreach (string checkpoint in PlacesOf(team))
                {
                    Place place = scenario.Places[scenario.Checkpoints[checkpoint].Place ?? checkpoint];
                    if (home.At.MilesTo(place.At) <= (owner.ReachMiles ?? double.PositiveInfinity))
                    {
                        Array.ForEach(HoursOf(team), hours => Add(force, team, checkpoint, hours, lent: false));
                    }
                }
            }
        }
    }

    private IEnumerable<string> PlacesOf(string team) =>
        scenario
            .Deployments.Values.SelectMany(deployment => deployment.Post)
            .Where(each => each.Value.Team == team)
            .SelectMany(each => each.Value.CheckpointsOf(each.Key))
            .Where(checkpoint => !scenario.Checkpoints[checkpoint].Partner)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private int Add(string force, string team, string checkpoint, HoursOfDay hours, bool lent)
    {
        string spot = $"{checkpoint} {team} {hours.From.Minutes} {hours.EndMinute}";
        var posting = new Posting
        {
            At = new PostedAt { Checkpoint = checkpoint },
            TaskForce = force,
            Team = team,
            Hours = hours,
            Lent = lent,
        };
        spots.TryAdd(spot, posting);
        candidates.Add((force, spot, posting));
        return candidates.Count - 1;
    }

    // Those at which the file posts such a team, as long as it may.
    private HoursOfDay[] HoursOf(string team) =>
        [
            .. scenario
                .Deployments.Values.SelectMany(deployment => deployment.Post.Values)
                .Where(posting => posting.Team == team && posting.Hours.Minutes <= scenario.TeamTypes[team].MaxHoursPerDay * 60)
                .Select(posting => posting.Hours)
                .Distinct()
                .OrderBy(hours => hours.From.Minutes)
                .ThenBy(hours => hours.Minutes),
        ];

    private int Keep(string name)
    {
        Posting posting = scenario.Deployments[scenario.InForce].Post[name];
        string checkpoint = posting.CheckpointsOf(name).First();
        int same = candidates.FindIndex(each =>
            each.Force == posting.TaskForce
            && each.Posting.Team == posting.Team
            && each.Posting.At!.Checkpoint == checkpoint
            && each.Posting.Hours == posting.Hours
        );
        return same >= 0 ? same : Add(posting.TaskForce, posting.Team, checkpoint, posting.Hours, posting.Lent);
    }

    private (double OfficerHours, double CostUsd) Takes(string spot, Posting posting)
    {
        var alone = new OrderedDictionary<string, Deployment>
        {
            [AllSpots] = new() { Post = new OrderedDictionary<string, Posting> { [spot] = posting } },
        };
        DeploymentPreview preview = DeploymentPreview.Of(scenario with { Deployments = alone }, AllSpots);
        return (preview.OfficerHours, preview.CostUsd);
    }

    private void AddLimits(OptimizationRequest request)
    {
        if (request.OfficerHours is { } officerHours)
        {
            limits.Add(
                new Limit(PostingLimits.OfficerHours, [.. candidates.Select((each, i) => (i, takes[each.Spot].OfficerHours))], officerHours)
            );
        }

        if (request.CostUsd is { } cost)
        {
            limits.Add(new Limit(PostingLimits.Usd, [.. candidates.Select((each, i) => (i, takes[each.Spot].CostUsd))], cost));
        }

        foreach (var team in candidates.Index().GroupBy(each => (each.Item.Force, each.Item.Posting.Team)))
        {
            int owned = scenario.TaskForces[team.Key.Force].Teams[team.Key.Team];
            string whose = $"{team.Key.Team} of {team.Key.Force}";
            AddAtOnce(whose, [.. team.Select(each => (each.Index, each.Item.Posting.Hours))], owned);
            double hours = scenario.TeamTypes[team.Key.Team].MaxHoursPerDay * owned;
            limits.Add(
                new Limit($"hours a day of {whose}", [.. team.Select(each => (each.Index, each.Item.Posting.Hours.Minutes / 60.0))], hours)
            );
        }

        foreach (var place in candidates.Index().GroupBy(each => (each.Item.Posting.At!.Checkpoint, each.Item.Posting.Team)))
        {
            AddAtOnce($"{place.Key.Team} at {place.Key.Checkpoint}", [.. place.Select(each => (each.Index, each.Item.Posting.Hours))], 1);
        }
    }

    // Whoever comes at a minute finds no more there than may be; between two beginnings nobody comes.
    private void AddAtOnce(string name, (int Candidate, HoursOfDay Hours)[] postings, int most)
    {
        foreach (int minute in postings.Select(each => each.Hours.From.Minutes).Distinct().Order())
        {
            (int, double)[] there = [.. postings.Where(each => each.Hours.Holds(minute)).Select(each => (each.Candidate, 1.0))];
            if (there.Length > most)
            {
                limits.Add(new Limit($"{name} at once", there, most));
            }
        }
    }
}

/// <summary>The names of limits that are asked for.</summary>
public static class PostingLimits
{
    public const string OfficerHours = "officer-hours";
    public const string Usd = "USD";
}
