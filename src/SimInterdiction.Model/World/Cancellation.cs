namespace SimInterdiction.Model.World;

/// <summary>
/// Whether somebody wants the replication under way to end before it is done. Every loop that the scenario may make
/// long asks now and then.
/// </summary>
internal sealed class Cancellation
{
    private CancellationToken token;

    /// <summary>Begins a replication that a token may end.</summary>
    public void Begin(CancellationToken cancellation) => token = cancellation;

    /// <summary>Ends the replication where that is wanted.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public void ThrowIfRequested() => token.ThrowIfCancellationRequested();
}
