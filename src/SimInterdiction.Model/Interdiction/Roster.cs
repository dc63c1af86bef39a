using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;

namespace SimInterdiction.Model.Interdiction;

/// <summary>The posted teams of one deployment, by place, in the order in which they try: by team type, then by posting name.</summary>
internal sealed class Roster
{
    public Roster(CompiledScenario world, Deployment deployment)
    {
        Scenario scenario = world.Scenario;
        AtPlace = new Station[world.PlaceCount][];
        var byPlace = deployment.Post
            .Select(p => (Name: p.Key, Posting: p.Value, Checkpoint: p.Value.At?.Checkpoint ?? p.Key))
            .GroupBy(p => world.PlaceOfCheckpoint(p.Checkpoint));
        foreach (var group in byPlace)
        {
            var stations = new List<Station>();
            int lanesRank = 0;
            foreach (var (name, posting, checkpoint) in group.OrderBy(p => p.Posting.Team, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal))
            {
                TeamType type = scenario.TeamTypes[posting.Team];
                for (int copy = 0; copy < posting.Count; copy++)
                {
                    var place = new StationPlace(
                        group.Key,
                        world.NumberOf(Dimension.Checkpoint, checkpoint),
                        world.NumberOf(Dimension.TaskForce, posting.TaskForce),
                        scenario.Checkpoints[checkpoint].Traffic?.PerHour ?? 0,
                        posting.Team,
                        type.Works == TeamWork.Lanes ? lanesRank++ : 0);
                    stations.Add(new Station(place, type, new DutyCalendar(posting, world.Timeline), world.Timeline));
                }
            }

            AtPlace[group.Key] = [.. stations];
        }

        All = [.. AtPlace.SelectMany(s => s ?? [])];
    }

    /// <summary>The teams at each place; null where there are none.</summary>
    public Station[]?[] AtPlace { get; }

    public IReadOnlyList<Station> All { get; }
}
