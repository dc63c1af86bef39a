using SimInterdiction.Cluster.Heads;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Cluster.Heads;

public sealed class ChunkCutterTests
{
    private const int Replications = 200;
    private static readonly Scenario Asked = FakeWorld.ScenarioOf(3, new ExperimentPlan { Replications = Replications, Seed = 7 });

    [TestCase(0.0001)]
    [TestCase(0.05)]
    [TestCase(1)]
    [TestCase(6)]
    public void Each_replication_that_is_lacking_is_in_one_chunk(double secondsEach) =>
        During(stage =>
        {
            stage.Take(1, Simulated(1, 30, 49));
            CutChunk[] chunks = [.. All(new ChunkCutter(stage, usualSeconds: 4), secondsEach)];
            (int, int)[] cut =
            [
                .. chunks.SelectMany(chunk =>
                    chunk.Arms.SelectMany(arm => Enumerable.Range(chunk.First, chunk.Last - chunk.First + 1).Select(r => (arm, r)))
                ),
            ];
            Assert.That(cut, Is.Unique);
            Assert.That(cut, Has.Length.EqualTo((3 * Replications) - 20));
            Assert.That(cut.Where(pair => pair is (1, >= 30 and < 50)), Is.Empty);
        });

    [Test]
    public void Chunks_take_some_seconds_as_soon_as_that_can_be_known_and_less_at_the_end() =>
        During(stage =>
        {
            CutChunk[] chunks = [.. All(new ChunkCutter(stage, usualSeconds: 4), secondsEach: .1)];
            Assert.That(chunks[0].Replications, Is.EqualTo(3), "nobody knows how long one takes");
            Assert.That(chunks[1].Replications * .1, Is.InRange(3.6, 4));
            Assert.That(chunks[^1].Replications * .1, Is.LessThan(1));
        });

    [Test]
    public void A_replication_that_would_take_too_long_is_shared_by_its_arms() =>
        During(stage =>
        {
            CutChunk[] chunks = [.. All(new ChunkCutter(stage, usualSeconds: 4), secondsEach: 6)];
            Assert.That(chunks.Skip(1).Select(chunk => chunk.Replications), Is.All.EqualTo(1));
        });

    private static IEnumerable<CutChunk> All(ChunkCutter cutter, double secondsEach)
    {
        while (cutter.Next(slots: 2) is { } chunk)
        {
            yield return chunk;
            cutter.Learn(chunk.Replications, chunk.Replications * secondsEach);
        }

        Assert.That(cutter.IsDone, Is.True);
    }

    private static byte[] Simulated(int arm, int first, int last)
    {
        Arm[] arms = [new("plan_0"), new("plan_1"), new("plan_2")];
        using ChunkSimulator simulator = new ChunkSimulation(Asked, new StudyOptions(), arms, s => new FakeWorld(s)).ForOneThread();
        return simulator.Simulate([arm], first, last, int.MaxValue, CancellationToken.None).Single().Content;
    }

    private static void During(Action<BatchStage> act)
    {
        using var studies = new StoredStudies();
        studies.Run(Asked, new StudyOptions { Executor = new Acting(act) });
    }

    private sealed class Acting(Action<BatchStage> act) : IExecutor
    {
        public void Execute(BatchStage stage, CancellationToken stop)
        {
            act(stage);
            new ThreadExecutor().Execute(stage, stop);
        }
    }
}
