using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Simulation;

public sealed class DispatchScheduleTests
{
    private const int Many = 5 * DispatchSchedule.BlockLength;

    [Test]
    public void Planned_dispatches_are_those_of_each_flow_in_the_order_of_time([Values(0u, 7u)] uint replication) =>
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                var world = CompiledScenario.Compile(scenario);
                Assert.That(Read(new DispatchSchedule(world), world, replication, Many), Is.EqualTo(OneByOne(world, replication, Many)));
            },
            iter: 60,
            seed: 45,
            RandomScenarios.Describe
        );

    [Test]
    public void So_they_are_behind_those_that_are_kept([Values(0, 1, 3)] int mostBlocks) =>
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                var world = CompiledScenario.Compile(scenario);
                var schedule = new DispatchSchedule(world, mostBlocks);
                List<PlannedDispatch> expected = OneByOne(world, 2, Many);
                Assert.That(Read(schedule, world, 2, Many), Is.EqualTo(expected));
                Assert.That(Read(schedule, world, 2, Many), Is.EqualTo(expected), "another arm");
            },
            iter: 20,
            seed: 46,
            RandomScenarios.Describe
        );

    [Test]
    public void A_replication_begun_anew_has_the_same_ones_whatever_was_read_between() =>
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                var world = CompiledScenario.Compile(scenario);
                var schedule = new DispatchSchedule(world, mostBlocks: 2);
                List<PlannedDispatch> first = Read(schedule, world, 3, Many);
                const int few = DispatchSchedule.BlockLength / 2;
                Assert.That(Read(schedule, world, 4, few), Is.EqualTo(OneByOne(world, 4, few)));
                Assert.That(Read(schedule, world, 3, Many), Is.EqualTo(first));
            },
            iter: 10,
            seed: 47,
            RandomScenarios.Describe
        );

    private static List<PlannedDispatch> Read(DispatchSchedule schedule, CompiledScenario world, uint replication, int count)
    {
        var queue = new DispatchQueue(world, schedule);
        queue.Begin(replication);
        var read = new List<PlannedDispatch>();
        for (int i = 0; i < count; i++)
        {
            read.Add(queue.Next);
            queue.MoveOn();
        }

        return read;
    }

    // Each flow by itself, far enough that none of the first ones is missing; then sorted.
    private static List<PlannedDispatch> OneByOne(CompiledScenario world, uint replication, int count)
    {
        var all = new List<PlannedDispatch>();
        var gaps = new double[RandomBlocks.Count];
        foreach (CompiledFlow flow in world.FlowsInOrder)
        {
            Instant at = Instant.Zero;
            for (ulong number = 0; number < (ulong)count; number++)
            {
                RandomBlocks plan = flow.PlanLuck(replication, number);
                EightNumbers.ExponentialGaps(plan.FirstFine, flow.MeanGapHours, gaps);
                at += gaps[0];
                bool takesPlace = flow.TakesPlace(flow.ThinningLuck(replication, number).First[0], at);
                int firearms = takesPlace ? flow.FirearmsOf(plan.Fourth[0]) : 0;
                all.Add(new PlannedDispatch(at, number, plan.Third[0], flow.Number, firearms, takesPlace));
            }
        }

        return [.. all.OrderBy(dispatch => dispatch.At).Take(count)];
    }
}
