using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Has other machines simulate what is proposed. What they simulate is kept in the folder of the search, which
/// this holds.</summary>
/// <remarks>They get the scenario as a text. What a text can't say, such as traffickers of a kind that nobody stated,
/// is simulated by the threads of this machine.</remarks>
internal sealed class ServedConfirmation : IDisposable
{
    private readonly ICluster cluster;
    private readonly ResultFolder folder;
    private readonly Func<IReadOnlyList<Proposal>, ScenarioReading> read;

    private ServedConfirmation(ICluster cluster, ResultFolder folder, Func<IReadOnlyList<Proposal>, ScenarioReading> read)
    {
        this.cluster = cluster;
        this.folder = folder;
        this.read = read;
    }

    /// <param name="cluster">The machines; null where there are none.</param>
    /// <param name="path">The folder of the search.</param>
    /// <param name="read">Reads the scenario with further deployments.</param>
    /// <param name="stop">Ends waiting for another process that works on the folder.</param>
    /// <returns>Null where the threads of this machine simulate: also where nothing could be kept.</returns>
    public static ServedConfirmation? Open(
        ICluster? cluster,
        string path,
        Func<IReadOnlyList<Proposal>, ScenarioReading> read,
        CancellationToken stop
    ) =>
        cluster is not null && OutputFolder.TryMake(path, out _) && ResultFolder.Open(path, _ => { }, stop) is { } folder
            ? new ServedConfirmation(cluster, folder, read)
            : null;

    /// <summary>How a study is run: by the machines, where their text says all of it.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="stated">The scenario's own deployments, by name.</param>
    /// <param name="options">How.</param>
    public StudyOptions With(Scenario scenario, IReadOnlyDictionary<string, Deployment> stated, StudyOptions options)
    {
        Proposal[] proposed =
        [
            .. scenario
                .Deployments.Where(each => !stated.ContainsKey(each.Key))
                .Select(each => new Proposal(each.Key, each.Value, IsNew: true)),
        ];
        ScenarioReading reading = read(proposed);
        if (reading.Scenario is null)
        {
            return options;
        }

        ExperimentPlan plan = scenario.Experiment;
        var document = StudyDocument.Of(
            reading,
            options with
            {
                Seed = plan.Seed,
            },
            new ComparedAs(plan.CompareWith!, plan.Measure, plan.SmallestDifferenceThatMatters)
        );
        Arm[] arms = [.. scenario.Deployments.Keys.SelectMany(name => new[] { new Arm(name), new Arm(name, Arm.Frozen) })];
        bool saysAll =
            document.TryOpen(arms, out ChunkSimulation? there, out _)
            && there.Keys.SequenceEqual(new ChunkSimulation(scenario, options, arms).Keys);
        return saysAll
            ? options with
            {
                Executor = cluster.ExecutorOf(document, isFresh: false),
                Store = folder.Store([], new Unheard()) with { ResultFile = null },
            }
            : options;
    }

    public void Dispose() => folder.Dispose();

    private sealed class Unheard : IObserveStore
    {
        public void Opened(StoreContent content) { }

        public void Simulated() { }

        public void NotSaved(SaveFailure why) { }

        public void Saved() { }
    }
}
