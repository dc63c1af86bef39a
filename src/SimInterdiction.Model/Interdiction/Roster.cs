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
        foreach (IGrouping<int, ActivePosting> group in PostingsOf(world, deployment).GroupBy(p => world.PlaceOfCheckpoint(p.Checkpoint)))
        {
            AtPlace[group.Key] = [.. Stations(world, group.Key, group)];
        }

        All = [.. AtPlace.SelectMany(s => s ?? [])];
    }

    /// <summary>The teams at each place; null where there are none.</summary>
    public Station[]?[] AtPlace { get; }

    public IReadOnlyList<Station> All { get; }

    private static IEnumerable<Station> Stations(CompiledScenario world, int place, IEnumerable<ActivePosting> postings)
    {
        Scenario scenario = world.Scenario;

        // Teams of the warm-up and of the window are never on duty together, so each counts its ranks, and so its random streams, from 0.
        var lanesRank = new Dictionary<Shift, int>();
        foreach (ActivePosting each in postings.OrderBy(p => p.Posting.Team, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Active.From))
        {
            TeamType type = scenario.TeamTypes[each.Posting.Team];
            for (int copy = 0; copy < each.Posting.Count; copy++)
            {
                int rank = lanesRank.GetValueOrDefault(each.Active);
                if (type.Works == TeamWork.Lanes)
                {
                    lanesRank[each.Active] = rank + 1;
                }

                var stationPlace = new StationPlace(
                    place,
                    world.NumberOf(Dimension.Checkpoint, each.Checkpoint),
                    world.NumberOf(Dimension.TaskForce, each.Posting.TaskForce),
                    scenario.Checkpoints[each.Checkpoint].Traffic?.PerHour ?? 0,
                    each.Posting.Team,
                    rank);
                yield return new Station(stationPlace, type, new DutyCalendar(each.Posting, world.Timeline, each.Active), world.Timeline);
            }
        }
    }

    /// <summary>The deployment's postings; with <c>during_warm_up: today</c> the baseline's until the window begins, and its own from then on.</summary>
    private static IEnumerable<ActivePosting> PostingsOf(CompiledScenario world, string deployment)
    {
        Scenario scenario = world.Scenario;
        var always = new Shift(Instant.Zero, Instant.Never);
        bool switches = scenario.Experiment.DuringWarmUp == DuringWarmUp.Today && deployment != scenario.Baseline && world.Timeline.WindowStart > Instant.Zero;
        Shift own = switches ? always with { From = world.Timeline.WindowStart } : always;
        IEnumerable<ActivePosting> postings = scenario.Deployments[deployment].Post.Select(p => ActivePosting.Of(p.Key, p.Value, own));
        Shift before = always with { To = world.Timeline.WindowStart };
        return switches ? postings.Concat(scenario.Deployments[scenario.Baseline].Post.Select(p => ActivePosting.Of(p.Key, p.Value, before))) : postings;
    }

    private sealed record ActivePosting(string Name, Posting Posting, string Checkpoint, Shift Active)
    {
        public static ActivePosting Of(string name, Posting posting, Shift active) => new(name, posting, posting.At?.Checkpoint ?? name, active);
    }
}
