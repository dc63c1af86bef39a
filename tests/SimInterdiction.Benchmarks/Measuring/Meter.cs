using SimInterdiction.Benchmarks.Micro;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>One arm, and how long its replications take.</summary>
internal sealed class Meter(CompiledScenario world, Arm arm) : IDisposable
{
    private readonly Replication replication = new(world, arm);
    private readonly ReplicationRecord record = new(world.EntryCounts);
    private readonly ThreadClock clock = new();

    /// <summary>Nanoseconds for each shipment of a replication of all arms.</summary>
    public static double Measure(IEnumerable<Meter> meters, int replication)
    {
        (long nanoseconds, long shipments) = (0, 0);
        foreach (Meter meter in meters)
        {
            (long more, long of) = meter.Run(replication);
            nanoseconds += more;
            shipments += of;
        }

        return nanoseconds / (double)shipments;
    }

    public void Dispose() => replication.Dispose();

    private (long Nanoseconds, long Shipments) Run(int number)
    {
        long shipments = replication.Shipments;
        long began = clock.GetTimestamp();
        replication.Run(number, record);
        return (clock.GetTimestamp() - began, replication.Shipments - shipments);
    }
}
