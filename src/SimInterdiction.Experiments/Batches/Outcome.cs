using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>What one replication of one arm came to; made once and used again for replication after
/// replication.</summary>
internal sealed class Outcome(IReadOnlyList<int> entryCounts)
{
    public ReplicationRecord Record { get; } = new(entryCounts);

    /// <summary>Why it failed; null where it did not. What is in the record of one that failed means nothing.</summary>
    public string? Failure { get; set; }

    /// <summary>Whether the arm is simulated no further: then nothing in here means anything.</summary>
    public bool IsLeftOut { get; set; }

    public WorkDone Work { get; set; } = new(0, 0, 0);
}
