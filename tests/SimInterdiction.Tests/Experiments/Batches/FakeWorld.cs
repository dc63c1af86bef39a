using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Experiments.Batches;

/// <summary>
/// A world of invented totals that depend on the seed, the deployment and the replication only; later deployments seize
/// more of the same shipments, from frozen organizations all seize alike.
/// </summary>
internal sealed class FakeWorld(Scenario scenario) : IWorld
{
    private int simulators;

    /// <summary>Called in every replication before it ends, to be slow or to fail.</summary>
    public Action<string, int> During { get; init; } = (_, _) => { };

    /// <summary>The chance that a deployment seizes a shipment of organizations that are as stated, by its place in the
    /// list.</summary>
    public Func<int, double> Chance { get; init; } = number => .1 + (.05 * number);

    /// <summary>Whether each deployment has luck of its own in seizing.</summary>
    public bool OwnLuck { get; init; }

    /// <summary>Whether the luck of the searches in the north is told; that in the south never is.</summary>
    public bool TellsLuck { get; init; }

    public int Simulators => simulators;

    /// <summary>Deployments without postings, which the fake tells apart by their place in the list.</summary>
    public static Scenario ScenarioOf(int deployments, ExperimentPlan plan) =>
        new()
        {
            Title = "Fake",
            Places = new OrderedDictionary<string, Place>(),
            Corridors = new CorridorPlan(),
            Flows = new OrderedDictionary<string, Flow>(),
            Deployments = new OrderedDictionary<string, Deployment>(
                Enumerable.Range(0, deployments).Select(i => KeyValuePair.Create($"plan_{i}", new Deployment()))
            ),
            Experiment = plan,
        };

    public static StudyResult Run(Scenario scenario, StudyOptions options, Action<string, int>? during = null) =>
        Study.Run(scenario, options, s => new FakeWorld(s) { During = during ?? ((_, _) => { }) }, progress: null, CancellationToken.None);

    public IReadOnlyList<string> EntryNames(Dimension dimension) =>
        dimension switch
        {
            Dimension.Hour => [.. Enumerable.Range(0, 24).Select(hour => $"{hour}")],
            Dimension.Checkpoint or Dimension.Corridor => ["north", "south"],
            _ => [],
        };

    public ISimulator Simulate(Arm arm)
    {
        Interlocked.Increment(ref simulators);
        return new Simulator(this, arm, scenario);
    }

    // splitmix64, so that every replication has luck of its own.
    private static double Luck(long seed, int replication, int draw)
    {
        ulong z = unchecked(
            ((ulong)seed * 0x9E3779B97F4A7C15) + ((ulong)replication * 0xD1B54A32D192ED03) + ((ulong)draw * 0x8CB92BA72F3D8DD7)
        );
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    private sealed class Simulator(FakeWorld world, Arm arm, Scenario scenario) : ISimulator
    {
        private readonly int number = scenario.Deployments.Keys.ToList().IndexOf(arm.Deployment);
        private readonly bool isFrozen = arm.Adversary == Arm.Frozen;

        public WorkDone Work { get; private set; } = new(0, 0, 0);

        public void Run(int replication, ReplicationRecord into, CancellationToken cancellation)
        {
            into.Clear();
            long seed = scenario.Experiment.Seed;
            int shipments = 20 + (int)(20 * Luck(seed, replication, 0));
            for (int i = 0; i < shipments; i++)
            {
                int firearms = 1 + (int)(5 * Luck(seed, replication, 3 + (3 * i)));
                int side = Luck(seed, replication, 1 + (3 * i)) < .5 ? 0 : 1;
                double chance = isFrozen ? .5 : world.Chance(number);
                bool isSeized = Luck(seed, replication, 2 + (3 * i) + (world.OwnLuck ? 10_000 * (1 + number) : 0)) < chance;
                foreach (
                    double[] totals in new[]
                    {
                        into.Totals,
                        into.By(Dimension.Corridor)[side],
                        into.By(Dimension.Hour)[i % 24],
                        into.By(Dimension.Checkpoint)[side],
                    }
                )
                {
                    totals[(int)Total.ShipmentsDispatched]++;
                    totals[(int)Total.FirearmsDispatched] += firearms;
                    totals[(int)Total.ShipmentsSeized] += isSeized ? 1 : 0;
                    totals[(int)Total.FirearmsSeized] += isSeized ? firearms : 0;
                }

                if (world.TellsLuck && side == 0)
                {
                    into.Totals[(int)Total.ShipmentsByLuck] += (isSeized ? 1 : 0) - chance;
                    into.Totals[(int)Total.FirearmsByLuck] += firearms * ((isSeized ? 1 : 0) - chance);
                }
            }

            // Everything else varies too, so that memory is measured at its worst; resources never do.
            for (int total = (int)Total.Stops; total <= (int)Total.DelayP95Hours; total++)
            {
                into.Totals[total] = 1 + Luck(seed, replication, 1000 + total);
            }

            into.Totals[(int)Total.OfficerHours] = 100 * number;
            into.Totals[(int)Total.CostUsd] = 5000 * number;
            Work += new WorkDone(3 * shipments, shipments, 1);
            world.During(arm.Deployment, replication);
        }

        public void Dispose() { }
    }
}
