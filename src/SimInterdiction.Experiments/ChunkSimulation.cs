using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments;

/// <summary>A study as whoever simulates chunks of it for others sees it: compiled once, without a store and without an
/// answer.</summary>
public sealed class ChunkSimulation
{
    private readonly StudyPlan plan;
    private readonly RowLayout layout;

    /// <param name="scenario">A scenario that was checked.</param>
    /// <param name="options">What differs from it.</param>
    /// <param name="arms">What chunks are asked of, in the order in which they are told of.</param>
    /// <exception cref="ArgumentException">An option or an arm names what the scenario doesn't have.</exception>
    public ChunkSimulation(Scenario scenario, StudyOptions options, IReadOnlyList<Arm> arms)
        : this(scenario, options, arms, SimulatedWorld.Compile) { }

    internal ChunkSimulation(Scenario scenario, StudyOptions options, IReadOnlyList<Arm> arms, Func<Scenario, IWorld> compile)
    {
        if (arms.FirstOrDefault(arm => !scenario.Deployments.ContainsKey(arm.Deployment)) is { Deployment: { } unknown })
        {
            throw new ArgumentException($"No deployment is called '{unknown}'.", nameof(arms));
        }

        (plan, World) = Study.Prepare(scenario, options, compile);
        Arms = arms;
        Keys = [.. arms.Select(arm => plan.KeyOf(arm).Hash)];
        layout = new RowLayout(World.EntryNames);
    }

    /// <summary>What chunks are asked of.</summary>
    public IReadOnlyList<Arm> Arms { get; }

    /// <summary>What stands for all that decides the replications of each arm.</summary>
    public IReadOnlyList<string> Keys { get; }

    internal IWorld World { get; }

    /// <summary>For one thread, whose arms share what they can.</summary>
    public ChunkSimulator ForOneThread() => new(this);

    // In pieces, where it is larger than may be handed on; a single replication is not cut.
    internal IEnumerable<SimulatedChunk> Write(int arm, Chunk chunk, int mostBytes)
    {
        byte[] content = ParquetChunk.Write(chunk, layout, Keys[arm]);
        if (content.Length <= mostBytes || chunk.Count == 1)
        {
            return [new SimulatedChunk(arm, chunk.First, chunk.Last, content)];
        }

        int middle = chunk.First + (chunk.Count / 2);
        return Write(arm, Part(chunk, chunk.First, middle - 1), mostBytes).Concat(Write(arm, Part(chunk, middle, chunk.Last), mostBytes));
    }

    private static Chunk Part(Chunk chunk, int first, int last)
    {
        var part = new Chunk();
        var outcome = new Outcome();
        for (int replication = first; replication <= last; replication++)
        {
            chunk.Read(replication, outcome);
            part.Add(replication, outcome);
        }

        return part;
    }
}

/// <summary>What successive replications of one arm came to, as a store takes them.</summary>
/// <param name="Arm">Index of the arm.</param>
/// <param name="First">The first replication, from 0.</param>
/// <param name="Last">The last.</param>
/// <param name="Content">The content of the file.</param>
public sealed record SimulatedChunk(int Arm, int First, int Last, byte[] Content);

/// <summary>Simulates chunks on one thread.</summary>
public sealed class ChunkSimulator : IDisposable
{
    private readonly ChunkSimulation simulation;
    private readonly Simulators simulators;
    private readonly Outcome outcome = new();

    internal ChunkSimulator(ChunkSimulation simulation)
    {
        this.simulation = simulation;
        simulators = new Simulators(simulation.World, simulation.Arms);
    }

    /// <summary>Simulates successive replications of some arms. That one fails is an outcome, too.</summary>
    /// <param name="arms">Which arms, as indices.</param>
    /// <param name="first">The first replication, from 0.</param>
    /// <param name="last">The last.</param>
    /// <param name="mostBytes">How large a piece may be, unless it is of one replication.</param>
    /// <param name="cancellation">Ends it inside a replication.</param>
    /// <returns>Arm by arm, in one piece or several.</returns>
    /// <exception cref="OperationCanceledException">It was ended before it was done.</exception>
    public IReadOnlyList<SimulatedChunk> Simulate(
        IReadOnlyList<int> arms,
        int first,
        int last,
        int mostBytes,
        CancellationToken cancellation
    )
    {
        Chunk[] chunks = [.. arms.Select(_ => new Chunk())];
        for (int replication = first; replication <= last; replication++)
        {
            for (int i = 0; i < chunks.Length; i++)
            {
                simulators.Simulate(arms[i], replication, outcome, cancellation);
                chunks[i].Add(replication, outcome);
            }
        }

        return [.. chunks.SelectMany((chunk, i) => simulation.Write(arms[i], chunk, mostBytes))];
    }

    /// <inheritdoc/>
    public void Dispose() => simulators.Dispose();
}
