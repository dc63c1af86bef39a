using SimInterdiction.Application.Expectations;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Optimization.Mixtures;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What a scenario's task forces may post, under which limits, and what it would seize.</summary>
internal sealed class PostingCandidates
{
    private const string AllSpots = "all_spots";

    // Of a type at a place and hours, in one candidate; several make more.
    private const int MostTogether = 8;

    private readonly Scenario scenario;
    private readonly PostingChoices choices;
    private readonly List<CandidatePosting> candidates = [];
    private readonly OrderedDictionary<string, Posting> spots = [];
    private readonly int[] kept;
    private readonly CandidateLimits limits;
    private readonly Lazy<PostingChances> chances;
    private readonly Lazy<ILookup<string, int>> ofSpot;

    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">What may be chosen, and the limits.</param>
    public PostingCandidates(Scenario scenario, OptimizationPlan plan)
    {
        this.scenario = scenario;
        choices = plan.Candidates;
        foreach (string force in choices.TaskForces ?? ForcesInForce())
        {
            AddCandidates(force);
        }

        kept = [.. plan.Keep.Distinct().Select(Keep)];
        limits = new CandidateLimits(scenario, plan, candidates, kept);
        Candidates = new Candidates(candidates.Count, kept, limits.All);
        chances = new(() => ChancesIn(scenario, Traffickers.Fixed));
        ofSpot = new(() => candidates.Index().ToLookup(each => each.Item.Spot, each => each.Index));
    }

    /// <summary>What may be chosen.</summary>
    public Candidates Candidates { get; }

    /// <summary>Whose teams of which type may be posted.</summary>
    public IEnumerable<(string Force, string Team)> Teams => candidates.Select(each => (each.Force, each.Posting.Team)).Distinct();

    /// <summary>The same with a share of the budget.</summary>
    public Candidates Within(double shareOfBudget) => new(candidates.Count, kept, [.. limits.WithShareOfBudget(shareOfBudget)]);

    /// <summary>The same for plans of which another may be drawn each day.</summary>
    /// <param name="chosen">A choice within the limits, which stays so.</param>
    public Candidates ForPlans(bool[] chosen) => new(candidates.Count, kept, [.. limits.All, .. limits.BetweenPlans(chosen)]);

    /// <summary>The same under other limits, or with more teams.</summary>
    /// <param name="with">The scenario with those teams.</param>
    /// <param name="plan">The limits.</param>
    public Candidates Under(Scenario with, OptimizationPlan plan) =>
        new(candidates.Count, kept, new CandidateLimits(with, plan, candidates, kept).All);

    /// <summary>What one change more of a choice would bring.</summary>
    public IReadOnlyList<PricedChange> PricesOf(bool[] chosen, IBoundedWorth worth) =>
        PriceList.Of(candidates, limits.OfficerHoursOf, worth, chosen);

    /// <summary>The share of all firearms that a choice seizes.</summary>
    public IBoundedWorth Worth(Traffickers against) =>
        TrafficWorth.Of(against == Traffickers.Logit ? ChancesIn(scenario, against) : chances.Value, against, CandidatesOf);

    /// <summary>The same of the scenario with other values of its inputs.</summary>
    public IBoundedWorth Worth(Traffickers against, Scenario other) => TrafficWorth.Of(ChancesIn(other, against), against, CandidatesOf);

    /// <summary>Flows that take the corridor on which least is seized.</summary>
    public MixedTraffic OnBestRoutes() => new(TrafficWorth.OnBestRoutes(chances.Value, CandidatesOf));

    /// <summary>The scenario with further deployments.</summary>
    public Scenario With(IEnumerable<KeyValuePair<string, Deployment>> further) =>
        scenario with
        {
            Deployments = new OrderedDictionary<string, Deployment>(scenario.Deployments.Concat(further)),
        };

    /// <summary>How many teams at places and hours one choice has and another one not, whosever they are.</summary>
    public int Differences(bool[] one, bool[] other)
    {
        List<string> others = [.. SpotsOf(other)];
        return SpotsOf(one).Count(spot => !others.Remove(spot));
    }

    /// <summary>The postings of a choice, by name; those that are kept as the deployment in force has them.</summary>
    public OrderedDictionary<string, Posting> PostingsOf(bool[] chosen)
    {
        IReadOnlyDictionary<string, Posting> inForce = scenario.Deployments[scenario.InForce].Post;
        var post = new OrderedDictionary<string, Posting>();
        foreach (CandidatePosting kept in Chosen(chosen).Where(each => each.KeptAs is not null))
        {
            post.Add(kept.KeptAs!, inForce[kept.KeptAs!]);
        }

        // Teams that are there together are one posting.
        foreach (var together in Chosen(chosen).Where(each => each.KeptAs is null).GroupBy(each => (each.Force, each.WhereAndWhen)))
        {
            Posting posting = together.First().Posting;
            string name = $"{posting.At!.Checkpoint}_{together.Key.Force}";
            int number = 2;
            string free = name;
            while (post.ContainsKey(free) || inForce.ContainsKey(free))
            {
                free = $"{name}_{number++}";
            }

            post.Add(free, posting with { Count = together.Sum(each => each.Posting.Count) });
        }

        return post;
    }

