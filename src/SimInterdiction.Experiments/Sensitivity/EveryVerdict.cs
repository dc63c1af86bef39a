using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>The deployments of a scenario and what their verdicts rest on.</summary>
internal sealed record EveryDeployment(IReadOnlyList<string> Names, string Baseline, Measure Measure, double SmallestThatMatters);

/// <summary>Which verdicts hold whatever the inputs.</summary>
internal static class EveryVerdict
{
    public static VerdictTable Table(
        IReadOnlyList<UncertainRange> inputs,
        InputWords words,
        ComparedDesignPoints designPoints,
        EveryDeployment all
    )
    {
        UncertainRange[] inOrder = [.. words.Order.Select(i => inputs[i])];
        List<PlacedInputs> list = [.. InputSettings.Alone(inOrder)];

        // All intervals hold together, over deployments and settings: else one of many settings would seem to change a
        // verdict by chance.
        double together = Bonferroni.Confidence(
            Estimates.Confidence,
            list.Count + (1 << Math.Min(InputSettings.CornerInputs, inputs.Count))
        );
        List<DesignPointVerdict[]> verdicts = [.. list.Select(At)];
        foreach (
            PlacedInputs corner in InputSettings.Corners([.. inOrder.OrderByDescending(Importance).Take(InputSettings.CornerInputs)], list)
        )
        {
            list.Add(corner);
            verdicts.Add(At(corner));
        }

        IReadOnlyList<DesignPointOutcome> atBest = designPoints.At([.. inputs.Select(input => input.BestGuess)]);
        return new VerdictTable(
            list,
            [
                .. all.Names.Select(
                    (name, i) =>
                        new DeploymentVerdicts(name, [.. verdicts.Select(v => v[i])])
                        {
                            Alternatives = Alternatives(i, atBest, all),
                            HasCheaper = Enumerable
                                .Range(0, all.Names.Count)
                                .Any(other => other != i && Tolerance.IsAtMost(atBest[other].OfficerHours, atBest[i].OfficerHours)),
                        }
                ),
            ]
        );

        DesignPointVerdict[] At(PlacedInputs setting) => Judge(designPoints.At(setting.ValuesAt(inputs)), all, together);

        // How far the input moves the difference of any deployment.
        double Importance(UncertainRange input)
        {
            int[] own = [.. Enumerable.Range(0, list.Count).Where(i => i == 0 || list[i].Changed[0].Path == input.Name)];
            return all
                .Names.Select((_, d) => own.Select(i => verdicts[i][d].Difference.Value).OfType<double>().ToArray())
                .Max(v => v.Length == 0 ? 0 : v.Max() - v.Min());
        }
    }

    private static DesignPointVerdict[] Judge(IReadOnlyList<DesignPointOutcome> outcomes, EveryDeployment all, double together)
    {
        double confidence = Bonferroni.Confidence(together, all.Names.Count - 1);
        int sign = all.Measure.BetterWhen < 0 ? -1 : 1;
        int baseline = all.Names.ToList().IndexOf(all.Baseline);
        IReadOnlyList<Regret> regrets = Regrets.Of(outcomes.Count, Lead, IsAffordable, together);
        return
        [
            .. outcomes.Select(
                (_, i) =>
                    new DesignPointVerdict(Difference(i, baseline, confidence), i == baseline ? null : VerdictOn(i), Shown(regrets[i]))
            ),
        ];

        PointEstimate Lead(int one, int other) =>
            sign > 0
                ? ComparedDesignPoints.Difference(outcomes[one].Values, outcomes[other].Values)
                : ComparedDesignPoints.Difference(outcomes[other].Values, outcomes[one].Values);

        bool IsAffordable(int deployment, int other) => Tolerance.IsAtMost(outcomes[other].OfficerHours, outcomes[deployment].OfficerHours);

        SimulatedValue Difference(int one, int other, double confidence) =>
            one == other
                ? new SimulatedValue(0, 0, 0)
                : SensitivityAnalysis.Shown(ComparedDesignPoints.Difference(outcomes[one].Values, outcomes[other].Values), confidence);

        Verdict VerdictOn(int deployment)
        {
            Interval interval = ComparedDesignPoints.Difference(outcomes[deployment].Values, outcomes[baseline].Values).At(confidence);
            return Verdicts.Decide(sign > 0 ? interval : new Interval(-interval.High, -interval.Low), all.SmallestThatMatters);
        }
    }

    private static SimulatedValue Shown(Regret regret) =>
        new(Estimates.OrNull(regret.Value), Estimates.OrNull(regret.Interval.Low), Estimates.OrNull(regret.Interval.High));

    // Those that cost about as much, and something: doing nothing is no alternative to anything.
    private static string[] Alternatives(int deployment, IReadOnlyList<DesignPointOutcome> atBest, EveryDeployment all)
    {
        double hours = atBest[deployment].OfficerHours;
        return [.. all.Names.Where((_, i) => i != deployment && hours > 0 && Tolerance.AreEqual(atBest[i].OfficerHours, hours))];
    }
}
