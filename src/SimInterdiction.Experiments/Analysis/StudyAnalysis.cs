using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>From a finished batch to what a study results in.</summary>
internal sealed class StudyAnalysis
{
    private const double WeekHours = 7 * 24;

    private readonly Batch batch;
    private readonly StudyPlan study;
    private readonly Scenario scenario;
    private readonly Func<Dimension, IReadOnlyList<string>> entryNames;
    private readonly ArmPlan plan;
    private readonly IStageRule rule;
    private readonly Dictionary<Arm, ArmBatch> arms;

    private StudyAnalysis(Batch batch, StudyPlan study, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        this.batch = batch;
        this.study = study;
        this.entryNames = entryNames;
        scenario = study.Scenario;
        plan = study.Arms;
        rule = study.Rule;
        arms = batch.Plan.Arms.Zip(batch.Arms).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Estimates every measure of every deployment and compares each deployment with the baseline.</summary>
    /// <param name="batch">The replications of the study's arms.</param>
    /// <param name="study">The study.</param>
    /// <param name="entryNames">The names of a dimension's entries.</param>
    public static StudyResult Analyse(Batch batch, StudyPlan study, Func<Dimension, IReadOnlyList<string>> entryNames) =>
        new StudyAnalysis(batch, study, entryNames).Analyse();

    /// <summary>The measures that deployments are compared about besides the study's own.</summary>
    public static IEnumerable<Measure> AlsoReported(StudyPlan study) =>
        study
            .Scenario.Experiment.AlsoReport.Select(MeasureCatalog.Find)
            .OfType<Measure>()
            .Where(measure => measure != study.Batch.Measure && measure.Estimator != Estimator.Pooled)
            .Distinct();

    /// <summary>Each deployment against the baseline by a measure, whether or not the study asks for it.</summary>
    /// <param name="batch">The replications of the study's arms.</param>
    /// <param name="study">The study.</param>
    /// <param name="measure">Of single periods.</param>
    public static IReadOnlyList<Comparison> Compare(Batch batch, StudyPlan study, Measure measure) =>
        new StudyAnalysis(batch, study, _ => []).Compare(measure, smallestThatMatters: 0);

    /// <summary>The deployments simulated that could be chosen, in the study's order.</summary>
    public static IEnumerable<string> PlansOf(StudyPlan study) =>
        study.Arms.Deployments.Where(name => !study.Scenario.Experiment.Hypothetical.Contains(name));

    /// <summary>The steps whose deployments are simulated, each with the deployment of the step before.</summary>
    public static IEnumerable<(string Name, Step Step, string Before)> StepsOf(StudyPlan study)
    {
        IReadOnlyList<string> simulated = study.Arms.Deployments;
        string before = study.Scenario.Baseline;
        foreach ((string name, Step step) in study.Scenario.Experiment.Steps)
        {
            bool isCompared = step.UpToHere is { } upToHere
                ? simulated.Contains(upToHere) && simulated.Contains(before)
                : step.Alone is { } alone && simulated.Contains(alone) && simulated.Contains(step.OnTopOf ?? study.Scenario.Baseline);
            if (isCompared)
            {
                yield return (name, step, before);
            }

            before = step.UpToHere ?? before;
        }
    }

    /// <summary>What people see of a variant of the organizations; null for the organizations as stated.</summary>
    public static string LabelOf(string? variant) => variant is null ? "As stated" : Labels.Of(variant, null);

    private StudyResult Analyse()
    {
        DeploymentResult[] deployments = [.. plan.Deployments.Select(Describe)];
        Contests? contests = ContestsOf(deployments);
        return new StudyResult
        {
            Scenario = scenario,
            Seed = scenario.Experiment.Seed,
            Replications = batch.Replications,
            ReplicationsAsked = batch.Asked,
            Precision = (rule as StoppingRule)?.Check(batch),
            InputsDrawn = batch.Plan.Draws?.Inputs ?? 0,
            Choice = (rule as ChoosingRule)?.Check(batch),
            Baseline = scenario.Baseline,
            Measure = batch.Plan.Measure,
            IsAdaptive = plan.Frozen is not null,
            Deployments = deployments,
            Comparisons = Compare(batch.Plan.Measure, scenario.Experiment.SmallestDifferenceThatMatters),
            AlsoCompared = [.. AlsoReported(study).SelectMany(measure => Compare(measure, smallestThatMatters: 0))],
            Steps = [.. Steps()],
            Best =
                rule is ChoosingRule
                    ? null
                    : BestGroups.Find(
                        batch.Plan.Measure,
                        [.. PlansOf(study)],
                        [.. PlansOf(study).Select(name => Main(name).Totals.Values(batch.Plan.Measure))]
                    ),
            Contests = [.. (contests?.Find() ?? []).Where(contest => contest.Limit is not null || rule is not ChoosingRule)],
            Expansions = batch.Plan.Draws is null ? [.. contests?.Expand() ?? []] : [],
            Adversaries =
                plan.Variants.Count == 0
                    ? []
                    : [Against(null, plan.Main), .. plan.Variants.Select(variant => Against(variant.Key, variant.Value))],
            Failed = batch.Failed,
            Work = batch.Work,
        };
    }

    // Who dropped out has fewer replications, and how many hangs on how it did in them: those that all have do not.
    private Contests? ContestsOf(DeploymentResult[] deployments)
    {
        Measure measure = batch.Plan.Measure;
        int fewest = deployments.Min(d => d.Replications);
        return measure.BetterWhen == 0
            ? null
            : new Contests(
                new PairedComparison(measure, TogetherConfidence, scenario.Experiment.SmallestDifferenceThatMatters),
                [
                    .. DeploymentOrder
                        .Of(scenario)
                        .Intersect(PlansOf(study))
                        .SelectMany(name => deployments.Where(d => d.Name == name))
                        .Select(d => new Entrant(d, Main(d.Name).Totals.Values(measure).First(fewest))),
                ],
                scenario.Baseline
            );
    }

    // Simultaneous over all deployments of the scenario, also those not simulated: the same comparison must not come
    // out narrower because fewer were asked for.
    private double TogetherConfidence => Bonferroni.Confidence(Estimates.Confidence, scenario.Deployments.Count - 1);

    private ArmBatch Main(string deployment) => arms[new Arm(deployment, plan.Main)];

    private DeploymentResult Describe(string name)
    {
        ArmBatch main = Main(name);
        OrderedDictionary<string, Estimate> measures = Measures(main, Main(scenario.Baseline));
        measures[MeasureCatalog.DisplacementTakesBack] = TakenBack(name);
        return new DeploymentResult
        {
            Name = name,
            Label = Labels.Of(name, scenario.Deployments[name].Label),
            Note = scenario.Deployments[name].Note,
            Replications = main.Totals.Replications,
            OfficerHours = measures["officer_hours"].Mean ?? 0,
            CostUsd = measures[MeasureCatalog.Cost].Mean ?? 0,
            Measures = measures,
            Frozen = plan.Frozen is { } frozen ? Measures(arms[new Arm(name, frozen)], arms[new Arm(scenario.Baseline, frozen)]) : measures,
            FrozenWeeks = Entries(plan.Frozen is { } ofWeeks ? arms[new Arm(name, ofWeeks)].By : main.By, Dimension.Week),
            Notice = NoticeOf(name),
            By = BreakDown(main.By),
            Periods = main.Totals.Values(batch.Plan.Measure).Singles(),
        };
    }

    private static OrderedDictionary<string, Estimate> Measures(ArmBatch arm, ArmBatch baseline)
    {
        var measures = new OrderedDictionary<string, Estimate>();
        foreach (Measure each in MeasureCatalog.All)
        {
            measures.Add(each.Name, each.Estimator == Estimator.Pooled ? default : Estimates.Of(arm.Totals.Values(each)));
        }

        measures[MeasureCatalog.Displacement] = Estimates.Of(Displacements.Distance(arm.Corridors, baseline.Corridors));
        return measures;
    }

    private Estimate TakenBack(string name)
    {
        if (plan.Frozen is not { } frozen || name == scenario.Baseline)
        {
            return default;
        }

        (MeasureValues, MeasureValues) Pair(string? variant)
        {
            MeasureValues values = Values(new Arm(name, variant));
            return (values, Values(new Arm(scenario.Baseline, variant)).First(values.Replications));
        }

        return Estimates.Of(Displacements.TakenBack(Pair(plan.Main), Pair(frozen), TogetherConfidence));
    }

    // Where the baseline went on alone, weeks of the two are of different replications.
    private Notice? NoticeOf(string name)
    {
        return plan.Frozen is { } frozen && IsSwitch(scenario, name) && Main(name).Totals.Replications == batch.Replications
            ? Noticing.Of(
                Pair(plan.Main),
                Pair(frozen),
                scenario.Experiment.NoticedWhenCancelled,
                (int)(scenario.LengthHours / WeekHours),
                batch.Replications
            )
            : null;

        (WeekSums, WeekSums) Pair(string? variant) => (arms[new Arm(name, variant)].Weeks, arms[new Arm(scenario.Baseline, variant)].Weeks);
    }

    /// <summary>Whether a deployment takes the place of the baseline, which was in force until then, as the window
    /// begins.</summary>
    public static bool IsSwitch(Scenario scenario, string deployment) =>
        scenario.Experiment.DuringWarmUp == DuringWarmUp.Today && scenario.InForce == scenario.Baseline && deployment != scenario.Baseline;

    private OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>> BreakDown(RunningSums sums)
    {
        var by = new OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>();
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            by.Add(dimension, Entries(sums, dimension));
        }

        return by;
    }

