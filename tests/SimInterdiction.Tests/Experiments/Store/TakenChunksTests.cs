using Parquet;
using Parquet.Schema;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
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
    public void Arms_are_taken_side_by_side_and_one_arm_in_order() =>
        During(stage =>
        {
            byte[] wrong = Simulated(Asked, 0, 8, 12, FailAtNine);
            Assert.That(
                stage.Take([
                    (0, Simulated(Asked, 0, 3, 9)),
                    (1, Simulated(Asked, 1, 0, 19)),
                    (0, Simulated(Asked, 0, 8, 12)),
                    (1, Simulated(Asked, 0, 0, 9)),
                    (0, wrong),
                ]),
                Is.EqualTo(
                    new Receipt[]
                    {
                        new Receipt.Kept(3, 9, 7),
                        new Receipt.Kept(0, 19, 20),
                        new Receipt.Kept(8, 12, 3),
                        stage.Take(1, Simulated(Asked, 0, 0, 9)),
                        new Receipt.Differs(9),
                    }
                )
            );
            Assert.That(Enumerable.Range(0, 20).Where(r => !stage.Lacks(0, r)), Is.EqualTo(Enumerable.Range(3, 10)));
            Assert.That(Enumerable.Range(0, 20).Any(r => stage.Lacks(1, r)), Is.False);
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

    [Test]
    public void That_it_could_not_be_saved_is_not_forgotten()
    {
        using var studies = new StoredStudies();
        studies.Run(
            Asked,
            new StudyOptions
            {
                Executor = new Acting(
                    stage =>
                    {
                        Directory.Delete(stage.Folder, recursive: true);
                        Assert.That(stage.Take(0, Simulated(Asked, 0, 3, 9)), Is.InstanceOf<Receipt.NotSaved>());
                    },
                    goesOn: false
                ),
            }
        );
        Assert.That(studies.Recorder.Trouble?.Cause, Is.EqualTo(SaveFailureCause.FolderGone));
    }

    [Test]
    public void A_few_bytes_that_unpack_to_far_too_much_are_useless()
    {
        byte[] sound = Simulated(Asked, 0, 0, 9);
        During(stage =>
        {
            foreach (byte[] bomb in Bombs(sound))
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Assert.That(stage.Take(0, bomb), Is.InstanceOf<Receipt.Useless>());
                Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(50_000_000));
            }

            Assert.That(stage.Take(0, sound), Is.InstanceOf<Receipt.Kept>());
        });
    }

    [Test]
    public void A_group_of_more_rows_than_are_ever_written_is_useless() =>
        During(stage =>
        {
            string key = stage.KeyOf(0);
            Assert.That(
                stage.Take(0, Replications(key, ParquetChunk.RowsOfGroup)),
                Is.EqualTo(new Receipt.Useless("Its replications are not in order, or not of this study."))
            );
            Assert.That(
                stage.Take(0, Replications(key, ParquetChunk.RowsOfGroup + 1)),
                Is.EqualTo(new Receipt.Useless("It unpacks to more than any chunk has."))
            );
        });

    [TestCase(CompressionMethod.Zstd)]
    [TestCase(CompressionMethod.Snappy)]
    [TestCase(CompressionMethod.Gzip)]
    public void What_is_compressed_as_no_chunk_is_useless(CompressionMethod method) =>
        During(stage =>
            Assert.That(
                stage.Take(0, Replications(stage.KeyOf(0), 20, method)),
                Is.EqualTo(new Receipt.Useless("It unpacks to more than any chunk has."))
            )
        );

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

    // Pages that claim to unpack to two gigabytes, each of its pages in turn: their headers begin with their kind, how
    // large they are unpacked, and packed.
    private static IEnumerable<byte[]> Bombs(byte[] sound)
    {
        byte[] huge = [0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
        for (int at = 0; at + 4 < sound.Length; at++)
        {
            if (sound[at] == 0x15 && sound[at + 1] is 0 or 4 && sound[at + 2] == 0x15)
            {
                int end = at + 3;
                while (sound[end] >= 128)
                {
                    end++;
                }

                if (sound[end + 1] == 0x15)
                {
                    yield return [.. sound[..(at + 3)], .. huge, .. sound[(end + 1)..]];
                    yield break;
                }
            }
        }

        Assert.Fail("There is no page.");
    }

    // In one group.
    private static byte[] Replications(string key, int count, CompressionMethod method = CompressionMethod.Lz4Raw)
    {
        using var stream = new MemoryStream();
        Write(key, count, method, stream).Wait();
        return stream.ToArray();
    }

    private static async Task Write(string key, int count, CompressionMethod method, MemoryStream stream)
    {
        DataField<long>[] work = [ParquetChunk.Events, ParquetChunk.Shipments, ParquetChunk.Searches];
        var schema = new ParquetSchema([
            ParquetChunk.Replication,
            ParquetChunk.Dimension,
            ParquetChunk.Entry,
            .. ParquetChunk.Totals,
            .. work,
            ParquetChunk.Failure,
        ]);
        var options = new ParquetOptions { CompressionMethod = method };
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream, options);
        writer.CustomMetadata = new Dictionary<string, string> { [ParquetChunk.KeyName] = key };
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        await group.WriteAsync<int>(ParquetChunk.Replication, Enumerable.Range(0, count).ToArray());
        await group.WriteAsync(ParquetChunk.Dimension, Enumerable.Repeat(RowLayout.Everything, count).ToArray());
        await group.WriteAsync(ParquetChunk.Entry, Enumerable.Repeat("", count).ToArray());
        foreach (DataField<double> total in ParquetChunk.Totals)
        {
            await group.WriteAsync<double>(total, new double[count]);
        }

        foreach (DataField<long> each in work)
        {
            await group.WriteAsync<long>(each, new long[count]);
        }

        await group.WriteAsync(ParquetChunk.Failure, new string[count]);
    }

    private sealed class Acting(Action<BatchStage> act, bool goesOn = true) : IExecutor
    {
        public void Execute(BatchStage stage, CancellationToken stop)
        {
            act(stage);
            if (goesOn)
            {
                new ThreadExecutor().Execute(stage, stop);
            }
        }
    }
}
