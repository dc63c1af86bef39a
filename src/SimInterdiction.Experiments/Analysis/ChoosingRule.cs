using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics.Selection;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>
/// Chooses among the deployments: those unlikely to win drop out, until one is left, which is within the smallest
/// difference that matters of the best with 95 % probability (<see cref="KimNelson"/>). The baseline is simulated on
/// when it is out, since all others are compared with it.
/// </summary>
/// <remarks>
/// Variances are those of the first stage, of a ratio by its pseudo-values, and of finds that did not show in it
/// (<see cref="Statistics.UnseenFinds"/>), so that where hardly anything is found it takes longer; averages are the
/// very numbers of the tables. A look after each fifth of what is there: every look costs a pause of all threads, and a
/// loser is simulated a tenth too often on average. Of deployments that are equal in every replication the baseline
/// stays, or the first by what they post: never by its name or place in the file.
/// </remarks>
internal sealed class ChoosingRule : IStageRule
{
    private const double Growth = 1.2;

    private readonly ExperimentPlan plan;
    private readonly string? main;
    private readonly KimNelson procedure;
    private readonly Lazy<string[]> order;

    /// <param name="scenario">Options applied.</param>
    /// <param name="main">The variant of the organizations that results are about; only its arms are judged.</param>
    /// <exception cref="ArgumentException">Nothing can be chosen that way; the message says why.</exception>
    public ChoosingRule(Scenario scenario, string? main)
    {
        plan = scenario.Experiment;
        if (
            plan.SmallestDifferenceThatMatters <= 0
            || plan.Replications < ExperimentPlan.FewestToChooseFrom
            || MeasureCatalog.Find(plan.Measure) is { BetterWhen: 0 }
        )
        {
            throw new ArgumentException(
                $"Choosing needs a smallest difference that matters, at least {ExperimentPlan.FewestToChooseFrom} "
                    + "replications, and a measure of which more or less is better.",
                nameof(scenario)
            );
        }

        this.main = main;
        order = new Lazy<string[]>(() => [.. DeploymentOrder.Of(scenario)]);
        procedure = new KimNelson(plan.SmallestDifferenceThatMatters, Estimates.Confidence);
    }

    /// <inheritdoc/>
    public int First => plan.Replications;

    /// <inheritdoc/>
    public int Most => Math.Max(First, plan.AtMost);

    /// <inheritdoc/>
    public Judgement Judge(Batch batch)
    {
        Candidate[] all =
        [
            .. batch
                .Plan.Arms.Index()
                .Where(arm => arm.Item.Adversary == main)
                .Select(arm => new Candidate(arm.Item.Deployment, batch.Arms[arm.Index])),
        ];
        string[] dropOut = [.. DropOut(batch, all)];
        bool isOver = all.Length - batch.DroppedOut.Count - dropOut.Length < 2 || batch.Done >= Most;
        return new Judgement(isOver ? null : (int)Math.Min(Most, Math.Ceiling(Growth * batch.Done)), dropOut);
    }

    /// <summary>How far the choice came.</summary>
    public Choice Check(Batch batch) =>
        new()
        {
            SmallestThatMatters = plan.SmallestDifferenceThatMatters,
            Confidence = Estimates.Confidence,
            Remaining = [.. batch.Plan.Arms.Select(arm => arm.Deployment).Distinct().Where(name => !batch.DroppedOut.ContainsKey(name))],
            Out = [.. batch.DroppedOut.Select(each => new DroppedOut(each.Key, each.Value))],
        };

    private IEnumerable<string> DropOut(Batch batch, Candidate[] all)
    {
        Measure measure = batch.Plan.Measure;
        int failedInFirst = batch
            .Failed.Where(failed => failed.Replication < First)
            .Select(failed => failed.Replication)
            .Distinct()
            .Count();
        int firstStage = First - failedInFirst;

        // Of those that are equal to the end the first stays, so they stand in the order of what they are.
        int[] survivors =
        [
            .. all.Index()
                .Where(each => !batch.DroppedOut.ContainsKey(each.Item.Name))
                .OrderBy(each => Array.IndexOf(order.Value, each.Item.Name))
                .Select(each => each.Index),
        ];
        if (survivors.Length < 2 || FirstStage(all, measure, firstStage) is not { } samples)
        {
            return [];
        }

        IReadOnlyList<MeasureValues> values = MeasureValues.Defined([.. survivors.Select(i => all[i].Arm.Totals.Values(measure))]);
        Dictionary<int, double> means = survivors
            .Zip(values)
            .ToDictionary(pair => pair.First, pair => measure.BetterWhen * pair.Second.Estimate().Value);
        IReadOnlyList<int> remaining = procedure.Begin(samples).Remaining(survivors, system => means[system], values[0].Replications);
        return survivors.Except(remaining).Select(i => all[i].Name);
    }

    // Null where too few replications have a value for all.
    private static SystemSamples? FirstStage(Candidate[] all, Measure measure, int replications)
    {
        IReadOnlyList<MeasureValues> values = MeasureValues.Defined([
            .. all.Select(each => each.Arm.Totals.Values(measure).First(replications)),
        ]);
        double[][] observations = [.. values.Select(each => each.Observations())];
        return values[0].Replications < 2 || observations.Any(system => !system.All(double.IsFinite))
            ? null
            : new SystemSamples(observations, Sampling.CommonRandomNumbers, values.Max(each => each.UnseenVariance()));
    }

    private sealed record Candidate(string Name, ArmBatch Arm);
}