    private OrderedDictionary<string, IReadOnlyDictionary<string, Estimate>> Entries(RunningSums sums, Dimension dimension)
    {
        IReadOnlyList<string> names = entryNames(dimension);
        IReadOnlyList<Measure> measures = BreakdownMeasures.Of(dimension);
        var entries = new OrderedDictionary<string, IReadOnlyDictionary<string, Estimate>>(names.Count);

        // Entries that never counted anything are alike: most hours of most checkpoints.
        OrderedDictionary<string, Estimate>? ofNothing = null;
        for (int entry = 0; entry < names.Count; entry++)
        {
            entries.Add(names[entry], sums.IsNothing(dimension, entry) ? ofNothing ??= EstimatesOf(entry) : EstimatesOf(entry));
        }

        return entries;

        OrderedDictionary<string, Estimate> EstimatesOf(int entry)
        {
            var estimates = new OrderedDictionary<string, Estimate>(measures.Count);
            for (int i = 0; i < measures.Count; i++)
            {
                estimates.Add(measures[i].Name, Estimates.Of(sums.Estimate(dimension, entry, i)));
            }

            return estimates;
        }
    }

    private Comparison[] Compare(Measure measure, double smallestThatMatters)
    {
        double confidence = TogetherConfidence;
        var comparison = new PairedComparison(measure, confidence, smallestThatMatters);
        string baseline = scenario.Baseline;
        return
        [
            .. plan
                .Deployments.Where(name => name != baseline)
                .Select(name =>
                    comparison.Compare(name, Main(name).Totals.Values(measure), baseline, Main(baseline).Totals.Values(measure)) with
                    {
                        Frozen = FrozenDifference(name, measure, confidence),
                    }
                ),
        ];
    }

