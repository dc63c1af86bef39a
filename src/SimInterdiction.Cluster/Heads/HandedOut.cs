using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Heads;

/// <summary>A chunk that is handed out and not answered yet.</summary>
/// <param name="name">What it is called.</param>
/// <param name="chunk">Which.</param>
internal sealed class HandedOut(ChunkName name, CutChunk chunk)
{
    private const double SlowFactor = 3;
    private static readonly TimeSpan NeverSlow = TimeSpan.FromSeconds(5);

    private readonly OrderedDictionary<string, string> failures = [];
    private long sent;
    private long failed;

    public ChunkName Name => name;

    public CutChunk Chunk => chunk;

    /// <summary>Whether it has to be sent, for the first time or again.</summary>
    public bool IsDue { get; private set; } = true;

    /// <summary>Whether somebody else tries it, too.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Whether an answer to it is at the server, and waits for the head.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>How many answers to it were of no use.</summary>
    public int Useless { get; set; }

    /// <summary>The workers that could not simulate it, by their ids, each with why not.</summary>
    public IReadOnlyDictionary<string, string> Failures => failures;

    public void Sent(long at)
    {
        IsDue = false;
        sent = at;
    }

    /// <summary>It came back, or was lost.</summary>
    public void SendAgain() => IsDue = true;

    /// <summary>A worker could not simulate it.</summary>
    public void Fail(string worker, string reason, TimeProvider clock)
    {
        failures[worker] = reason;
        failed = clock.GetTimestamp();
    }

    /// <summary>A worker that seemed to have ended goes on.</summary>
    public void Forgive(string worker) => failures.Remove(worker);

    /// <summary>Whether nobody else has tried it for so long.</summary>
    public bool IsHopeless(TimeSpan after, TimeProvider clock) => failures.Count > 0 && clock.GetElapsedTime(failed) > after;

    /// <summary>Whether it takes too long, and somebody else may try it, once.</summary>
    public bool IsSlow(double secondsEach, TimeProvider clock)
    {
        TimeSpan taken = clock.GetElapsedTime(sent);
        return !IsDue
            && !IsRepeated
            && !IsAnswered
            && taken > NeverSlow
            && taken.TotalSeconds > SlowFactor * secondsEach * chunk.Replications;
    }

    /// <summary>Somebody else tries it, too.</summary>
    public void Repeat()
    {
        IsRepeated = true;
        IsDue = true;
    }
}
