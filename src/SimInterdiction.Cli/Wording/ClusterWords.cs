using SimInterdiction.Cluster.Heads;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Wording;

/// <summary>Says in lines how it goes with the machines that simulate.</summary>
/// <param name="say">Takes a line.</param>
internal sealed class ClusterWords(Action<string> say) : IObserveCluster
{
    private const int MostNamed = 5;

    /// <summary>Why not everything was simulated.</summary>
    public static IEnumerable<string> Of(ExecutionFault fault) =>
        fault switch
        {
            ExecutionFault.AnswersDiffer it =>
            [
                $"Two answers for replication {it.Replication} of {it.Arm} differ: that of {it.One} and that of {it.Other}. "
                    + "One of the two is wrong, so nothing more is taken in.",
                "Find out which one ('simint validate' on both), then run the same command without it; with --fresh if its "
                    + "answer is the stored one.",
            ],
            ExecutionFault.GivenUp it =>
            [
                .. it
                    .Chunks.Take(MostNamed)
                    .Select(chunk =>
                        $"Replications {chunk.First} to {chunk.Last} of {string.Join(", ", chunk.Arms.Take(MostNamed))}"
                        + $"{(chunk.Arms.Count > MostNamed ? $" and {chunk.Arms.Count - MostNamed} more" : string.Empty)} were given up: "
                        + $"{chunk.Reason}."
                    ),
                "All others are simulated and saved. The same command tries these again.",
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "It has no words."),
        };

    public void Waits(IReadOnlyList<string> others) =>
        say(
            others.Count == 0
                ? "No worker is there; waiting for one: 'simint worker --join URL' on any machine."
                : $"No worker with this version of the model is there ({string.Join(", ", others)} are); waiting for one."
        );

    public void Counts(int workers, int slots) => say($"{Plain.Count(workers, "worker")}, {Plain.Count(slots, "slot")}.");

    public void LosesServer() => say("The server can't be reached; waiting for it.");

    public void FindsServer() => say("The server is back.");

    public void FindsServerFull() => say("The server has no room for more; waiting until it has.");

    public void Fails(string worker, string reason) => say($"{worker}: {reason}. Others try that chunk.");

    public void Discards(int count)
    {
        // At 1, 2, 4 and so on: whoever sends rubbish may send much.
        if ((count & (count - 1)) == 0)
        {
            say($"{Plain.Count(count, "message")} that held no answer thrown away so far.");
        }
    }

    public void GivesUp(int first, int last, string reason) => say($"Replications {first} to {last} are given up: {reason}.");
}
