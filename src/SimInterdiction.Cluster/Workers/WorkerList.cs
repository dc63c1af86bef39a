using NATS.Client.Core;
using NATS.Client.JetStream.Models;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Workers;

/// <summary>The workers that a server has heard of in the last ten minutes.</summary>
public static class WorkerList
{
    // Longer than workers are ever silent, so that whoever is there is heard: clocks need not agree for that.
    private static readonly TimeSpan Listens = TimeSpan.FromSeconds(1.6);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>All of them, by machine. Takes two seconds, in which those who are there are heard.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="clock">The clock of this machine; how long ago those were heard who are not there any more is right
    /// as far as it agrees with the server's.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Null where the server was lost.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<IReadOnlyList<ListedWorker>?> ReadAsync(
        ServerConnection connection,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        Dictionary<string, WorkerState> heard = await ListenAsync(connection, stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await ReadAsync(connection, heard, clock.GetUtcNow(), patience.Token);
        }
        catch (Exception error)
            when (error is NatsException or TimeoutException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<Dictionary<string, WorkerState>> ListenAsync(ServerConnection connection, CancellationToken stop)
    {
        var heard = new Dictionary<string, WorkerState>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Listens);
        try
        {
            await foreach (
                NatsMsg<byte[]> said in connection.Nats.SubscribeAsync<byte[]>(Subjects.AllWorkers, cancellationToken: patience.Token)
            )
            {
                if (WorkerState.Read(said.Data) is { } state)
                {
                    heard[state.Id] = state;
                }
            }
        }
        catch (Exception error) when (error is NatsException or TimeoutException or OperationCanceledException)
        {
            // That was long enough, or nobody can be heard.
        }

        stop.ThrowIfCancellationRequested();
        return heard;
    }

    private static async Task<IReadOnlyList<ListedWorker>> ReadAsync(
        ServerConnection connection,
        Dictionary<string, WorkerState> heard,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var queues = new ServerQueues(connection.Streams);
        var found = new List<ListedWorker>();
        IReadOnlyDictionary<string, long>? subjects = await queues.SubjectsInAsync(Subjects.WorkerStream, Subjects.AllWorkers, stop);
        foreach (string subject in subjects?.Keys ?? [])
        {
            StoredMessage? said = await queues.LastOfAsync(Subjects.WorkerStream, subject, stop);
            if (said is not null && WorkerState.Read(said.Data.Span) is { } state)
            {
                bool isThere = heard.ContainsKey(state.Id) && !state.HasEnded;
                TimeSpan age = isThere ? TimeSpan.Zero : now - said.Time;
                found.Add(new ListedWorker(state, isThere, age > TimeSpan.Zero ? age : TimeSpan.Zero));
            }
        }

        return
        [
            .. found
                .OrderBy(w => w.State.Machine, StringComparer.Ordinal)
                .ThenBy(w => w.State.Process)
                .ThenBy(w => w.State.Id, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A worker as the server knows it.</summary>
/// <param name="State">What it said last.</param>
/// <param name="IsThere">Whether it is heard now; where not, it has ended, was killed, or its network is down.</param>
/// <param name="Age">How long ago it was heard; nothing where it is there.</param>
public sealed record ListedWorker(WorkerState State, bool IsThere, TimeSpan Age);
