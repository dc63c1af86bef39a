using System.Text.Json;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Manifests;

/// <summary>What a list tells of a run: a few properties of its <see cref="RunManifest"/>, read without the rest, which
/// is most of it.</summary>
public sealed record ManifestSummary
{
    /// <summary>As <see cref="RunManifest.Key"/>.</summary>
    public required string Key { get; init; }

    public required bool IsFinished { get; init; }

    /// <summary>As <see cref="RunManifest.Answer"/>.</summary>
    public string? Answer { get; init; }

    /// <summary>As <see cref="RunManifest.Told"/>.</summary>
    public ManifestTold? Told { get; init; }

    /// <summary>As <see cref="RunManifest.Only"/>.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>As <see cref="RunManifest.IsAdaptive"/>.</summary>
    public bool IsAdaptive { get; init; }

    public required ManifestScenario Scenario { get; init; }

    /// <summary>As <see cref="RunManifest.Request"/>.</summary>
    public RunRequest? Request { get; init; }

    public required DateTime Date { get; init; }

    /// <summary>As <see cref="RunManifest.Sessions"/>.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>When it was asked for or written last, in universal time: a run whose files stood keeps their
    /// date.</summary>
    public DateTime LastAsked => Sessions.Select(session => session.Began).Append(Date).Max(date => date.ToUniversalTime());

    public required string ModelVersion { get; init; }

    public required int Replications { get; init; }

    public required int ReplicationsAsked { get; init; }

    /// <summary>The summary of the manifest in a run's folder; null where there is none or it is damaged.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ManifestSummary? Read(string run)
    {
        try
        {
            byte[]? content = new OwnFolder(run).Read(RunManifest.FileName, RunManifest.MostBytes);
            return
                content is not null && JsonSerializer.Deserialize<ManifestSummary>(content, RunManifest.Json) is { IsSound: true } summary
                ? summary
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a run's folder lacks its manifest.</summary>
    public static bool IsMissing(string run) => !File.Exists(Path.Combine(run, RunManifest.FileName));

    private bool IsSound =>
        Replications is >= 0 and <= ExperimentPlan.MostReplications
        && ReplicationsAsked is >= 1 and <= ExperimentPlan.MostReplications
        && RunManifest.IsSoundRequest(Request)
        && !Sessions.Contains(null!)
        && !Scenario.OtherFiles.Contains(null!);
}
