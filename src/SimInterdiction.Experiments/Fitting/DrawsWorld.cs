using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Fitting;

/// <summary>Another scenario in every replication. Breakdowns are left out: their entries may differ from one scenario to the next.</summary>
/// <param name="scenarioOf">The scenario of a replication; called by several threads.</param>
internal sealed class DrawsWorld(Func<int, Scenario> scenarioOf) : IWorld
{
    public IReadOnlyList<string> EntryNames(Dimension dimension) => [];

    public ISimulator Simulate(Arm arm) => new Simulator(scenarioOf, arm);

    private sealed class Simulator(Func<int, Scenario> scenarioOf, Arm arm) : ISimulator
    {
        public WorkDone Work { get; private set; } = new(0, 0, 0);

        public void Run(int number, ReplicationRecord into)
        {
            var compiled = CompiledScenario.Compile(scenarioOf(number));
            var record = new ReplicationRecord(compiled.EntryCounts);
            using var replication = new Replication(compiled, arm);
            replication.Run(number, record);
            record.Totals.CopyTo(into.Totals, 0);
            Work += new WorkDone(replication.Events, replication.Shipments, replication.Searches);
        }

        public void Dispose()
        {
        }
    }
}
