namespace SimInterdiction.Cluster.Heads;

/// <summary>A chunk that is handed out and not answered yet.</summary>
/// <param name="chunk">Which.</param>
internal sealed class HandedOut(CutChunk chunk)
{
    private const double SlowFactor = 3;
    private static readonly TimeSpan NeverSlow = TimeSpan.FromSeconds(5);

    private long sent;
    private bool isRepeated;

    public CutChunk Chunk => chunk;

    /// <summary>Whether it has to be sent, for the first time or again.</summary>
    public bool IsDue { get; private set; } = true;

    /// <summary>How many answers to it were of no use.</summary>
    public int Useless { get; set; }

    public void Sent(long at)
    {
        IsDue = false;
        sent = at;
    }

    /// <summary>It came back, or was lost.</summary>
    public void SendAgain() => IsDue = true;

    /// <summary>Whether it takes too long, and somebody else may try it, once.</summary>
    public bool IsSlow(double secondsEach, TimeProvider clock)
    {
        TimeSpan taken = clock.GetElapsedTime(sent);
        return !IsDue && !isRepeated && taken > NeverSlow && taken.TotalSeconds > SlowFactor * secondsEach * chunk.Replications;
    }

    /// <summary>Somebody else tries it, too.</summary>
    public void Repeat()
    {
        isRepeated = true;
        IsDue = true;
    }
}
