using SimInterdiction.Application.Requests;

namespace SimInterdiction.Application.Manifests;

/// <summary>What a list tells of a run: a few properties of its <see cref="RunManifest"/>, kept without the rest, which
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
    public required IReadOnlyList<string>? Only { get; init; }

    /// <summary>As <see cref="RunManifest.IsAdaptive"/>.</summary>
    public required bool IsAdaptive { get; init; }

    public required ManifestScenario Scenario { get; init; }

    /// <summary>As <see cref="RunManifest.Request"/>.</summary>
    public RunRequest? Request { get; init; }

    public required DateTime Date { get; init; }

    /// <summary>As <see cref="RunManifest.Sessions"/>.</summary>
    public required IReadOnlyList<Session> Sessions { get; init; }

    /// <summary>When it was asked for or written last, in universal time: a run whose files stood keeps their
    /// date.</summary>
    public DateTime LastAsked => Sessions.Select(session => session.Began).Append(Date).Max(date => date.ToUniversalTime());

    public required string ModelVersion { get; init; }

    public required int Replications { get; init; }

    public required int ReplicationsAsked { get; init; }

    /// <summary>The summary of the manifest in a run's folder; null where there is none or it is damaged, as
    /// <see cref="RunManifest.Read"/> says.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ManifestSummary? Read(string run) =>
        RunManifest.ReadWithoutScenarios(run) is not { } manifest
            ? null
            : new ManifestSummary
            {
                Key = manifest.Key,
                IsFinished = manifest.IsFinished,
                Answer = manifest.Answer,
                Told = manifest.Told,
                Only = manifest.Only,
                IsAdaptive = manifest.IsAdaptive,
                Scenario = manifest.Scenario,
                Request = manifest.Request,
                Date = manifest.Date,
                Sessions = manifest.Sessions,
                ModelVersion = manifest.ModelVersion,
                Replications = manifest.Replications,
                ReplicationsAsked = manifest.ReplicationsAsked,
            };

    /// <summary>Whether a run's folder lacks its manifest.</summary>
    public static bool IsMissing(string run) => !File.Exists(Path.Combine(run, RunManifest.FileName));
}
