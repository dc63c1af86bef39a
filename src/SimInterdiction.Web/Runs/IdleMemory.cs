namespace SimInterdiction.Web.Runs;

/// <summary>Gives memory back to the machine when nobody has asked for anything for a while and nothing runs: the page
/// may stand open for days, and what was asked last takes several times what waiting does.</summary>
internal sealed class IdleMemory : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Func<bool> isBusy;
    private readonly ITimer timer;

    /// <param name="isBusy">Whether something runs.</param>
    /// <param name="clock">Tells the time.</param>
    public IdleMemory(Func<bool> isBusy, TimeProvider clock)
    {
        this.isBusy = isBusy;
        NativeHeap.KeepWhole();
        timer = clock.CreateTimer(_ => GiveBack(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something is asked: memory is kept for a while.</summary>
    public void Asked() => timer.Change(Patience, Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void GiveBack()
    {
        if (isBusy())
        {
            Asked();
        }
        else
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            NativeHeap.GiveBack();
        }
    }
}
