using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;

namespace SimInterdiction.Cluster.Workers;

/// <summary>The studies that a worker has got last, each got and compiled once for all slots.</summary>
/// <param name="shelf">Where they are got.</param>
/// <param name="server">Whether the server is there.</param>
internal sealed class StudyCache(StudyShelf shelf, ServerWatch server) : IDisposable
{
    private const int Most = 4;

    // A server that has lost a study gets it again from its head, every two seconds.
    private const int Tries = 12;
    private static readonly TimeSpan FetchesWithin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, OpenedStudy> opened = [];
    private readonly Queue<string> order = [];

    /// <summary>Null where the server does not have it, or it was ended. Reading and compiling a study takes as long as
    /// it takes, and others of the same worker wait for it.</summary>
    public async Task<OpenedStudy?> GetAsync(string hash, CancellationToken stop)
    {
        try
        {
            await gate.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        try
        {
            if (opened.TryGetValue(hash, out OpenedStudy? known))
            {
                return known;
            }

            if (await FetchAsync(hash, stop) is not { } package)
            {
                return null;
            }

            OpenedStudy study = await Task.Run(() => Open(package), CancellationToken.None);
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

    private async Task<StudyPackage?> FetchAsync(string hash, CancellationToken stop)
    {
        for (int i = 0; i < Tries && !stop.IsCancellationRequested; i++)
        {
            StudyPackage? package = null;
            if (
                await server.TryAsync(async patience => package = await shelf.GetAsync(hash, patience), stop, FetchesWithin)
                && package is not null
            )
            {
                return package;
            }

            await Task.Delay(Pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return null;
    }

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
