using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The model as a <see cref="IWorld"/>.</summary>
internal sealed class SimulatedWorld : IWorld
{
    private readonly SharedInputs? inputs;

    private SimulatedWorld(CompiledScenario compiled, SharedInputs? inputs = null)
    {
        Compiled = compiled;
        this.inputs = inputs;
    }

    public CompiledScenario Compiled { get; }

    /// <summary>Compiles a scenario that was checked.</summary>
    public static IWorld Compile(Scenario scenario) => new SimulatedWorld(CompiledScenario.Compile(scenario));

    public IReadOnlyList<string> EntryNames(Dimension dimension) => Compiled.EntryNames(dimension);

    public IWorld ForOneThread() => new SimulatedWorld(Compiled, new SharedInputs(Compiled));

    public ISimulator Simulate(Arm arm) => new Simulator(new Replication(Compiled, arm, inputs: inputs) { WorksOutLuck = true });

    private sealed class Simulator(Replication replication) : ISimulator
    {
        public WorkDone Work => new(replication.Events, replication.Shipments, replication.Searches);

        public void Run(int number, ReplicationRecord into, CancellationToken cancellation) => replication.Run(number, into, cancellation);

        public void Dispose() => replication.Dispose();
    }
}
