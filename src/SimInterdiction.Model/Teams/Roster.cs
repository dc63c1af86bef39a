using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The posted teams of one deployment, by place, in the order in which they try
/// (<see cref="PostingOrder"/>).</summary>
internal sealed class Roster
{
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="book">Keeps shifts for other rosters too; null where there are none.</param>
    public Roster(CompiledScenario world, string deployment, DutyBook? book = null)
    {
        Duties = book ?? new DutyBook();
        AtPlace = new Station[world.PlaceCount][];
        foreach (
            IGrouping<int, PostedTeam> here in world
                .Postings.Sorted(TeamsOf(world, deployment), t => (t.Name, t.Posting))
                .GroupBy(t => t.Place)
        )
        {
            AtPlace[here.Key] = [.. here.Select(team => StationOf(world, team))];
        }

        All = [.. world.PlacesInOrder.SelectMany(place => AtPlace[place] ?? [])];
    }

    /// <summary>When teams are on duty.</summary>
    public DutyBook Duties { get; }

    /// <summary>The teams at each place; null where there are none.</summary>
    public Station[]?[] AtPlace { get; }

    public IReadOnlyList<Station> All { get; }

    private Station StationOf(CompiledScenario world, PostedTeam team)
    {
        Checkpoint checkpoint = world.Scenario.Checkpoints[team.Checkpoint];
        var place = new StationPlace(
            team.Place,
            world.NumberOf(Dimension.Checkpoint, team.Checkpoint),
            world.NumberOf(Dimension.TaskForce, team.Posting.TaskForce),
            checkpoint.Traffic?.PerHour ?? 0,
            Intensity.OfTraffic(checkpoint.Profile, world.Scenario.Places[world.Scenario.PlaceOf(team.Checkpoint)].Open, world.Timeline),
            team.Posting.Team,
            team.Rank,
            checkpoint.Partner
        );
        return new Station(
            place,
            world.Scenario.TeamTypes[team.Posting.Team],
            new DutyRules(team.Posting, world.Timeline, team.Active, team.Rotation),
            Duties
        );
    }

    /// <summary>
    /// The deployment's teams; with <c>during_warm_up: today</c> those of today's until the window begins, and its own
    /// from then on. A team that both have works on across the seam, its lanes and queue as they are, so that a
    /// deployment equal to today's comes out the same.
    /// </summary>
    private static List<PostedTeam> TeamsOf(CompiledScenario world, string deployment)
    {
        Scenario scenario = world.Scenario;
        List<PostedTeam> own = Posted(world, deployment);
        if (
            scenario.Experiment.DuringWarmUp != DuringWarmUp.Today
            || deployment == scenario.InForce
            || world.Timeline.WindowStart <= Instant.Zero
        )
        {
            return own;
        }

        List<PostedTeam> todays = Posted(world, scenario.InForce);
        Instant seam = world.Timeline.WindowStart;
        return
        [
            .. own.Select(t => todays.Exists(t.IsTheSameAs) ? t : t with { Active = t.Active with { From = seam } }),
            .. todays.Where(t => !own.Exists(t.IsTheSameAs)).Select(t => t with { Active = t.Active with { To = seam } }),
        ];
    }

    /// <summary>The teams of one deployment in their order, with the ranks of those with lanes among those at the
    /// place.</summary>
    private static List<PostedTeam> Posted(CompiledScenario world, string deployment)
    {
        Scenario scenario = world.Scenario;
        Deployment plan = scenario.Deployments[deployment];
        var posted = new List<PostedTeam>();
        var rotations = new List<string>();
        var plans = RotatingPlans.Of(world, plan);
        foreach ((string name, Posting posting) in world.Postings.Sorted(plan.Post, p => (p.Key, p.Value)))
        {
            string[] checkpoints = world.Postings.CheckpointsOf(name, posting, plan.Post);
            Rotation? rotation = posting.At?.Rotate is { } shares
                ? new Rotation(
                    posting.At.Order,
                    posting.At.EveryHours,
                    [.. checkpoints.Select(c => shares[c])],
                    RotationKey(world, posting, rotations),
                    world.Timeline.FirstDay.AddDays(-1)
                )
                : null;
            foreach ((int index, string checkpoint) in checkpoints.Index())
            {
                // A partner's checkpoint is manned only where partners take part.
                if (scenario.Checkpoints[checkpoint].Partner && plan.Programmes?.Partners != true)
                {
                    continue;
                }

                bool hasLanes = scenario.TeamTypes[posting.Team].Works == TeamWork.Lanes;
                int place = world.PlaceOfCheckpoint(checkpoint);
                RotationPart? part = rotation is null ? plans?.PartOf(posting) : new RotationPart(rotation, [index]);
                for (int copy = 0; copy < posting.Count; copy++)
                {
                    int rank = hasLanes ? posted.Count(t => t.Place == place && t.HasLanes) : 0;
                    var team = new PostedTeam(name, posting, checkpoint, place, rank, DutyRules.Always, part) { HasLanes = hasLanes };
                    posted.Add(team with { Alike = posted.Count(team.LooksLike) });
                }
            }
        }

        return posted;
    }

    // Teams that rotate alike are told apart by a number; of two deployments those with the same number move alike.
    private static StreamKey RotationKey(CompiledScenario world, Posting posting, List<string> earlier)
    {
        string word = world.Postings.RotationWord(posting);
        int alike = earlier.Count(other => other == word);
        earlier.Add(word);
        return world.RotationKeys[word][alike];
    }

    /// <summary>One team of a posting at one checkpoint.</summary>
    /// <param name="Name">The posting's name.</param>
    /// <param name="Posting">The posting.</param>
    /// <param name="Checkpoint">The checkpoint.</param>
    /// <param name="Place">Its place.</param>
    /// <param name="Rank">How many teams with lanes at the place come before it in its deployment.</param>
    /// <param name="Active">Nothing outside counts.</param>
    /// <param name="Rotation">Which part of a rotating posting it is.</param>
    private sealed record PostedTeam(
        string Name,
        Posting Posting,
        string Checkpoint,
        int Place,
        int Rank,
        Shift Active,
        RotationPart? Rotation
    )
    {
        public bool HasLanes { get; init; }

        /// <summary>How many teams of its deployment that look like it come before it; what tells those without lanes
        /// apart, which have no rank.</summary>
        public int Alike { get; init; }

        /// <summary>Whether the teams are the same ones, also by their random streams.</summary>
        public bool IsTheSameAs(PostedTeam other) => Rank == other.Rank && (HasLanes || Alike == other.Alike) && LooksLike(other);

        /// <summary>Whether nothing but names tells them apart. Days count as a set, and so do the checkpoints of a
        /// rotation, as long as it visits this one at the same times.</summary>
        public bool LooksLike(PostedTeam other) =>
            Checkpoint == other.Checkpoint
            && PostingOrder.Days(Posting) == PostingOrder.Days(other.Posting)
            && Posting.Turns == other.Posting.Turns
            && Bare(Posting) == Bare(other.Posting)
            && (Rotation is null ? other.Rotation is null : other.Rotation is not null && Rotation.IsTheSameAs(other.Rotation));

        // One list, as records compare lists by reference.
        private static readonly IReadOnlyList<DateOnly> NoDays = [];

        private static Posting Bare(Posting posting) =>
            posting with
            {
                At = null,
                Days = null,
                Every = null,
                Except = NoDays,
                Plans = null,
                Count = 1,
                Lent = false,
            };
    }
}
