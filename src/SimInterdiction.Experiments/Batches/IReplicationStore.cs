namespace SimInterdiction.Experiments.Batches;

/// <summary>Keeps what replications came to, so that none is simulated twice.</summary>
internal interface IReplicationStore
{
    /// <summary>Cancelled once nothing can be kept any more, so that nothing more is simulated in vain.</summary>
    CancellationToken CannotKeep { get; }

    /// <summary>Whether a replication of an arm need not be simulated; called by several threads.</summary>
    /// <param name="arm">Index into the plan's arms.</param>
    /// <param name="replication">From 0.</param>
    bool Holds(int arm, int replication);

    /// <summary>Reads a replication that is held. Called, like all below, by one thread at a time and in replication
    /// order.</summary>
    void Read(int arm, int replication, Outcome into);

    /// <summary>Takes a replication of all arms that are not left out, whether simulated or read.</summary>
    void Keep(int replication, Outcome[] outcomes);

    /// <summary>Sees to it that everything taken so far is safe.</summary>
    void Save();
}

/// <summary>Keeps nothing.</summary>
internal sealed class NoStore : IReplicationStore
{
    public CancellationToken CannotKeep => CancellationToken.None;

    public bool Holds(int arm, int replication) => false;

    public void Read(int arm, int replication, Outcome into) => throw new InvalidOperationException("Nothing is held here.");

    public void Keep(int replication, Outcome[] outcomes) { }

    public void Save() { }
}
