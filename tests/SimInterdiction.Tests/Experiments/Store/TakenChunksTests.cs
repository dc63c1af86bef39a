using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>A store takes chunks from elsewhere, and nothing but chunks.</summary>
public sealed class TakenChunksTests
{
    private static readonly Scenario Asked = FakeWorld.ScenarioOf(2, new ExperimentPlan { Replications = 20, Seed = 7 });

    [Test]
    public void A_chunk_is_kept_and_known_when_it_comes_again() =>
        During(stage =>
        {
            byte[] content = Simulated(Asked, 0, 3, 9);
            Assert.That(stage.Take(0, content), Is.EqualTo(new Receipt.Kept(3, 9, 7)));
            Assert.That(stage.Take(0, content), Is.EqualTo(new Receipt.Kept(3, 9, 0)));
            Assert.That(stage.Take(0, Simulated(Asked, 0, 8, 12)), Is.EqualTo(new Receipt.Kept(8, 12, 3)));
            Assert.That(Enumerable.Range(0, 20).Where(r => !stage.Lacks(0, r)), Is.EqualTo(Enumerable.Range(3, 10)));
            Assert.That(Enumerable.Range(0, 20).All(r => stage.Lacks(1, r)), Is.True);
        });

    [Test]
    public void A_replication_that_came_to_something_else_is_told_and_not_kept() =>
        During(stage =>
        {
            stage.Take(0, Simulated(Asked, 0, 3, 9));
            byte[] wrong = Simulated(Asked, 0, 8, 12, FailAtNine);
            Assert.That(stage.Take(0, wrong), Is.EqualTo(new Receipt.Differs(9)));
            Assert.That(stage.Lacks(0, 10), Is.True);
        });

    [Test]
    public void What_is_no_chunk_of_the_arm_is_useless_and_does_no_harm() =>
        During(stage =>
        {
            byte[] sound = Simulated(Asked, 0, 0, 9);
            foreach (
                byte[] content in new[]
                {
                    [],
                    new byte[1000],
                    sound[..^1],
                    sound[..(sound.Length / 2)],
                    Simulated(Asked, 1, 0, 9),
                    Simulated(FakeWorld.ScenarioOf(2, Asked.Experiment with { Seed = 8 }), 0, 0, 9),
                    Simulated(Asked, 0, 15, 20),
                }
            )
            {
                Assert.That(stage.Take(0, content), Is.InstanceOf<Receipt.Useless>());
            }

            Assert.That(Enumerable.Range(0, 20).All(r => stage.Lacks(0, r)), Is.True);
            Assert.That(stage.Take(0, sound), Is.InstanceOf<Receipt.Kept>());
        });

    private static void FailAtNine(string deployment, int replication)
    {
        if (replication == 9)
        {
            throw new InvalidOperationException("It fails.");
        }
    }

    private static byte[] Simulated(Scenario scenario, int arm, int first, int last, Action<string, int>? during = null)
    {
        Arm[] arms = [new("plan_0"), new("plan_1")];
        var simulation = new ChunkSimulation(scenario, new StudyOptions(), arms, s => new FakeWorld(s)
        {
            During = during ?? ((_, _) => { }),
        });
        using ChunkSimulator simulator = simulation.ForOneThread();
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
