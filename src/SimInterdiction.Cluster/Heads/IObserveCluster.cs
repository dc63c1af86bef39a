namespace SimInterdiction.Cluster.Heads;

/// <summary>Hears how it goes with the machines that simulate; told by one thread at a time.</summary>
public interface IObserveCluster
{
    /// <summary>Nobody who could simulate is there, for five seconds now.</summary>
    /// <param name="others">Versions of the model that workers have who are there.</param>
    void Waits(IReadOnlyList<string> others) { }

    /// <summary>Another number of workers is there than before.</summary>
    /// <param name="workers">How many can simulate.</param>
    /// <param name="slots">How many chunks at once.</param>
    void Counts(int workers, int slots) { }

    /// <summary>The server can't be reached, or keeps nothing.</summary>
    void LosesServer() { }

    /// <summary>The server is back.</summary>
    void FindsServer() { }

    /// <summary>The server has no room for what is handed out; it is waited for.</summary>
    void FindsServerFull() { }

    /// <summary>What came was no answer, and was thrown away.</summary>
    /// <param name="count">How many of that kind so far.</param>
    void Discards(int count) { }

    /// <summary>A worker can't simulate a chunk, or was lost with it; others try.</summary>
    /// <param name="worker">Its machine and processor.</param>
    /// <param name="reason">Why not.</param>
    void Fails(string worker, string reason) { }

    /// <summary>Nobody could simulate a chunk; all others go on.</summary>
    /// <param name="first">Its first replication.</param>
    /// <param name="last">Its last.</param>
    /// <param name="reason">Why.</param>
    void GivesUp(int first, int last, string reason) { }
}
