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

    /// <summary>On which seed and how often is for the plan to say, not for the file.</summary>
    public Scenario Of(Scenario scenario) =>
        scenario with
        {
            Experiment = scenario.Experiment with { Seed = Seed, Replications = Replications },
        };

    public BatchPlan ToBatch() =>
        new()
        {
            Arms = [.. Deployments.Select(name => new Arm(name))],
            Replications = Replications,
            Measure = Measure,
            Threads = Jobs == 0 ? Environment.ProcessorCount : Jobs,
        };
}
