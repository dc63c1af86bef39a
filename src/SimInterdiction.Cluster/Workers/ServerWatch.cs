using NATS.Client.Core;

namespace SimInterdiction.Cluster.Workers;

/// <summary>Tells once when the server is lost, and once when it is back.</summary>
/// <param name="observer">Who is told.</param>
internal sealed class ServerWatch(IObserveWorker observer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private bool isLost;

    /// <summary>Does something with the server.</summary>
    /// <param name="act">What.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="within">How long it may take; null for as long as a message may.</param>
    /// <returns>Whether it was done; not where the server is lost or it was ended.</returns>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> act, CancellationToken end, TimeSpan? within = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        patience.CancelAfter(within ?? Patience);
        try
        {
            await act(patience.Token);
            Note(lost: false);
            return true;
        }
        catch (Exception error) when (error is NatsException or TimeoutException or OperationCanceledException)
        {
            if (!end.IsCancellationRequested)
            {
                Note(lost: true);
            }

            return false;
        }
    }

    private void Note(bool lost)
    {
        lock (gate)
        {
            if (lost == isLost)
            {
                return;
            }

            isLost = lost;
            if (lost)
            {
                observer.LosesServer();
            }
            else
            {
                observer.FindsServer();
            }
        }
    }
}
