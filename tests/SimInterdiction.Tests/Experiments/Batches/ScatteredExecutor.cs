using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;

namespace SimInterdiction.Tests.Experiments.Batches;

/// <summary>Simulates what is lacking in chunks of random size and some of the arms, and delivers them in random order,
/// some of them twice: the worst that workers elsewhere can do without being wrong.</summary>
/// <param name="scenario">What is simulated.</param>
/// <param name="options">How.</param>
/// <param name="seed">Of the disorder.</param>
internal sealed class ScatteredExecutor(Scenario scenario, StudyOptions options, int seed) : IExecutor
{
    private const int LargestChunk = 20;
    private readonly Random random = new(seed);

    public int Chunks { get; private set; }

    /// <summary>Called before each delivery, to stop.</summary>
    public Action<int> Delivering { get; init; } = _ => { };

    public void Execute(BatchStage stage, CancellationToken stop)
    {
        var simulation = new ChunkSimulation(scenario, options, stage.Arms, s => new FakeWorld(s));
        using ChunkSimulator simulator = simulation.ForOneThread();
        SimulatedChunk[] chunks = [.. Cut(stage).SelectMany(chunk => Simulate(simulator, chunk))];
        chunks = [.. chunks, .. chunks.Take(chunks.Length / 3)];
        random.Shuffle(chunks);
        stage.MergeHeld(stop);
        foreach (SimulatedChunk chunk in chunks)
        {
            Delivering(++Chunks);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            Assert.That(stage.Take(chunk.Arm, chunk.Content), Is.InstanceOf<Receipt.Kept>());
            if (random.Next(3) == 0)
            {
                stage.MergeHeld(stop);
            }
        }

        stage.MergeHeld(stop);
    }

    private static IReadOnlyList<SimulatedChunk> Simulate(ChunkSimulator simulator, (int[] Arms, int First, int Last) chunk) =>
        simulator.Simulate(chunk.Arms, chunk.First, chunk.Last, mostBytes: 6_000, CancellationToken.None);

    private IEnumerable<(int[] Arms, int First, int Last)> Cut(BatchStage stage)
    {
        for (int first = stage.Next; first < stage.End; )
        {
            int last = Math.Min(stage.End, first + 1 + random.Next(LargestChunk)) - 1;
            int[] lacking =
            [
                .. Enumerable
                    .Range(0, stage.Arms.Count)
                    .Where(arm => Enumerable.Range(first, last - first + 1).Any(r => stage.Lacks(arm, r))),
            ];
            random.Shuffle(lacking);
            for (int from = 0; from < lacking.Length; )
            {
                int count = 1 + random.Next(lacking.Length - from);
                yield return (lacking[from..(from + count)], first, last);
                from += count;
            }

            first = last + 1;
        }
    }
}
