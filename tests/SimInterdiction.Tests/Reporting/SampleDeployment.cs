using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Reporting;

internal static class SampleDeployment
{
    public static DeploymentResult Make(string name, SampleStudy.Case c, int index, Measure main, int replications)
    {
        double spread = c.Value == 0 || c.HalfWidth == 0 && index > 0 ? 0 : 0.2 * c.Value;
        double[] periods =
        [
            .. Enumerable
                .Range(0, replications)
                .Select(i => Math.Max(0, c.Value + (spread * Normal(((i * 7919 % replications) + 0.5) / replications)))),
        ];
        var measures = new OrderedDictionary<string, Estimate>();
        foreach (Measure m in MeasureCatalog.All)
        {
            measures.Add(m.Name, m == main ? Chosen(c, spread, replications) : Other(m, c, replications));
        }

        return new DeploymentResult
        {
            Name = name,
            Label = c.Label,
            Note = index == 0 ? "As now" : null,
            Replications = replications,
            OfficerHours = c.Hours,
            CostUsd = 85 * c.Hours,
            Measures = measures,
            Frozen = measures,
            By = new Dictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>
            {
                [Dimension.Checkpoint] = SampleScenario.Ordered(
                    SampleScenario.Checkpoints.Select((p, i) => (p, (IReadOnlyDictionary<string, Estimate>)Place(i, index, c.Value)))
                ),
                [Dimension.Hour] = SampleScenario.Ordered(
                    Enumerable
                        .Range(0, 24)
                        .Select(h =>
                            (
                                $"{h:00}",
                                (IReadOnlyDictionary<string, Estimate>)
                                    SampleScenario.Ordered([
                                        ("lane_utilisation", h is >= 8 and < 18 ? Around(0.2 + (0.03 * (h - 8))) : default),
                                    ])
                            )
                        )
                ),
                [Dimension.Fate] = SampleScenario.Ordered(
                    Fates(c.Value)
                        .Select(f =>
                            (
                                f.Name,
                                (IReadOnlyDictionary<string, Estimate>)
                                    SampleScenario.Ordered([
                                        ("shipments_dispatched", Around(f.Count)),
                                        ("firearms_dispatched", Around(5 * f.Count)),
                                    ])
                            )
                        )
                ),
                [Dimension.CheckpointHour] = SampleScenario.Ordered(
                    SampleScenario.Checkpoints.SelectMany(
                        (p, i) =>
                            Enumerable.Range(0, 24).Select(h => ($"{p}/{h:00}", (IReadOnlyDictionary<string, Estimate>)Hour(i, h, c.Value)))
                    )
                ),
                [Dimension.Corridor] = SampleScenario.Ordered(
                    SampleScenario.CorridorNames.Select((p, i) => (p, (IReadOnlyDictionary<string, Estimate>)Corridor(i, index, c.Value)))
                ),
            },
            Periods = double.IsNaN(c.Value) ? [.. periods.Select(_ => double.NaN)] : periods,
        };
    }

    private static Estimate Chosen(SampleStudy.Case c, double spread, int replications)
    {
        if (double.IsNaN(c.Value))
        {
            return default;
        }

        if (replications == 1)
        {
            return new Estimate(c.Value, null, null);
        }

        double half = 1.96 * spread / Math.Sqrt(replications);
        double end = 1.2816 * spread;
        return new Estimate(c.Value, c.Value - half, c.Value + half, spread, c.Value - end, c.Value + end)
        {
            P10Interval = (c.Value - end - (2 * half), c.Value - end + (2 * half)),
            P90Interval = (c.Value + end - (2 * half), c.Value + end + (2 * half)),
        };
    }

    private static Estimate Other(Measure m, SampleStudy.Case c, int replications)
    {
        double value = m.Name switch
        {
            "officer_hours" => c.Hours,
            "cost_usd" => 85 * c.Hours,
            "seized_per_1000_officer_hours" => 1000 * 99_726 * c.Value / c.Hours,
            "firearms_seized" => 99_726 * c.Value,
            "firearms_dispatched" => 99_726,
            _ => 12.3,
        };
        return double.IsNaN(value) ? default
            : replications == 1 ? new Estimate(value, null, null)
            : new Estimate(value, value * 0.99, value * 1.01, value * 0.1, value * 0.9, value * 1.1);
    }

    private static OrderedDictionary<string, Estimate> Place(int i, int deployment, double rate)
    {
        double seized = rate is 0 or double.NaN ? 0 : Math.Round(20 + (300.0 * ((i * 5 + (deployment * 3)) % 12) / 12));
        return SampleScenario.Ordered([
            ("shipments_seized", Around(seized / 5)),
            ("firearms_seized", Around(seized)),
            ("searches", Around(seized * 40)),
            ("wait_h", Around(0.05)),
            ("lane_utilisation", Around(0.4)),
            ("waved_through", Around(3)),
            ("passages_on_duty", Around(400)),
            ("passages_off_duty", Around(280)),
        ]);
    }

    private static OrderedDictionary<string, Estimate> Corridor(int i, int deployment, double rate)
    {
        double dispatched = double.IsNaN(rate) ? 0 : 400 + (4000.0 / (i + 1));
        double seized = rate is 0 or double.NaN ? 0 : dispatched * 0.01 * (1 + ((i + deployment) % 5));
        return SampleScenario.Ordered([
            ("shipments_dispatched", Around(dispatched)),
            ("shipments_seized", Around(seized)),
            ("firearms_dispatched", Around(5 * dispatched)),
            ("firearms_seized", Around(5 * seized)),
        ]);
    }

    private static (string Name, double Count)[] Fates(double rate)
    {
        double seized = double.IsNaN(rate) ? 0 : 1000 * Math.Min(1, rate);
        return double.IsNaN(rate)
            ? [("seized", 0)]
            :
            [
                ("no_team", 100),
                ("off_duty", 300),
                ("not_stopped", 500 - seized),
                ("waved_through", 3),
                ("missed", 97),
                ("seized", seized),
            ];
    }

    private static OrderedDictionary<string, Estimate> Hour(int checkpoint, int hour, double rate)
    {
        bool isOn = hour >= 8 && hour < 18;
        double seized = isOn && rate > 0 ? 2 + ((hour + checkpoint) % 5) : 0;
        return SampleScenario.Ordered([
            ("firearms_seized", Around(seized)),
            ("shipments_seized", Around(seized / 5)),
            ("stops", Around(isOn ? 40 * seized : 0)),
            ("passages_on_duty", Around(isOn ? 40 : 0)),
            ("passages_off_duty", Around(isOn ? 0 : 20)),
        ]);
    }

    private static Estimate Around(double value) => new(value, value * 0.97, value * 1.03);

    // Acklam's approximation is more than samples need: a logistic curve stands in for the normal quantile.
    private static double Normal(double u) => Math.Log(u / (1 - u)) / 1.702;
}