    private IEnumerable<StepResult> Steps()
    {
        IReadOnlyDictionary<string, Step> steps = scenario.Experiment.Steps;
        int all = steps.Values.Sum(step => (step.UpToHere is null ? 0 : 1) + (step.Alone is null ? 0 : 1) + (IsTwofold(step) ? 1 : 0));
        double confidence = Bonferroni.Confidence(Estimates.Confidence, Math.Max(1, all));
        PairedComparison[] comparisons =
        [
            new(batch.Plan.Measure, confidence, scenario.Experiment.SmallestDifferenceThatMatters),
            .. AlsoReported(study).Select(measure => new PairedComparison(measure, confidence, SmallestThatMatters: 0)),
        ];
        foreach ((string name, Step step, string before) in StepsOf(study))
        {
            yield return new StepResult(
                name,
                Labels.Of(name, step.Label),
                Against(step.UpToHere, before),
                Against(step.Alone, step.OnTopOf ?? scenario.Baseline)
            )
            {
                MoreThanAlone = IsTwofold(study, step, before) ? MoreThanAlone(step, before, confidence) : null,
            };
        }

        IReadOnlyList<Comparison> Against(string? deployment, string other) =>
            deployment is not null && plan.Deployments.Contains(deployment) && plan.Deployments.Contains(other)
                ?
                [
                    .. comparisons.Select(comparison =>
                        comparison.Compare(
                            deployment,
                            Main(deployment).Totals.Values(comparison.Measure),
                            other,
                            Main(other).Totals.Values(comparison.Measure)
                        )
                    ),
                ]
                : [];
    }

