using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Workers;

/// <summary>What a worker has done so far, over all its slots.</summary>
/// <param name="atFirst">What it is.</param>
internal sealed class WorkerTally(WorkerState atFirst)
{
    private readonly Lock gate = new();
    private WorkerState state = atFirst;

    public WorkerState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    public void Begin(ChunkName chunk) => Change(now => now with { Doing = [.. now.Doing, WorkerState.ChunkIn(chunk)] });

    public void End(ChunkName chunk)
    {
        Change(now =>
        {
            List<string> left = [.. now.Doing];
            left.Remove(WorkerState.ChunkIn(chunk));
            return now with { Doing = left };
        });
    }

    /// <summary>It says no more after this.</summary>
    public void TakeLeave() => Change(now => now with { Doing = [], HasEnded = true });

    public void Answered(long replications, double seconds) =>
        Change(now =>
            now with
            {
                Chunks = now.Chunks + 1,
                Replications = now.Replications + replications,
                Seconds = now.Seconds + seconds,
            }
        );

    private void Change(Func<WorkerState, WorkerState> change)
    {
        lock (gate)
        {
            state = change(state);
        }
    }
}
