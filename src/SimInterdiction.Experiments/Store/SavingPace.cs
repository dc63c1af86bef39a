namespace SimInterdiction.Experiments.Store;

/// <summary>
/// When to write what was simulated: every few seconds, but ever more seldom as a run goes on, so that a long one makes few files; and whenever much has gathered.
/// A killed run loses at most 5 seconds, or the twentieth part of its time.
/// </summary>
internal sealed class SavingPace(TimeProvider clock)
{
    private const int MostNumbers = 8_000_000;
    private const double ShareOfTime = 0.05;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    private readonly long begun = clock.GetTimestamp();
    private long last = clock.GetTimestamp();

    /// <param name="numbers">How many numbers wait in memory to be written.</param>
    public bool IsDue(long numbers)
    {
        TimeSpan wanted = clock.GetElapsedTime(begun, last) * ShareOfTime;
        return numbers >= MostNumbers || clock.GetElapsedTime(last) >= (wanted > Shortest ? wanted : Shortest);
    }

    public void Saved() => last = clock.GetTimestamp();
}
