namespace SimInterdiction.Tests.Web;

/// <summary>A clock with one timer, which goes off when a test says so.</summary>
internal sealed class TimerClock : TimeProvider
{
    private TimerCallback? fires;

    public TimeSpan Due { get; private set; }

    public void Fire()
    {
        Due = Timeout.InfiniteTimeSpan;
        fires!(null);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (fires, Due) = (callback, dueTime);
        return new Set(this);
    }

    private sealed class Set(TimerClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Due = dueTime;
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
