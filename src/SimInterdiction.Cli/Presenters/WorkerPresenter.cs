using SimInterdiction.Cluster.Workers;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says how it goes with a worker.</summary>
/// <param name="url">The server.</param>
/// <param name="options">What the worker is.</param>
/// <param name="isQuiet">Whether only trouble is told.</param>
/// <param name="error">Where to.</param>
internal sealed class WorkerPresenter(string url, WorkerOptions options, bool isQuiet, TextWriter error) : IObserveWorker
{
    // A line now and then: a worker may run for weeks.
    private long next = 1;

    public void Joined() =>
        Say(
            $"Joined {url} with {Plain.Count(options.Slots, "slot")}, model {options.ModelVersion}. Ctrl-C ends it: what "
                + "has begun goes back."
        );

    public void Answered(long chunks, long replications)
    {
        if (chunks >= next)
        {
            next = chunks * 2;
            Say($"{Plain.Count(chunks, "chunk")}, {Plain.Count(replications, "replication")} so far.");
        }
    }

    public void LeavesToOthers(string version) =>
        error.WriteLine(
            $"Chunks wait for another version of the model ({version}); this one is {options.ModelVersion} and takes none of "
                + "them. Start the same version of simint here."
        );

    public void GivesUp(string reason) => error.WriteLine($"A chunk can't be simulated here: {reason}.");

    public void FindsServerFull() =>
        error.WriteLine($"{url} has no room for an answer; waiting for room, a minute at most, then the chunk goes back.");

    public void LosesServer() => error.WriteLine($"{url} can't be reached; it is tried again until it is back.");

    public void FindsServer() => error.WriteLine($"{url} is back.");

    private void Say(string words)
    {
        if (!isQuiet)
        {
            error.WriteLine(words);
        }
    }
}
