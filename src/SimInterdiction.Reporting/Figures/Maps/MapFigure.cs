using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>The figure <c>map</c>: corridors with their shipments and the share seized, checkpoints with what they
/// seize.</summary>
public sealed record MapFigure : FigureContent
{
    public required IReadOnlyList<MapPanel> Panels { get; init; }

    /// <summary>Places to name where there is room, the more important first.</summary>
    public required IReadOnlyList<MapPlace> Places { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => MapDrawing.Draw(this);

    public static MapFigure Analyse(FigureSubject subject)
    {
        StudyResult study = subject.Study;
        var view = new StudyView(study);
        var routes = RouteMap.Build(study.Scenario);
        DeploymentResult[] shown = [.. new[] { view.Baseline, subject.Told }.Distinct()];
        MapPanel[] panels = [.. shown.Select(d => MapAnalysis.Panel(study.Scenario, routes, d))];
        string which = shown.Length < study.Deployments.Count ? $" {shown.Length} of {study.Deployments.Count} deployments." : string.Empty;
        return new MapFigure
        {
            Words = new FigureWords
            {
                Title = Title(view, panels),
                Subtitle =
                    $"Average firearms seized in {Plain.Duration(study.Scenario.LengthHours)} at each checkpoint, and "
                    + $"shipments along the corridors.{which}",
                HowToRead =
                    "How to read: wide lines carry more shipments; dark red ones lose a larger share of them. Circle areas "
                    + "are firearms seized; where they crowd, the framed part is drawn again, larger, in a box, or they stand "
                    + "side by side. Lines join places straight."
                    + (panels.Length > 1 ? " A change is that of averages before these are rounded." : string.Empty),
                Provenance = ProvenanceBlock.Of(study, subject.Provenance),
                AltText = string.Join(" ", panels.Select(Describe)),
            },
            Panels = panels,
            Places = MapAnalysis.Places(study.Scenario, routes),
            Nothing = study.Scenario.Places.Count == 0 ? "The scenario has no places." : null,
            Csv = MapAnalysis.Data(study, routes),
        };
    }

    private static string Title(StudyView view, MapPanel[] panels)
    {
        if (panels.Length == 0 || panels.All(p => p.Checkpoints.All(c => c.FirearmsSeized == 0)))
        {
            return "No firearm is seized at any checkpoint";
        }

        MapPanel last = panels[^1];
        if (panels.Length == 1)
        {
            MapCheckpoint most = last.Checkpoints.MaxBy(c => c.FirearmsSeized)!;
            return $"{last.Label}: most seized at {most.Label}, {most.Words} firearms";
        }

        // With two panels: where the second differs most from the first, in the direction it differs in all.
        MapPanel first = panels[0];
        var changes = last.Checkpoints.Select(c => (After: c, Before: first.Checkpoints.First(b => b.Name == c.Name))).ToArray();
        double all = changes.Sum(c => c.After.FirearmsSeized - c.Before.FirearmsSeized);
        var (after, before) =
            all < 0
                ? changes.MinBy(c => c.After.FirearmsSeized - c.Before.FirearmsSeized)
                : changes.MaxBy(c => c.After.FirearmsSeized - c.Before.FirearmsSeized);
        if (after.FirearmsSeized == before.FirearmsSeized)
        {
            return $"{last.Label}: every checkpoint seizes the same as under {view.Baseline.Label}";
        }

        if (!after.IsSurelyUnlike(before))
        {
            return $"{last.Label}: no checkpoint surely seizes more or less than under {view.Baseline.Label}";
        }

        string verb = after.FirearmsSeized > before.FirearmsSeized ? "gained" : "lost";
        return $"{last.Label}: most {verb} at {after.Label}, {DifferenceCheckpoint.Between(after, before).Words} firearms seized";
    }

    private static string Describe(MapPanel panel)
    {
        IEnumerable<string> checkpoints =
            from checkpoint in panel.Checkpoints
            where checkpoint.FirearmsSeized > 0
            orderby checkpoint.FirearmsSeized descending
            select $"{checkpoint.Label} {checkpoint.Words}";
        return $"{panel.Label}: {string.Join(", ", checkpoints.Take(12))}.";
    }
}

/// <summary>One deployment on the map.</summary>
public sealed record MapPanel(string Label, IReadOnlyList<MapLeg> Legs, IReadOnlyList<MapCheckpoint> Checkpoints);

/// <summary>A stretch between two places with all corridors that use it.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other.</param>
/// <param name="Shipments">Shipments dispatched on these corridors.</param>
/// <param name="ShareSeized">Share of them that is seized somewhere on its way; null without shipments.</param>
public sealed record MapLeg(GeoPoint From, GeoPoint To, double Shipments, double? ShareSeized);

/// <summary>A checkpoint and what it seizes; the words have digits as the interval supports.</summary>
public sealed record MapCheckpoint(string Name, string Label, GeoPoint At, double FirearmsSeized, string Words)
{
    /// <summary>Half the width of the interval of what it seizes; 0 where there is none.</summary>
    public double HalfWidth { get; init; }

    /// <summary>Whether it differs from the same checkpoint of another deployment by more than both intervals leave
    /// open.</summary>
    public bool IsSurelyUnlike(MapCheckpoint other) =>
        Math.Abs(FirearmsSeized - other.FirearmsSeized) > Math.Sqrt((HalfWidth * HalfWidth) + (other.HalfWidth * other.HalfWidth));
}

/// <summary>A place on the map.</summary>
/// <param name="Label">What people see.</param>
/// <param name="At">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsEnd">Whether corridors begin or end there: it is then named before all others.</param>
public sealed record MapPlace(string Label, GeoPoint At, PlaceKind Kind, bool IsEnd)
{
    /// <summary>Whether teams may be posted there.</summary>
    public bool IsCheckpoint { get; init; }
}
