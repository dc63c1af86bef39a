using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>Counts the shipments of the cohort that come to a place where the deployment has teams, by hour of the day:
/// while one of them is on duty, and while none is.</summary>
internal sealed class Passages
{
    private const int Kinds = 2;

    private readonly CompiledScenario world;

    // By place, those of the scenario that have teams there, not counting who was there before the window only; a
    // posting may rotate between several of one place.
    private readonly int[][] checkpoints;

    // By place, hour and whether a team is on duty: whole numbers, small enough to stay near the processor.
    private readonly int[] counts;

    /// <param name="world">The scenario.</param>
    /// <param name="roster">The teams.</param>
    public Passages(CompiledScenario world, Roster roster)
    {
        this.world = world;
        checkpoints =
        [
            .. roster.AtPlace.Select(teams =>
                (int[])[.. (teams ?? []).Where(team => team.Rules.IsOfTheWindow).Select(team => team.Place.Checkpoint).Distinct()]
            ),
        ];
        counts = new int[checkpoints.Length * Timeline.HoursOfDay * Kinds];
    }

    /// <summary>Begins a replication.</summary>
    public void Begin() => Array.Clear(counts);

    /// <summary>A shipment comes to a place.</summary>
    public void Count(int place, Instant at, bool isOnDuty) =>
        counts[(((place * Timeline.HoursOfDay) + world.Timeline.HourOfDay(at)) * Kinds) + (isOnDuty ? 1 : 0)]++;

    /// <summary>Adds them to the totals of the checkpoints of each place.</summary>
    public void AddTo(ReplicationRecord record)
    {
        for (int place = 0; place < checkpoints.Length; place++)
        {
            foreach (int checkpoint in checkpoints[place])
            {
                Add(record, place, checkpoint);
            }
        }
    }

    private void Add(ReplicationRecord record, int place, int checkpoint)
    {
        for (int hour = 0; hour < Timeline.HoursOfDay; hour++)
        {
            int entry = ((place * Timeline.HoursOfDay) + hour) * Kinds;
            AddTo(record.Totals, entry);
            AddTo(record.By(Dimension.Checkpoint)[checkpoint], entry);
            AddTo(record.By(Dimension.CheckpointHour)[(checkpoint * Timeline.HoursOfDay) + hour], entry);
        }
    }

    private void AddTo(double[] cell, int entry)
    {
        cell[(int)Total.PassagesOffDuty] += counts[entry];
        cell[(int)Total.PassagesOnDuty] += counts[entry + 1];
    }
}
