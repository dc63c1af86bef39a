using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Store;

/// <summary>Holds back chosen replications of a store, so that they are simulated again, and compares what comes
/// out.</summary>
internal sealed class VerifyingStore(
    RunSession session,
    IReadOnlyList<Arm> arms,
    Predicate<int> isChosen,
    Func<Dimension, IReadOnlyList<string>> entryNames
) : IReplicationStore
{
    private readonly List<CheckedReplication> differing = [];
    private readonly Outcome stored = new();
    private readonly ReplicationRecord room = new([.. Enum.GetValues<Dimension>().Select(d => entryNames(d).Count)]);
    private int replications;

    public CancellationToken CannotKeep => CancellationToken.None;

    public RunCheck Result => new(replications, differing);

    public bool Holds(int arm, int replication) => !isChosen(replication);

    public void Read(int arm, int replication, Outcome into) => session.Read(arm, replication, into);

    public void Keep(int replication, Outcome[] outcomes)
    {
        if (!isChosen(replication))
        {
            return;
        }

        replications++;
        foreach ((int arm, Outcome simulated) in outcomes.Index().Where(o => !o.Item.IsLeftOut))
        {
            session.Read(arm, replication, stored);
            if (OutcomeHash.Of(simulated, room) != OutcomeHash.Of(stored, room))
            {
                differing.Add(new CheckedReplication(arms[arm], replication));
            }
        }
    }

    public void Save() { }
}
