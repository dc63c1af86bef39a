using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Design;

/// <summary>What is simulated of a scenario, whatever its inputs are. Main arms only: what frozen organizations would
/// do is no question here.</summary>
internal sealed record DesignPoints
{
    /// <summary>In the order of the results.</summary>
    public required IReadOnlyList<string> Deployments { get; init; }

    /// <summary>A measure of single periods, for those who watch.</summary>
    public required Measure Measure { get; init; }

    /// <summary>At every setting, numbered from 0: the same luck everywhere.</summary>
    public required int Replications { get; init; }

    public required long Seed { get; init; }

    /// <summary>0 for one per core.</summary>
    public required int Jobs { get; init; }

    /// <summary>Null keeps replications in memory only.</summary>
    public required RunStore? Store { get; init; }

    /// <summary>Null for the threads of this machine.</summary>
    public required IDesignExecutors? Executors { get; init; }

    /// <summary>On which seed and how often is for whoever asks to say, not for the file.</summary>
    public static Scenario Of(Scenario scenario, long seed, int replications) =>
        scenario with
        {
            Experiment = scenario.Experiment with { Seed = seed, Replications = replications },
        };

    /// <summary>The scenario as the plan has it simulated.</summary>
    public Scenario Of(Scenario scenario) => Of(scenario, Seed, Replications);

    /// <param name="executor">Who simulates; null for the threads.</param>
    public BatchPlan ToBatch(IExecutor? executor) =>
        new()
        {
            Arms = [.. Deployments.Select(name => new Arm(name))],
            Replications = Replications,
            Measure = Measure,
            Threads = Jobs == 0 ? Environment.ProcessorCount : Jobs,
            Executor = executor ?? new ThreadExecutor(),
        };
}
