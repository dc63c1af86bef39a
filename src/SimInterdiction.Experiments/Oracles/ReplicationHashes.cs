using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Oracles;

/// <summary>Replications as a hash, to tell whether they come out the same to the last bit.</summary>
public static class ReplicationHashes
{
    /// <param name="scenario">What to simulate.</param>
    /// <param name="deployment">Which of its deployments.</param>
    /// <param name="replications">How many replications.</param>
    /// <param name="threads">On how many threads; changes nothing.</param>
    /// <returns>SHA-256 of all replications in their order, in lower-case hexadecimal digits.</returns>
    public static string Of(Scenario scenario, string deployment, int replications, int threads)
    {
        IWorld world = SimulatedWorld.Compile(scenario);
        var hashes = new HashingStore(new ReplicationRecord(world.EntryCounts()));
        var plan = new BatchPlan
        {
            Arms = [new Arm(deployment)],
            Replications = replications,
            Measure = MeasureCatalog.All[0],
            Threads = threads,
        };
        new BatchRunner(world, plan, hashes, progress: null).Advance(replications, CancellationToken.None);
        return CanonicalText.Hash(hashes.Hashes);
    }

    /// <summary>Keeps what each replication came to as a hash, in their order.</summary>
    private sealed class HashingStore(ReplicationRecord room) : IReplicationStore
    {
        public List<string> Hashes { get; } = [];

        public CancellationToken CannotKeep => CancellationToken.None;

        public bool Holds(int arm, int replication) => false;

        public void Read(int arm, int replication, Outcome into) => throw new InvalidOperationException("Nothing is held here.");

        public void Keep(int replication, Outcome[] outcomes) => Hashes.AddRange(outcomes.Select(outcome => OutcomeHash.Of(outcome, room)));

        public void Save() { }
    }
}
