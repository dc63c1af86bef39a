using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Chronicle;

/// <summary>A stretch of time for which one team is on duty at a place. Names are those of the scenario.</summary>
public sealed record DutySpell(string Place, string Checkpoint, string TaskForce, string Team, Instant From, Instant To)
{
    /// <summary>When the teams of a deployment are on duty in one replication, team by team, each in the order of
    /// time.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="replication">Matters where teams rotate by chance.</param>
    /// <param name="until">Up to when, from the beginning of the clock.</param>
    public static IReadOnlyList<DutySpell> Of(CompiledScenario world, string deployment, int replication, Instant until)
    {
        var names = new NamesInLogs(world);
        string[] places = [.. world.Scenario.Places.Keys];
        var spells = new List<DutySpell>();
        foreach (Station team in new Roster(world, deployment).All)
        {
            team.Begin((uint)replication);
            StationPlace at = team.Place;
            spells.AddRange(
                team.Duty.Within(Instant.Zero, until)
                    .Select(shift => new DutySpell(
                        places[at.Place],
                        names.Of(Dimension.Checkpoint, at.Checkpoint),
                        names.Of(Dimension.TaskForce, at.TaskForce),
                        at.Type,
                        shift.From,
                        shift.To
                    ))
            );
        }

        return spells;
    }

    public bool Covers(Instant at) => From <= at && at < To;
}
