using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;

namespace SimInterdiction.Cluster.Workers;

/// <summary>The studies that a worker has got last, each got and compiled once for all slots.</summary>
/// <param name="shelf">Where they are got.</param>
internal sealed class StudyCache(StudyShelf shelf) : IDisposable
{
    private const int Most = 4;

    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, OpenedStudy> opened = [];
    private readonly Queue<string> order = [];

    /// <summary>Null where the server does not have it.</summary>
    public async Task<OpenedStudy?> GetAsync(string hash, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            if (opened.TryGetValue(hash, out OpenedStudy? known))
            {
                return known;
            }

            if (await shelf.GetAsync(hash, stop) is not { } package)
            {
                return null;
            }

            OpenedStudy study = Open(package);
            opened.Add(hash, study);
            order.Enqueue(hash);
            if (order.Count > Most)
            {
                opened.Remove(order.Dequeue());
            }

            return study;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private static OpenedStudy Open(StudyPackage package)
    {
        if (!package.Document.TryOpen([.. package.Arms.Select(arm => arm.ToArm())], out ChunkSimulation? simulation, out string? problem))
        {
            return new OpenedStudy(null, problem);
        }

        // Read here, the scenario must be what it was there, to the last bit.
        return simulation.Keys.SequenceEqual(package.Arms.Select(arm => arm.Key))
            ? new OpenedStudy(simulation, null)
            : new OpenedStudy(null, "the scenario as read here is not what it was at the head");
    }
}

/// <summary>A study at a worker.</summary>
/// <param name="Simulation">Ready to be simulated; null where it can't be.</param>
/// <param name="Problem">Why not.</param>
internal sealed record OpenedStudy(ChunkSimulation? Simulation, string? Problem);
