using NATS.Client.JetStream.Models;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Workers;

/// <summary>The workers that a server has heard of in the last ten minutes.</summary>
public static class WorkerList
{
    /// <summary>All of them, by machine.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="now">Now, by the clock of this machine; ages are right as far as it agrees with the
    /// server's.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<IReadOnlyList<ListedWorker>> ReadAsync(ServerConnection connection, DateTimeOffset now, CancellationToken stop)
    {
        var queues = new ServerQueues(connection.Streams);
        var found = new List<ListedWorker>();
        IReadOnlyDictionary<string, long>? subjects = await queues.SubjectsInAsync(Subjects.WorkerStream, Subjects.AllWorkers, stop);
        foreach (string subject in subjects?.Keys ?? [])
        {
            StoredMessage? said = await queues.LastOfAsync(Subjects.WorkerStream, subject, stop);
            if (said is not null && WorkerState.Read(said.Data.Span) is { } state)
            {
                TimeSpan age = now - said.Time;
                found.Add(new ListedWorker(state, age > TimeSpan.Zero ? age : TimeSpan.Zero));
            }
        }

        return [.. found.OrderBy(w => w.State.Machine, StringComparer.Ordinal).ThenBy(w => w.State.Id, StringComparer.Ordinal)];
    }
}

/// <summary>A worker as the server knows it.</summary>
/// <param name="State">What it said last.</param>
/// <param name="Age">How long ago.</param>
public sealed record ListedWorker(WorkerState State, TimeSpan Age);
