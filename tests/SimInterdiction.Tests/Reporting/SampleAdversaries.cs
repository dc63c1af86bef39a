using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Reporting;

/// <summary>Makes a sample into one in which traffickers adapt, against several adversaries.</summary>
internal static class SampleAdversaries
{
    private const int Weeks = 26;

    private static readonly (string? Name, string Label)[] All =
    [
        (null, "As stated"),
        ("frozen", "Frozen"),
        ("cautious", "Cautious"),
        ("fast_learner", "Fast learner"),
        ("watcher", "Watcher"),
        ("best", "Best response of all who know"),
    ];

    /// <param name="study">The sample.</param>
    /// <param name="takesBack">The share of each difference that displacement takes back.</param>
    public static StudyResult Adapting(StudyResult study, double takesBack = 0.25) =>
        study with
        {
            IsAdaptive = true,
            Deployments = [.. study.Deployments.Select((d, i) => Adapting(d, i, takesBack))],
            Comparisons =
            [
                .. study.Comparisons.Select(c =>
                    c with
                    {
                        Frozen = new Estimate(c.Difference / (1 - takesBack), c.Low / (1 - takesBack), c.High / (1 - takesBack)),
                    }
                ),
            ],
            Adversaries =
            [
                .. All.Select(
                    (a, i) => new AdversaryResult(a.Name, a.Label, [.. study.Deployments.Select((d, k) => Against(study, d, i, k))])
                ),
            ],
        };

    private static DeploymentResult Adapting(DeploymentResult deployment, int index, double takesBack)
    {
        var measures = new OrderedDictionary<string, Estimate>(deployment.Measures)
        {
            [MeasureCatalog.Displacement] = index == 0 ? new Estimate(0, 0, 0) : new Estimate(0.02 * index, 0.019 * index, 0.021 * index),
            [MeasureCatalog.DisplacementTakesBack] = index is 0 or 2
                ? default
                : new Estimate(takesBack, takesBack - 0.04, takesBack + 0.04),
        };
        double rate = deployment.Periods.DefaultIfEmpty(0).Average();
        var by = new OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>(deployment.By)
        {
            [Dimension.Week] = WeeksOf(week => rate * (1 - (takesBack * week / Weeks))),
        };
        return deployment with { Measures = measures, By = by, FrozenWeeks = WeeksOf(_ => rate) };
    }

    private static OrderedDictionary<string, IReadOnlyDictionary<string, Estimate>> WeeksOf(Func<int, double> rate) =>
        SampleScenario.Ordered(
            Enumerable
                .Range(1, Weeks + 1)
                .Select(week =>
                    (
                        week > Weeks ? "later" : $"week_{week:00}",
                        (IReadOnlyDictionary<string, Estimate>)
                            SampleScenario.Ordered([
                                ("seizure_rate", week > Weeks || double.IsNaN(rate(week)) ? default : Around(rate(week))),
                            ])
                    )
                )
        );

    private static AgainstAdversary Against(StudyResult study, DeploymentResult deployment, int adversary, int index)
    {
        Estimate measure = deployment.Measures[study.Measure.Name];
        if (measure.Mean is not { } mean)
        {
            return new AgainstAdversary(default, default);
        }

        double regret = index == (adversary < 4 ? 1 : 3) ? 0 : Math.Abs(mean) * (0.1 + (0.05 * ((index + adversary) % 7)));
        return new AgainstAdversary(measure, regret == 0 ? new Estimate(0, 0, 0) : Around(regret));
    }

    private static Estimate Around(double value) => new(value, value * 0.95, value * 1.05);
}
