namespace SimInterdiction.Application.Runs;

/// <summary>How long work will still take, by the pace of the last while: what was stored before is read far faster
/// than the rest is simulated, and the first of all includes the program's start.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class TimeLeft(TimeProvider clock)
{
    private const int Remembered = 20;
    private const double FewestSeconds = 1;
    private const double SecondsBetween = 0.5;

    private readonly Queue<(long At, double Done)> pace = new();
    private long last;

    /// <summary>Seconds until all is done; null as long as too little was seen.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="all">Of how much.</param>
    public double? At(double done, double all)
    {
        if (done <= 0)
        {
            return null;
        }

        long now = clock.GetTimestamp();
        if (pace.Count == 0 || clock.GetElapsedTime(last, now).TotalSeconds >= SecondsBetween)
        {
            last = now;
            pace.Enqueue((now, done));
        }

        if (pace.Count > Remembered)
        {
            pace.Dequeue();
        }

        (long since, double before) = pace.Peek();
        double seconds = clock.GetElapsedTime(since, now).TotalSeconds;
        return seconds >= FewestSeconds && done > before ? seconds / (done - before) * Math.Max(0, all - done) : null;
    }
}
