using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments;

/// <summary>A study as whoever simulates chunks of it for others sees it: compiled once, without a store and without an
/// answer.</summary>
public sealed class ChunkSimulation
{
    private readonly RowLayout layout;

    /// <param name="scenario">A scenario that was checked.</param>
    /// <param name="options">What differs from it.</param>
    /// <param name="arms">What chunks are asked of, in the order in which they are told of.</param>
    /// <exception cref="ArgumentException">An option or an arm names what the scenario doesn't have.</exception>
    public ChunkSimulation(Scenario scenario, StudyOptions options, IReadOnlyList<Arm> arms)
        : this(scenario, options, arms, SimulatedWorld.Compile) { }

    internal ChunkSimulation(Scenario scenario, StudyOptions options, IReadOnlyList<Arm> arms, Func<Scenario, IWorld> compile)
    {
        CheckNames(scenario, arms);
        (StudyPlan plan, World) = Study.Prepare(scenario, options, compile);
        Arms = arms;
        Keys = [.. arms.Select(arm => plan.KeyOf(arm).Hash)];
        layout = new RowLayout(World.EntryNames);
    }

    private ChunkSimulation(IWorld world, IReadOnlyList<Arm> arms, Func<Arm, ArmKey> keyOf)
    {
        World = world;
        Arms = arms;
        Keys = [.. arms.Select(arm => keyOf(arm).Hash)];
        layout = new RowLayout(World.EntryNames);
    }

    /// <summary>The same of a scenario at one setting of its uncertain inputs, of which nothing is asked but what arms
    /// come to.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="values">Of its inputs, in their order.</param>
    /// <param name="options">Which seed, and how many replications.</param>
    /// <param name="arms">What chunks are asked of.</param>
    /// <exception cref="ArgumentException">A value is not in its range, or an arm names what the scenario doesn't
    /// have.</exception>
    /// <exception cref="InvalidDataException">The values together break a rule of scenarios.</exception>
    public static ChunkSimulation OfSetting(
        UncertainScenario uncertain,
        IReadOnlyList<double> values,
        StudyOptions options,
        IReadOnlyList<Arm> arms
    )
    {
        Scenario stated = uncertain.At(values);
        CheckNames(stated, arms);
        Scenario scenario = DesignPoints.Of(
            stated,
            options.Seed ?? stated.Experiment.Seed,
            options.Replications ?? stated.Experiment.Replications
        );
        return new ChunkSimulation(SimulatedWorld.Compile(scenario), arms, arm => ArmKey.Of(scenario, arm));
    }

    /// <summary>The same of single periods, each with values of its own, drawn evenly.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="draws">How many at most.</param>
    /// <param name="arms">What chunks are asked of.</param>
    /// <exception cref="ArgumentException">An arm names what the scenario doesn't have.</exception>
    /// <exception cref="InvalidDataException">The best guesses together break a rule of scenarios.</exception>
    public static ChunkSimulation OfTrial(UncertainScenario uncertain, long seed, int draws, IReadOnlyList<Arm> arms)
    {
        CheckNames(uncertain.At([.. uncertain.Inputs.Select(input => input.BestGuess)]), arms);
        var trial = new Trial(uncertain, seed, draws);
        return new ChunkSimulation(trial.World, arms, trial.KeyOf);
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

    private static void CheckNames(Scenario scenario, IReadOnlyList<Arm> arms)
    {
        if (arms.FirstOrDefault(arm => !scenario.Deployments.ContainsKey(arm.Deployment)) is { Deployment: { } unknown })
        {
            throw new ArgumentException($"No deployment is called '{unknown}'.", nameof(arms));
        }
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
