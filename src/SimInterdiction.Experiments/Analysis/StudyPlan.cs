using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>A study as it is simulated and analysed: made once from the scenario and the options, then handed
/// on.</summary>
internal sealed class StudyPlan
{
    private readonly bool isAdaptive;
    private readonly bool mainOnly;

    /// <param name="scenario">Options applied.</param>
    /// <param name="isAdaptive">Whether organizations may adapt at all.</param>
    /// <param name="deployments">Which are simulated, in the file's order; the baseline among them.</param>
    /// <param name="drawn">The inputs drawn anew; null where none is.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="mainOnly">Whether nothing is simulated but what results are about.</param>
    /// <param name="executor">Who simulates; null for the threads.</param>
    /// <exception cref="ArgumentException">No verdict can rest on the scenario's measure, or nothing can be chosen or
    /// made precise that way.</exception>
    public StudyPlan(
        Scenario scenario,
        bool isAdaptive,
        IReadOnlyList<string> deployments,
        DrawnInputs? drawn = null,
        int threads = 1,
        bool mainOnly = false,
        IExecutor? executor = null
    )
    {
        Scenario = scenario;
        Drawn = drawn;
        this.isAdaptive = isAdaptive;
        this.mainOnly = mainOnly;
        Arms = ArmPlan.Of(scenario, isAdaptive, mainOnly, deployments);
        Rule = scenario.Experiment.Choose == Choosing.Best ? new ChoosingRule(scenario, Arms.Main) : new StoppingRule(scenario, Arms.Main);
        Batch = new BatchPlan
        {
            Arms = [.. Arms.All],
            Replications = Rule.Most,
            Baseline = scenario.Baseline,
            Draws = drawn?.Draws,
            BrokenDownBy = BrokenDownBy,
            Measure =
                MeasureCatalog.Find(scenario.Experiment.Measure) is { } measure && measure.Estimator != Estimator.Pooled
                    ? measure
                    : throw new ArgumentException(
                        $"'{scenario.Experiment.Measure}' is no measure of single periods, on which a verdict can rest."
                    ),
            Threads = threads,
            Executor = executor ?? new ThreadExecutor(),
        };
    }

    /// <summary>Options applied, inputs at their best guess.</summary>
    public Scenario Scenario { get; }

    /// <summary>Who is simulated against whom.</summary>
    public ArmPlan Arms { get; }

    /// <summary>How many replications there are, and of which deployments.</summary>
    public IStageRule Rule { get; }

    public BatchPlan Batch { get; }

    /// <summary>Null where no input is drawn anew.</summary>
    public DrawnInputs? Drawn { get; }

    /// <summary>What stands for all that decides the study's result.</summary>
    public string Key => KeyOf(Scenario, Arms.Deployments, isAdaptive, mainOnly, Drawn);

    /// <summary>What stands for all that decides a study's result.</summary>
    /// <inheritdoc cref="StudyPlan(Scenario, bool, IReadOnlyList{string}, DrawnInputs, int, bool, IExecutor)"/>
    /// <returns>SHA-256, in lower-case hexadecimal digits.</returns>
    public static string KeyOf(Scenario scenario, IReadOnlyList<string> deployments, bool isAdaptive, bool mainOnly, DrawnInputs? drawn)
    {
        object[] all = [scenario, deployments, isAdaptive, mainOnly, ModelVersion.Current];
        return CanonicalText.Hash(drawn is null ? all : [.. all, drawn.Key]);
    }

    /// <summary>What stands for all that decides the replications of an arm.</summary>
    public ArmKey KeyOf(Arm arm) => Drawn?.KeyOf(Scenario, arm) ?? ArmKey.Of(Scenario, arm);

    /// <summary>The scenario of a replication, from 0.</summary>
    public Scenario ScenarioOf(int replication) => Drawn?.At(replication) ?? Scenario;

    // What results are about is broken down by everything; beside it stand the weeks of traffickers who don't adapt.
    private Dimension[] BrokenDownBy(Arm arm) =>
        arm.Adversary == Arms.Main ? Enum.GetValues<Dimension>()
        : arm.Adversary == Arms.Frozen ? [Dimension.Week]
        : [];
}
