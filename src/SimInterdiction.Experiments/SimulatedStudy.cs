using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
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
    private readonly RunSession? session;

    internal SimulatedStudy(StudyResult result, IWorld world, StudyPlan plan, RunSession? session)
    {
        Result = result;
        this.world = world;
        this.plan = plan;
        this.session = session;
    }

    public StudyResult Result { get; }

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
        if (session?.Holds(index, replication) == true)
        {
            stored = new Outcome(compiled.EntryCounts);
            session.Read(index, replication, stored);
        }

        return StoredStudy.ReplayOf(compiled, arm, replication, stored, cancellation);
    }

    public void Dispose() => session?.Dispose();
}
