using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>What the figure <c>map</c> shows of a deployment.</summary>
internal static class MapAnalysis
{
    /// <summary>A deployment's corridors and checkpoints, these from north to south: which of two that seize as much is
    /// named first hangs on no order of a file.</summary>
    public static MapPanel Panel(Scenario scenario, RouteMap routes, DeploymentResult deployment)
    {
        var places = new PlaceOrder(scenario);
        return new MapPanel(
            deployment.Label,
            Legs(scenario, routes, deployment),
            [
                .. scenario
                    .Checkpoints.OrderBy(c => places.RankOf(scenario.PlaceOf(c.Key)))
                    .Select(c => At(scenario, deployment, c.Key, c.Value)),
            ]
        );
    }

    /// <summary>Origins and ends of corridors first, ports before cities; crossings only in scenarios of few
    /// places.</summary>
    public static IReadOnlyList<MapPlace> Places(Scenario scenario, RouteMap routes)
    {
        HashSet<string> checkpoints = [.. scenario.Checkpoints.Keys.Select(scenario.PlaceOf)];
        HashSet<string> ends = [.. routes.Corridors.SelectMany(c => new[] { c.Places[0], c.Places[^1] })];
        return
        [
            .. scenario
                .Places.Where(p => p.Value.Kind != PlaceKind.Crossing || scenario.Places.Count <= 8)
                .OrderByDescending(p => ends.Contains(p.Key))
                .ThenBy(p =>
                    p.Value.Kind switch
                    {
                        PlaceKind.Destination => 0,
                        PlaceKind.City => 1,
                        PlaceKind.Port => 2,
                        _ => 3,
                    }
                )
                .Select(p => new MapPlace(Labels.Of(p.Key, p.Value.Label), p.Value.At, p.Value.Kind, ends.Contains(p.Key))
                {
                    IsCheckpoint = checkpoints.Contains(p.Key),
                }),
        ];
    }

    public static string Data(StudyResult study, RouteMap routes)
    {
        var csv = new CsvText("deployment", "kind", "name", "label", "measure", "mean", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            Rows(csv, d, Dimension.Corridor, name => routes.Corridors.FirstOrDefault(c => c.Name == name)?.Label ?? name);
            Rows(csv, d, Dimension.Checkpoint, study.Scenario.LabelOfCheckpoint);
        }

        return csv.ToString();
    }

    private static void Rows(CsvText csv, DeploymentResult deployment, Dimension dimension, Func<string, string> label)
    {
        if (!deployment.By.TryGetValue(dimension, out var entries))
        {
            return;
        }

        foreach ((string name, IReadOnlyDictionary<string, Estimate> measures) in entries)
        {
            foreach (string measure in new[] { "shipments_dispatched", "shipments_seized", "firearms_seized" })
            {
                if (measures.TryGetValue(measure, out Estimate e))
                {
                    csv.Row(
                        deployment.Name,
                        dimension == Dimension.Corridor ? "corridor" : "checkpoint",
                        name,
                        label(name),
                        measure,
                        e.Mean,
                        e.Low,
                        e.High
                    );
                }
            }
        }
    }

    private static MapLeg[] Legs(Scenario scenario, RouteMap routes, DeploymentResult deployment)
    {
        var totals = new OrderedDictionary<(string, string), (double Shipments, double Seized)>();
        foreach (MappedCorridor corridor in routes.Corridors)
        {
            double shipments = Breakdown.Mean(deployment, Dimension.Corridor, corridor.Name, "shipments_dispatched") ?? 0;
            double seized = Breakdown.Mean(deployment, Dimension.Corridor, corridor.Name, "shipments_seized") ?? 0;
            foreach ((string a, string b) in corridor.Places.Zip(corridor.Places.Skip(1)))
            {
                (string, string) key = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
                (double Shipments, double Seized) before = totals.TryGetValue(key, out var t) ? t : default;
                totals[key] = (before.Shipments + shipments, before.Seized + seized);
            }
        }

        return
        [
            .. totals
                .Select(t => new MapLeg(
                    scenario.Places[t.Key.Item1].At,
                    scenario.Places[t.Key.Item2].At,
                    t.Value.Shipments,
                    t.Value.Shipments > 0 ? t.Value.Seized / t.Value.Shipments : null
                ))
                .OrderBy(l => l.Shipments),
        ];
    }

    private static MapCheckpoint At(Scenario scenario, DeploymentResult deployment, string name, Checkpoint checkpoint)
    {
        Estimate e = Breakdown.Of(deployment, Dimension.Checkpoint, name, "firearms_seized");
        string words = e.Mean is { } mean ? Digits.Counted(mean, e.Low, e.High) : "0";
        return new MapCheckpoint(name, scenario.LabelOfCheckpoint(name), scenario.Places[checkpoint.Place ?? name].At, e.Mean ?? 0, words)
        {
            HalfWidth = (e.High - e.Low) / 2 ?? 0,
        };
    }
}
