using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The model as a <see cref="IWorld"/>.</summary>
internal sealed class SimulatedWorld : IWorld
{
    private readonly CompiledScenario compiled;
    private readonly bool worksOutLuck;

    private SimulatedWorld(CompiledScenario compiled, bool worksOutLuck)
    {
        this.compiled = compiled;
        this.worksOutLuck = worksOutLuck;
    }

    /// <summary>Compiles a scenario that was checked.</summary>
    public static IWorld Compile(Scenario scenario) => new SimulatedWorld(CompiledScenario.Compile(scenario), worksOutLuck: true);

    /// <summary>The same for replications that are too few for a control variate, and are not kept for a study of more: its totals stay 0.</summary>
    public static IWorld CompileWithoutLuck(Scenario scenario) => new SimulatedWorld(CompiledScenario.Compile(scenario), worksOutLuck: false);

    public IReadOnlyList<string> EntryNames(Dimension dimension) => compiled.EntryNames(dimension);

    public ISimulator Simulate(Arm arm) => new Simulator(new Replication(compiled, arm) { WorksOutLuck = worksOutLuck });

    private sealed class Simulator(Replication replication) : ISimulator
    {
        public WorkDone Work => new(replication.Events, replication.Shipments, replication.Searches);

        public void Run(int number, ReplicationRecord into, CancellationToken cancellation) => replication.Run(number, into, cancellation);

        public void Dispose() => replication.Dispose();
    }
}
