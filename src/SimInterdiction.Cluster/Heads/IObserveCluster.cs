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

    /// <summary>What came was no answer, and was thrown away.</summary>
    /// <param name="count">How many of that kind so far.</param>
    void Discards(int count) { }

    /// <summary>Some workers gave a chunk up; all others go on.</summary>
    /// <param name="first">Its first replication.</param>
    /// <param name="last">Its last.</param>
    /// <param name="reason">Why.</param>
    void GivesUp(int first, int last, string reason) { }
}
