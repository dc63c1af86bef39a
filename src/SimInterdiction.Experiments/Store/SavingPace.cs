namespace SimInterdiction.Experiments.Store;

/// <summary>
/// When to write what was simulated: every three seconds, but more seldom as a run goes on, so that a long one makes
/// few files; and whenever much has gathered. A killed run loses at most three seconds, or the twentieth part of its
/// time, and never more than a minute.
/// </summary>
internal sealed class SavingPace(TimeProvider clock)
{
    private const long MostBytes = 4_000_000;
    private const double ShareOfTime = 0.05;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly long begun = clock.GetTimestamp();
    private long last = clock.GetTimestamp();

    /// <param name="bytes">How much waits in memory to be written.</param>
    public bool IsDue(long bytes)
    {
        TimeSpan share = clock.GetElapsedTime(begun, last) * ShareOfTime;
        TimeSpan wanted =
            share < Shortest ? Shortest
            : share > Longest ? Longest
            : share;
        return bytes >= MostBytes || clock.GetElapsedTime(last) >= wanted;
    }

    public void Saved() => last = clock.GetTimestamp();
}
