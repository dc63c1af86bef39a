using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>The figure <c>difference</c>: one deployment less the baseline, on the same map as the
/// figure <c>map</c>.</summary>
public sealed record DifferenceMapFigure : FigureContent
{
    public required IReadOnlyList<DifferenceLeg> Legs { get; init; }

    /// <summary>Those where so much changes that it shows in the digits that chance leaves, the largest change
    /// first.</summary>
    public required IReadOnlyList<DifferenceCheckpoint> Checkpoints { get; init; }

    /// <summary>Places to name where there is room, the more important first.</summary>
    public required IReadOnlyList<MapPlace> Places { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => DifferenceMapDrawing.Draw(this);

    public static DifferenceMapFigure Analyse(FigureSubject subject)
    {
        StudyResult study = subject.Study;
        var view = new StudyView(study);
        DeploymentResult told = subject.Told;
        var routes = RouteMap.Build(study.Scenario);
        MapPanel before = MapAnalysis.Panel(study.Scenario, routes, view.Baseline);
        MapPanel after = MapAnalysis.Panel(study.Scenario, routes, told);
        DifferenceCheckpoint[] checkpoints =
        [
            .. after
                .Checkpoints.Zip(before.Checkpoints, DifferenceCheckpoint.Between)
                .Where(c => c.Change != 0 && c.IsSure)
                .OrderByDescending(c => Math.Abs(c.Change)),
        ];
        string? nothing =
            told == view.Baseline ? $"{told.Label} is the baseline: there is no difference to show."
            : checkpoints.Length == 0
                ? $"No checkpoint seizes more or less under {told.Label} than under {view.Baseline.Label}, as far as chance lets us tell."
            : null;
        return new DifferenceMapFigure
        {
            Words = new FigureWords
            {
                Title = nothing?.TrimEnd('.') ?? Title(told, checkpoints),
                Subtitle =
                    $"{told.Label} less {view.Baseline.Label}: firearms seized in "
                    + $"{Plain.Duration(study.Scenario.LengthHours)}, and the share of shipments seized along the corridors.",
                HowToRead =
                    "How to read: solid blue lines lose a larger share of their shipments than under the baseline, dashed "
                    + "orange ones a smaller one; wide lines carry more. "
                    + "Filled circles seize more, hollow ones less; where they crowd, the framed part is drawn again, larger, in a box. "
                    + "Circles stand only where more changes than chance may make; small changes of lines may be chance. Changes are "
                    + "of averages before these are rounded.",
                Provenance = ProvenanceBlock.Of(study, subject.Provenance),
                AltText = nothing
                    ?? $"{told.Label} less {view.Baseline.Label}, firearms seized: "
                        + $"{string.Join(", ", checkpoints.Take(16).Select(c => $"{c.Label} {c.Words}"))}.",
            },
            Legs =
            [
                .. after.Legs.Select(leg => new DifferenceLeg(leg, ShareOf(before, leg) is { } share ? leg.ShareSeized - share : null)),
            ],
            Checkpoints = checkpoints,
            Places = MapAnalysis.Places(study.Scenario, routes),
            Nothing = nothing,
            Csv = Data(study, routes, told, view.Baseline),
        };
    }

    private static double? ShareOf(MapPanel panel, MapLeg leg) =>
        panel.Legs.FirstOrDefault(l => l.From == leg.From && l.To == leg.To)?.ShareSeized;

    private static string Title(DeploymentResult told, DifferenceCheckpoint[] checkpoints)
    {
        DifferenceCheckpoint most = checkpoints.MaxBy(c => c.Change)!;
        DifferenceCheckpoint least = checkpoints.MinBy(c => c.Change)!;
        string gained = most.Change > 0 ? $"{most.Words} firearms at {most.Label}" : "no clear gain anywhere";
        string lost = least.Change < 0 ? $"{least.Words} at {least.Label}" : "no clear loss anywhere";
        return $"{told.Label}: {gained}, {lost}";
    }

    private static string Data(StudyResult study, RouteMap routes, DeploymentResult told, DeploymentResult baseline)
    {
        var csv = new CsvText("kind", "name", "label", "measure", "baseline", "deployment", "difference");
        foreach (MappedCorridor corridor in routes.Corridors)
        {
            Row("corridor", corridor.Name, corridor.Label, Model.Measures.Dimension.Corridor, "shipments_dispatched");
            Row("corridor", corridor.Name, corridor.Label, Model.Measures.Dimension.Corridor, "shipments_seized");
        }

        foreach ((string name, Model.Interdiction.Checkpoint checkpoint) in study.Scenario.Checkpoints)
        {
            Row("checkpoint", name, study.Scenario.LabelOfCheckpoint(name), Model.Measures.Dimension.Checkpoint, "firearms_seized");
        }

        return csv.ToString();

        void Row(string kind, string name, string label, Model.Measures.Dimension dimension, string measure)
        {
            double? before = Breakdown.Mean(baseline, dimension, name, measure);
            double? after = Breakdown.Mean(told, dimension, name, measure);
            csv.Row(kind, name, label, measure, before, after, after - before);
        }
    }
}

/// <summary>A stretch between two places, as the deployment has it, and the change of the share of its shipments that
/// is seized; null where there are none.</summary>
public sealed record DifferenceLeg(MapLeg Leg, double? Change);

/// <summary>A checkpoint and how many firearms more it seizes; the words have digits as the intervals
/// support.</summary>
public sealed record DifferenceCheckpoint(string Label, GeoPoint At, double Change, string Words)
{
    /// <summary>Whether the change is more than the intervals of both leave open.</summary>
    public required bool IsSure { get; init; }

    /// <summary>What a checkpoint seizes less the same before: what rounds to nothing isn't a change.</summary>
    internal static DifferenceCheckpoint Between(MapCheckpoint after, MapCheckpoint before)
    {
        double change = after.FirearmsSeized - before.FirearmsSeized;
        double half = Math.Sqrt((after.HalfWidth * after.HalfWidth) + (before.HalfWidth * before.HalfWidth));
        bool isNoise = Math.Abs(change) <= 1e-9 * Math.Max(after.FirearmsSeized, before.FirearmsSeized);
        string words = half > 0 ? Digits.Signed(change, change - half, change + half) : Digits.Signed(change);
        return new DifferenceCheckpoint(after.Label, after.At, isNoise || words.All(c => c is '0' or '.') ? 0 : change, words)
        {
            IsSure = after.IsSurelyUnlike(before),
        };
    }
}
