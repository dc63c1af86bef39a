using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Model.Interdiction;

/// <summary>The posted teams of one deployment, by place, in the order in which they try: by team type, then by posting name.</summary>
internal sealed class Roster
{
    public Roster(CompiledScenario world, string deployment)
    {
        AtPlace = new Station[world.PlaceCount][];
        foreach (IGrouping<int, ActivePosting> group in PostingsOf(world, deployment).GroupBy(p => p.Place))
        {
            AtPlace[group.Key] = [.. group.OrderBy(p => p.Posting.Team, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Active.From)
                .SelectMany(p => Stations(world, p))];
        }

        All = [.. AtPlace.SelectMany(s => s ?? [])];
    }

    /// <summary>The teams at each place; null where there are none.</summary>
    public Station[]?[] AtPlace { get; }

    public IReadOnlyList<Station> All { get; }

    private static IEnumerable<Station> Stations(CompiledScenario world, ActivePosting each)
    {
        TeamType type = world.Scenario.TeamTypes[each.Posting.Team];
        Checkpoint checkpoint = world.Scenario.Checkpoints[each.Checkpoint];
        for (int copy = 0; copy < each.Posting.Count; copy++)
        {
            var place = new StationPlace(
                each.Place,
                world.NumberOf(Dimension.Checkpoint, each.Checkpoint),
                world.NumberOf(Dimension.TaskForce, each.Posting.TaskForce),
                checkpoint.Traffic?.PerHour ?? 0,
                each.Posting.Team,
                type.Works == TeamWork.Lanes ? each.FirstRank + copy : 0,
                checkpoint.Partner);
            yield return new Station(place, type, new DutyRules(each.Posting, world.Timeline, each.Active, each.Rotation));
        }
    }

    /// <summary>
    /// The deployment's postings; with <c>during_warm_up: today</c> the baseline's until the window begins, and its own from then on. A posting that both have works
    /// on across the seam, its lanes and queue as they are, so that a deployment equal to the baseline comes out the same.
    /// </summary>
    private static List<ActivePosting> PostingsOf(CompiledScenario world, string deployment)
    {
        Scenario scenario = world.Scenario;
        List<ActivePosting> own = Ranked(world, deployment);
        if (scenario.Experiment.DuringWarmUp != DuringWarmUp.Today || deployment == scenario.Baseline || world.Timeline.WindowStart <= Instant.Zero)
        {
            return own;
        }

        List<ActivePosting> todays = Ranked(world, scenario.Baseline);
        Instant seam = world.Timeline.WindowStart;
        return
        [
            .. own.Select(p => todays.Exists(p.IsTheSameAs) ? p : p with { Active = p.Active with { From = seam } }),
            .. todays.Where(p => !own.Exists(p.IsTheSameAs)).Select(p => p with { Active = p.Active with { To = seam } }),
        ];
    }

    /// <summary>The postings of one deployment, with the ranks of their teams with lanes among those at the place.</summary>
    private static List<ActivePosting> Ranked(CompiledScenario world, string deployment)
    {
        Scenario scenario = world.Scenario;
        var nextRank = new int[world.PlaceCount];
        var ranked = new List<ActivePosting>();
        Deployment plan = scenario.Deployments[deployment];
        foreach ((string name, Posting posting) in plan.Post.OrderBy(p => p.Value.Team, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            Rotation? rotation = posting.At?.Rotate is null ? null : new Rotation(posting.At, world.RotationKeys[name], world.Timeline.FirstDay.AddDays(-1));
            foreach ((int index, string checkpoint) in posting.CheckpointsOf(name).Index())
            {
                // A partner's checkpoint is manned only where partners take part.
                if (scenario.Checkpoints[checkpoint].Partner && plan.Programmes?.Partners != true)
                {
                    continue;
                }

                int place = world.PlaceOfCheckpoint(checkpoint);
                RotationPart? part = rotation is null ? null : new RotationPart(rotation, index);
                ranked.Add(new ActivePosting(name, posting, checkpoint, place, nextRank[place], DutyRules.Always, part));
                nextRank[place] += scenario.TeamTypes[posting.Team].Works == TeamWork.Lanes ? posting.Count : 0;
            }
        }

        return ranked;
    }

    private sealed record ActivePosting(string Name, Posting Posting, string Checkpoint, int Place, int FirstRank, Shift Active, RotationPart? Rotation)
    {
        /// <summary>Whether the teams are the same ones, also by their random streams. Days count as a set; lists are compared by what they hold.</summary>
        public bool IsTheSameAs(ActivePosting other) =>
            (Name, Checkpoint, FirstRank) == (other.Name, other.Checkpoint, other.FirstRank)
            && (Posting.Days is null) == (other.Posting.Days is null)
            && (Posting.Days ?? []).ToHashSet().SetEquals(other.Posting.Days ?? [])
            && IsSameRotation(Posting.At, other.Posting.At)
            && Posting == other.Posting with { At = Posting.At, Days = Posting.Days };

        private static bool IsSameRotation(PostedAt? one, PostedAt? other) =>
            (one?.Rotate is null) == (other?.Rotate is null)
            && (one?.Rotate is null || (one.Rotate.SequenceEqual(other!.Rotate!) && (one.EveryHours, one.Order) == (other.EveryHours, other.Order)));
    }
}
