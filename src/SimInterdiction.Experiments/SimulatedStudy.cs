using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Kept;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Experiments;

/// <summary>A study that was just simulated: what came out, and its replications as long as it is not disposed
/// of.</summary>
public sealed class SimulatedStudy : IDisposable
{
    private readonly IWorld world;
    private readonly StudyPlan plan;
    private readonly RunStore? store;
    private readonly RunSession? session;

    internal SimulatedStudy(StudyResult result, IWorld world, StudyPlan plan, RunStore? store, RunSession? session = null)
    {
        Result = result;
        this.world = world;
        this.plan = plan;
        this.store = store;
        this.session = session;
    }

    public StudyResult Result { get; }

    /// <summary>Writes the result as a file to be kept as <see cref="RunStore.ResultFile"/>: the same study then needs
    /// no replication to be read as long as none is added, removed or changed.</summary>
    /// <exception cref="InvalidOperationException">There is no store.</exception>
    /// <exception cref="IOException">The store can't be read now.</exception>
    public void Keep(Stream stream) =>
        KeptResult.Write(stream, Result, plan, store ?? throw new InvalidOperationException("Nothing is kept without a store."));

    /// <summary>Simulates one of its replications again, with a log of everything that happens. What was taken from the
    /// store is compared with what is stored.</summary>
    /// <param name="deployment">One of the study's, against the organizations that results are about.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public Replay Replay(string deployment, int replication, CancellationToken cancellation)
    {
        (int index, Arm arm) = plan.Batch.Arms.Index().First(a => a.Item == new Arm(deployment, plan.Arms.Main));
        CompiledScenario compiled = world is SimulatedWorld { Compiled: { } once }
            ? once
            : CompiledScenario.Compile(plan.ScenarioOf(replication));
        Outcome? stored = null;
        using RunSession? again = session is null ? StoredOnes(arm) : null;
        if (again?.Holds(0, replication) == true)
        {
            stored = new Outcome();
            again.Read(0, replication, stored);
        }
        else if (session?.Holds(index, replication) == true)
        {
            stored = new Outcome();
            session.Read(index, replication, stored);
        }

        return StoredStudy.ReplayOf(compiled, arm, replication, stored, cancellation);
    }

    public void Dispose() => session?.Dispose();

    // Where the result was kept, nothing was opened.
    private RunSession? StoredOnes(Arm arm) =>
        store is null ? null : (store with { Observer = null }).OpenToRead([arm], Result.ReplicationsAsked, plan.KeyOf, world.EntryNames);
}
