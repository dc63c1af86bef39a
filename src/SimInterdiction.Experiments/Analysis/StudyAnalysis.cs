using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>From a finished batch to what a study results in.</summary>
internal static class StudyAnalysis
{
    /// <summary>Estimates every measure of every deployment and compares each deployment with the baseline.</summary>
    /// <param name="batch">The replications; among its deployments is the baseline.</param>
    /// <param name="scenario">As simulated, options applied.</param>
    /// <param name="entryNames">The names of a dimension's entries.</param>
    public static StudyResult Analyse(Batch batch, Scenario scenario, Func<Dimension, IReadOnlyList<string>> entryNames) => new()
    {
        Scenario = scenario,
        Seed = scenario.Experiment.Seed,
        Replications = batch.Replications,
        ReplicationsAsked = batch.Asked,
        Precision = Study.StoppingOf(scenario).Check(batch),
        Baseline = scenario.Baseline,
        Measure = batch.Plan.Measure,
        Deployments = [.. batch.Plan.Arms.Select((arm, i) => Describe(arm.Deployment, batch.Arms[i], batch.Plan.Measure, scenario, entryNames))],
        Comparisons = Compare(batch, scenario, batch.Plan.Measure, scenario.Experiment.SmallestDifferenceThatMatters),
        AlsoCompared = [.. AlsoReported(batch, scenario).SelectMany(measure => Compare(batch, scenario, measure, smallestThatMatters: 0))],
        Best = BestGroups.Find(
            batch.Plan.Measure,
            [.. batch.Plan.Arms.Select(arm => arm.Deployment)],
            [.. batch.Arms.Select(arm => arm.Totals.Values(batch.Plan.Measure))]),
        Failed = batch.Failed,
        Work = batch.Work,
    };

    private static DeploymentResult Describe(
        string name, ArmBatch batch, Measure measure, Scenario scenario, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        var measures = new OrderedDictionary<string, Estimate>();
        foreach (Measure each in MeasureCatalog.All)
        {
            measures.Add(each.Name, Estimates.Of(batch.Totals.Values(each)));
        }

        return new DeploymentResult
        {
            Name = name,
            Label = Labels.Of(name, scenario.Deployments[name].Label),
            Note = scenario.Deployments[name].Note,
            OfficerHours = measures["officer_hours"].Mean ?? 0,
            CostUsd = measures["cost_usd"].Mean ?? 0,
            Measures = measures,
            By = BreakDown(batch.By, entryNames),
            Periods = batch.Totals.Values(measure).Singles(),
        };
    }

    private static OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>> BreakDown(
        RunningSums sums, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        var by = new OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>();
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            IReadOnlyList<string> names = entryNames(dimension);
            IReadOnlyList<Measure> measures = BreakdownMeasures.Of(dimension);
            var entries = new OrderedDictionary<string, IReadOnlyDictionary<string, Estimate>>();
            for (int entry = 0; entry < names.Count; entry++)
            {
                var estimates = new OrderedDictionary<string, Estimate>();
                for (int i = 0; i < measures.Count; i++)
                {
                    estimates.Add(measures[i].Name, Estimates.Of(sums.Estimate(dimension, entry, i)));
                }

                entries.Add(names[entry], estimates);
            }

            by.Add(dimension, entries);
        }

        return by;
    }

    // Simultaneous over all deployments of the scenario, also those not simulated: the same comparison must not come out narrower because fewer were asked for.
    private static Comparison[] Compare(Batch batch, Scenario scenario, Measure measure, double smallestThatMatters)
    {
        double confidence = Bonferroni.Confidence(Estimates.Confidence, scenario.Deployments.Count - 1);
        var comparison = new PairedComparison(measure, confidence, smallestThatMatters);
        List<string> names = [.. batch.Plan.Arms.Select(arm => arm.Deployment)];
        string baseline = scenario.Baseline;
        MeasureValues others = ValuesOf(baseline);
        return [.. names.Where(name => name != baseline).Select(name => comparison.Compare(name, ValuesOf(name), baseline, others))];

        MeasureValues ValuesOf(string name) => batch.Arms[names.IndexOf(name)].Totals.Values(measure);
    }

    private static IEnumerable<Measure> AlsoReported(Batch batch, Scenario scenario) =>
        scenario.Experiment.AlsoReport.Select(MeasureCatalog.Find).OfType<Measure>().Where(measure => measure != batch.Plan.Measure).Distinct();
}
