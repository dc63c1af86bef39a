using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Designs;

/// <summary>Has other machines simulate a scenario at settings of its uncertain inputs.</summary>
internal sealed class ServedDesign : IDesignExecutors
{
    private readonly ICluster cluster;
    private readonly StudyDocument document;
    private readonly IReadOnlyList<string> inputs;

    private ServedDesign(ICluster cluster, StudyDocument document, IReadOnlyList<string> inputs)
    {
        this.cluster = cluster;
        this.document = document;
        this.inputs = inputs;
    }

    /// <param name="cluster">The machines; null where the threads of this one simulate.</param>
    /// <param name="reading">The scenario, without errors.</param>
    /// <param name="only">Which of its uncertain inputs are chosen.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="replications">How many at each setting.</param>
    /// <returns>Null for the threads.</returns>
    public static ServedDesign? Of(
        ICluster? cluster,
        ScenarioReading reading,
        IReadOnlyList<UncertainInput> only,
        long seed,
        int replications
    ) =>
        cluster is null
            ? null
            : new ServedDesign(
                cluster,
                new StudyDocument(reading.Resolved.ToYaml(), seed, replications, reading.UncertainAt, ComparedAs: null),
                [.. only.Select(input => input.Path)]
            );

    /// <inheritdoc/>
    public IExecutor At(IReadOnlyList<double> values) => ExecutorOf(document with { Setting = new SettingDocument(inputs, [.. values]) });

    /// <inheritdoc/>
    public IExecutor Trial(int draws) =>
        ExecutorOf(document with { Replications = draws, Setting = new SettingDocument(inputs, Values: null) });

    private IExecutor ExecutorOf(StudyDocument asked) => cluster.ExecutorOf(asked, isFresh: false);
}
