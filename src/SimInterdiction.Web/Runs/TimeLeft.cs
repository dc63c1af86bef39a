namespace SimInterdiction.Web.Runs;

/// <summary>How long work will still take, by the pace of the last while: what was stored before is read far faster
/// than the rest is simulated.</summary>
/// <param name="clock">Tells the time.</param>
internal sealed class TimeLeft(TimeProvider clock)
{
    private const int Remembered = 20;
    private const double FewestSeconds = 1;

    private readonly Queue<(long At, int Done)> pace = new();

    /// <summary>Seconds until all is done; null as long as too little was seen.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="all">Of how much.</param>
    public double? At(int done, int all)
    {
        long now = clock.GetTimestamp();
        pace.Enqueue((now, done));
        if (pace.Count > Remembered)
        {
            pace.Dequeue();
        }

        (long since, int before) = pace.Peek();
        double seconds = clock.GetElapsedTime(since, now).TotalSeconds;
        return seconds >= FewestSeconds && done > before ? seconds / (done - before) * Math.Max(0, all - done) : null;
    }
}