    private PostingChances ChancesIn(Scenario of, Traffickers against)
    {
        Scenario withSpots = of with
        {
            Deployments = new OrderedDictionary<string, Deployment>(of.Deployments) { [AllSpots] = new() { Post = spots } },
        };
        return PostingChances.Of(
            (against == Traffickers.Logit ? DeploymentExpectation.Knowing(withSpots) : null) ?? CompiledScenario.Compile(withSpots),
            AllSpots
        );
    }

    private IEnumerable<int> CandidatesOf(string spot) => ofSpot.Value[spot];

    private IEnumerable<CandidatePosting> Chosen(bool[] chosen) => candidates.Where((_, i) => chosen[i]);

    // A spot for each team that is there.
    private IEnumerable<string> SpotsOf(bool[] chosen) =>
        Chosen(chosen).SelectMany(each => Enumerable.Repeat(each.WhereAndWhen, each.Posting.Count));

    private IEnumerable<string> ForcesInForce() =>
        scenario.Deployments[scenario.InForce].Post.Values.Select(posting => posting.TaskForce).Distinct();

    private void AddCandidates(string force)
    {
        TaskForce owner = scenario.TaskForces[force];
        Place home = scenario.Places[owner.Home];
        foreach (string team in owner.Teams.Where(each => each.Value > 0).Select(each => each.Key))
        {
            foreach (string checkpoint in PlacesOf(team).Where(checkpoint => choices.Holds(force, team, [checkpoint])))
            {
                Place place = scenario.Places[scenario.Checkpoints[checkpoint].Place ?? checkpoint];
                if (home.At.MilesTo(place.At) <= (owner.ReachMiles ?? double.PositiveInfinity))
                {
                    foreach (PostingShift shift in ShiftsOf(team))
                    {
                        foreach (int count in CountsOf(team).Where(count => count <= owner.Teams[team]))
                        {
                            Add(force, team, checkpoint, shift, count);
                        }
                    }
                }
            }
        }
    }

    // Those that are named, or where the file posts such a team.
    private IReadOnlyList<string> PlacesOf(string team) =>
        choices.Checkpoints
        ??
        [
            .. scenario
                .Deployments.Values.SelectMany(deployment => deployment.Post)
                .Where(each => each.Value.Team == team)
                .SelectMany(each => each.Value.CheckpointsOf(each.Key))
                .Where(checkpoint => !scenario.Checkpoints[checkpoint].Partner)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    // Those that are named, or the hours at which the file posts such a team; as long as it may.
    private IEnumerable<PostingShift> ShiftsOf(string team) =>
        (
            choices.Shifts
            ?? scenario
                .Deployments.Values.SelectMany(deployment => deployment.Post.Values)
                .Where(posting => posting.Team == team)
                .Select(posting => posting.Hours)
                .Distinct()
                .OrderBy(hours => hours.From.Minutes)
                .ThenBy(hours => hours.Minutes)
                .Select(hours => new PostingShift { Hours = hours })
        ).Where(shift => shift.Hours.Minutes <= scenario.TeamTypes[team].MaxHoursPerDay * 60);

    // One, as many together as the file posts somewhere, and any number where further ones bring something.
    private IEnumerable<int> CountsOf(string team) =>
        scenario
            .Deployments.Values.SelectMany(deployment => deployment.Post.Values)
            .Where(posting => posting.Team == team)
            .Select(posting => posting.Count)
            .Concat(Enumerable.Range(1, scenario.TeamTypes[team].FurtherTeamAdds > 0 ? MostTogether : 1))
            .Distinct()
            .Order();

    private void Add(string force, string team, string checkpoint, PostingShift shift, int count)
    {
        string days = shift.Days is { } some ? string.Join(',', some.Distinct().Order()) : string.Empty;
        string whereAndWhen = $"{checkpoint} {team} {shift.Hours.From.Minutes} {shift.Hours.EndMinute} {days}";
        string spot = $"{whereAndWhen} {count}";
        var posting = new Posting
        {
            At = new PostedAt { Checkpoint = checkpoint },
            TaskForce = force,
            Team = team,
            Hours = shift.Hours,
            Days = shift.Days,
            Count = count,
        };
        if (!candidates.Exists(each => each.Spot == spot && each.Force == force))
        {
            spots.TryAdd(spot, posting);
            candidates.Add(new CandidatePosting(force, spot, whereAndWhen, posting, KeptAs: null));
        }
    }

    private int Keep(string name)
    {
        Posting posting = scenario.Deployments[scenario.InForce].Post[name];
        string spot = $"kept {name}";
        Posting placed = posting with { At = posting.At ?? new PostedAt { Checkpoint = name } };
        spots.Add(spot, placed);
        candidates.Add(new CandidatePosting(posting.TaskForce, spot, spot, placed, name));
        return candidates.Count - 1;
    }
}

/// <summary>A posting that may be chosen.</summary>
/// <param name="Force">Whose team.</param>
/// <param name="Spot">Where, when and how many: what is worth the same, whoever's teams they are.</param>
/// <param name="WhereAndWhen">The same, however many.</param>
/// <param name="Posting">The posting.</param>
/// <param name="KeptAs">Its name in the deployment in force; null for one that is not kept.</param>
internal sealed record CandidatePosting(string Force, string Spot, string WhereAndWhen, Posting Posting, string? KeptAs);
