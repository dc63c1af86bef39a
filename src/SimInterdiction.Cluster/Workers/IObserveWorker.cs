namespace SimInterdiction.Cluster.Workers;

/// <summary>Hears how it goes with a worker; told by several threads.</summary>
public interface IObserveWorker
{
    /// <summary>It takes chunks from now on.</summary>
    void Joined() { }

    /// <summary>A chunk is answered.</summary>
    /// <param name="chunks">How many so far.</param>
    /// <param name="replications">How many replications of single arms so far.</param>
    void Answered(long chunks, long replications) { }

    /// <summary>Chunks wait for workers with another version of the model; this one takes none of them.</summary>
    /// <param name="version">Which, as the server knows it.</param>
    void LeavesToOthers(string version) { }

    /// <summary>A chunk can't be simulated here.</summary>
    /// <param name="reason">Why.</param>
    void GivesUp(string reason) { }

    /// <summary>The server has no room for an answer; it is waited for, up to a minute, then the chunk goes
    /// back.</summary>
    void FindsServerFull() { }

    /// <summary>The server can't be reached, or keeps nothing.</summary>
    void LosesServer() { }

    /// <summary>The server is back.</summary>
    void FindsServer() { }
}