    /// <summary>Whether what a step adds to those before it and what it does alone are known, and two things.</summary>
    /// <param name="study">The study.</param>
    /// <param name="step">The step.</param>
    /// <param name="before">The deployment of the step before.</param>
    public static bool IsTwofold(StudyPlan study, Step step, string before)
    {
        string beneath = step.OnTopOf ?? study.Scenario.Baseline;
        return IsTwofold(step)
            && (step.UpToHere, before) != (step.Alone, beneath)
            && new[] { step.UpToHere!, before, step.Alone!, beneath }.All(study.Arms.Deployments.Contains);
    }

    private static bool IsTwofold(Step step) => step is { UpToHere: not null, Alone: not null };

    private Estimate MoreThanAlone(Step step, string before, double confidence)
    {
        return Estimates.Of(
            Interactions.Of((Of(step.UpToHere!), Of(before)), (Of(step.Alone!), Of(step.OnTopOf ?? scenario.Baseline))),
            confidence
        );

        MeasureValues Of(string deployment) => Main(deployment).Totals.Values(batch.Plan.Measure);
    }

    private Estimate? FrozenDifference(string name, Measure measure, double confidence)
    {
        if (plan.Frozen is not { } frozen)
        {
            return null;
        }

        (MeasureValues values, MeasureValues others) = MeasureValues.Defined(
            arms[new Arm(name, frozen)].Totals.Values(measure),
            arms[new Arm(scenario.Baseline, frozen)].Totals.Values(measure)
        );
        return Estimates.Of(values.DifferenceFrom(others, values.Replications), confidence);
    }

    private AdversaryResult Against(string? name, string? variant)
    {
        MeasureValues[] values = [.. plan.Deployments.Select(deployment => Values(new Arm(deployment, variant)))];
        int sign = batch.Plan.Measure.BetterWhen < 0 ? -1 : 1;

        // Whoever comes: the regrets against all adversaries hold together.
        IReadOnlyList<Regret> regrets = Regrets.Of(
            values.Length,
            Lead,
            (_, _) => true,
            Bonferroni.Confidence(Estimates.Confidence, 1 + plan.Variants.Values.Distinct().Count(other => other != plan.Main))
        );
        return new AdversaryResult(
            name,
            LabelOf(name),
            [.. values.Zip(regrets, (v, regret) => new AgainstAdversary(Estimates.Of(v.Estimate()), Estimates.Of(regret)))]
        );

        PointEstimate Lead(int one, int other)
        {
            (MeasureValues of, MeasureValues against) = MeasureValues.Defined(values[one], values[other]);
            return sign > 0 ? of.DifferenceFrom(against, of.Replications) : against.DifferenceFrom(of, of.Replications);
        }
    }

    private MeasureValues Values(Arm arm) => arms[arm].Totals.Values(batch.Plan.Measure);
}
