using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>What figures are made from.</summary>
public sealed record FigureSubject(StudyResult Study, Provenance Provenance)
{
    /// <summary>The deployment that figures about a single one tell of; null for the one that the answer tells
    /// of.</summary>
    public string? Deployment { get; init; }

    /// <summary>One replication of that deployment, for figures that show an example; null where none can be
    /// shown.</summary>
    public Replay? Example { get; init; }

    /// <summary>The deployment told of.</summary>
    public DeploymentResult Told => Deployment is { } name ? Study.Deployments.Single(d => d.Name == name) : new StudyView(Study).Told;
}
