using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Experiments.Design;

/// <summary>The model without breakdowns: their entries may differ from one setting to the next, as where another
/// length of a road generates other corridors.</summary>
/// <param name="compiled">The setting.</param>
/// <param name="inputs">What the arms on one thread share; null for nothing.</param>
internal sealed class TotalsWorld(CompiledScenario compiled, SharedInputs? inputs = null) : IWorld
{
    public static IWorld Compile(Scenario scenario) => new TotalsWorld(CompiledScenario.Compile(scenario));

    public IReadOnlyList<string> EntryNames(Dimension dimension) => [];

    public IWorld ForOneThread() => new TotalsWorld(compiled, new SharedInputs(compiled));

    // Without the luck of the searches, which is taken out of averages and not of what single periods show.
    public ISimulator Simulate(Arm arm) =>
        new Simulator(new Replication(compiled, arm, inputs: inputs) { WorksOutLuck = false }, new ReplicationRecord(compiled.EntryCounts));

    private sealed class Simulator(Replication replication, ReplicationRecord whole) : ISimulator
    {
        public WorkDone Work => new(replication.Events, replication.Shipments, replication.Searches);

        public void Run(int number, ReplicationRecord into, CancellationToken cancellation)
        {
            replication.Run(number, whole, cancellation);
            whole.Totals.CopyTo(into.Totals, 0);
        }

        public void Dispose() => replication.Dispose();
    }
}
