using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Chronicle;

public sealed class JourneyLogTests
{
    private static readonly Arm Posted = new("posted");

    [Test]
    public void Journeys_are_where_the_event_log_says_that_shipments_were() =>
        RandomAdversaries.Any.SampleRepeatably(
            scenario =>
            {
                var world = CompiledScenario.Compile(scenario);
                (IReadOnlyList<Fact> facts, IReadOnlyList<Journey> journeys, _) = Run(world);
                var byName = journeys.ToDictionary(j => j.Shipment);
                foreach (
                    Fact fact in facts.Where(f =>
                        f.Kind is FactKind.Dispatched or FactKind.Delivered or FactKind.Seized or FactKind.Stopped
                    )
                )
                {
                    Journey journey = byName[fact.Shipment!];
                    int step = fact.Kind switch
                    {
                        FactKind.Dispatched => 0,
                        FactKind.Delivered => journey.Passages.Count - 1,
                        _ => world.Map.Corridors.Single(c => c.Name == journey.Corridor).Places.ToList().IndexOf(fact.Place!),
                    };
                    Passage at = journey.Passages[step];
                    Assert.That(
                        fact.At.Hours,
                        Is.InRange(at.Arrives.Hours - 1e-6, at.Leaves.Hours + 1e-6),
                        $"{fact.Kind} of {fact.Shipment}"
                    );
                    Assert.That(fact.Kind != FactKind.Delivered || Math.Abs(fact.At - journey.Ended) < 1e-6);
                }

                Assert.That(
                    journeys.Select(j =>
                        j.Passages.Zip(j.Passages.Skip(1))
                            .All(p => p.Second.Arrives - p.First.Leaves > -1e-9 && p.Second.Leaves - p.Second.Arrives > -1e-9)
                    ),
                    Has.All.True
                );
            },
            iter: 300,
            seed: 21,
            RandomAdversaries.Describe
        );

    [Test]
    public void Journeys_end_in_the_fates_that_results_count() =>
        RandomAdversaries.Any.SampleRepeatably(
            scenario =>
            {
                var world = CompiledScenario.Compile(scenario);
                (_, IReadOnlyList<Journey> journeys, ReplicationRecord record) = Run(world);
                foreach (Fate fate in Enum.GetValues<Fate>())
                {
                    Journey[] met = [.. journeys.Where(j => j.Counts && j.Fate == fate)];
                    Assert.That(met, Has.Length.EqualTo(record.By(Dimension.Fate)[(int)fate][(int)Total.ShipmentsDispatched]), $"{fate}");
                    Assert.That(
                        met.Sum(j => j.Firearms),
                        Is.EqualTo(record.By(Dimension.Fate)[(int)fate][(int)Total.FirearmsDispatched]),
                        $"{fate}"
                    );
                }
            },
            iter: 200,
            seed: 22,
            RandomAdversaries.Describe
        );

    [Test]
    public void Nobody_is_stopped_but_by_a_team_on_duty() =>
        RandomAdversaries.Any.SampleRepeatably(
            scenario =>
            {
                var world = CompiledScenario.Compile(scenario);
                (IReadOnlyList<Fact> facts, IReadOnlyList<Journey> journeys, _) = Run(world);
                IReadOnlyList<DutySpell> duties = DutySpell.Of(
                    world,
                    Posted.Deployment,
                    1,
                    new(journeys.Select(j => j.Ended.Hours).Append(world.Timeline.WindowEnd.Hours).Max() + 1)
                );
                foreach (Fact stop in facts.Where(f => f.Kind == FactKind.Stopped))
                {
                    Assert.That(
                        duties.Any(d =>
                            d.Covers(stop.At)
                            && (d.Place, d.Checkpoint, d.TaskForce, d.Team) == (stop.Place, stop.Checkpoint, stop.TaskForce, stop.Team)
                        ),
                        Is.True,
                        $"{stop.Shipment} at {stop.At}"
                    );
                }
            },
            iter: 200,
            seed: 23,
            RandomAdversaries.Describe
        );

    private static (IReadOnlyList<Fact> Facts, IReadOnlyList<Journey> Journeys, ReplicationRecord Record) Run(CompiledScenario world)
    {
        var log = new EventLog(world);
        var journeys = new JourneyLog(world);
        using var replication = new Replication(world, Posted, log, journeys);
        var record = new ReplicationRecord(world.EntryCounts);
        replication.Run(0, record);
        replication.Run(1, record);
        return (log.Facts, journeys.Journeys, record);
    }
}
