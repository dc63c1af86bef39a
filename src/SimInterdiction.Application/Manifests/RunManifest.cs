using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Manifests;

/// <summary><c>manifest.json</c>: all that is needed to know where a run's numbers come from and to make them
/// again.</summary>
public sealed record RunManifest
{
    public const string FileName = "manifest.json";

    internal const long MostBytes = 64_000_000;

    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new PrintableStrings() },
    };

    private static readonly JsonSerializerOptions WithoutScenarios = new(Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { UnkeptText.OfScenarios } },
    };

    [JsonPropertyOrder(-1)]
    public string SyntheticData { get; init; } = "SYNTHETIC DATA. Not evidence about real shipments.";

    public required string Run { get; init; }

    /// <summary>The study's key: what stands for all that decides its numbers.</summary>
    public required string Key { get; init; }

    /// <summary>Whether all replications asked for were simulated and everything written.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>The answer in a sentence, from the replications there are; null where there are none, and in runs made
    /// before it was kept.</summary>
    public string? Answer { get; init; }

    /// <summary>Which deployment the answer tells about first, so that analyses of the uncertainty are about the same;
    /// null where there is none, and in runs made before it was kept.</summary>
    public ManifestTold? Told { get; init; }

    public required ManifestScenario Scenario { get; init; }

    /// <summary>What was asked for, whatever words a front end has for it; null in runs made before it was
    /// kept.</summary>
    public RunRequest? Request { get; init; }

    /// <summary>How the front end that made the run words the request.</summary>
    public required string Command { get; init; }

    /// <summary>When its files were written, UTC; in runs of earlier versions, local time with its offset.</summary>
    public required DateTime Date { get; init; }

    public required string Version { get; init; }

    public required string? Commit { get; init; }

    /// <summary>Whether the program was built from sources that differ from the commit.</summary>
    public required bool? IsDirty { get; init; }

    /// <summary>The version of what simulates.</summary>
    public required string ModelVersion { get; init; }

    public required long Seed { get; init; }

    public required int Replications { get; init; }

    public required int ReplicationsAsked { get; init; }

    /// <summary>The one that the others are compared with: that of the scenario.</summary>
    public required string Baseline { get; init; }

    /// <summary>Those that there are results of, the baseline among them; empty as long as there are none.</summary>
    public required IReadOnlyList<string> Deployments { get; init; }

    /// <summary>The deployments that were asked for; null for all.</summary>
    public required IReadOnlyList<string>? Only { get; init; }

    /// <summary>Whether organizations were free to adapt.</summary>
    public required bool IsAdaptive { get; init; }

    /// <summary>Where each replication drew its own values of what is uncertain: by each path of the resolved scenario
    /// that holds such a value, the path of its input. Else null.</summary>
    public IReadOnlyDictionary<string, string>? UncertainAt { get; init; }

    public required IReadOnlyList<FailedReplication> FailedReplications { get; init; }

    public required Machine Machine { get; init; }

    /// <summary>Events, shipments and searches of all replications, whenever they were simulated.</summary>
    public required WorkDone Work { get; init; }

    /// <summary>Each time the command ran to an end.</summary>
    public required IReadOnlyList<Session> Sessions { get; init; }

    public required IReadOnlyList<UncertainValue> Uncertain { get; init; }

    public required IReadOnlyDictionary<string, string> OutputSha256 { get; init; }

    /// <summary>What stands for all that its figures and its report were made from: they are made again only where it
    /// changes. Null where there are none.</summary>
    public string? DrawnFrom { get; init; }

    public required string ResolvedYaml { get; init; }

    /// <summary>The questions of the scenario, each with the scenario that it makes; empty in runs made before there
    /// were any.</summary>
    public IReadOnlyList<ManifestWhatIf> WhatIfs { get; init; } = [];

    /// <summary>The deployments that it names, each of which the scenario has.</summary>
    internal IEnumerable<string> Named => [Baseline, .. Deployments, .. Only ?? []];

    // What its type leaves open and others rely on. Anybody may have written it.
    private bool IsSound =>
        Replications is >= 0 and <= ExperimentPlan.MostReplications
        && ReplicationsAsked is >= 1 and <= ExperimentPlan.MostReplications
        && Seed is >= 0 and <= ExperimentPlan.MostSeed
        && IsWhole(Deployments)
        && (Deployments.Count == 0 || Named.All(Deployments.Contains))
        && IsWhole(Only)
        && IsWhole(FailedReplications)
        && IsWhole(Sessions)
        && IsWhole(Uncertain)
        && IsWhole(Scenario.OtherFiles)
        && IsWhole(OutputSha256.Values)
        && IsWhole(UncertainAt?.Values)
        && IsSoundRequest(Request)
        && IsWhole(WhatIfs)
        && WhatIfs.All(each => IsWhole(each.Changes) && Names.IsName(each.Name));

    /// <summary>The manifest in a run's folder; null where there is none or it is damaged.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static RunManifest? Read(string run) => ReadWith(Json, run);

    /// <summary>The same, damaged where that is, but with its scenarios empty.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static RunManifest? ReadWithoutScenarios(string run) => ReadWith(WithoutScenarios, run);

    private static RunManifest? ReadWith(JsonSerializerOptions options, string run)
    {
        try
        {
            byte[]? content = new OwnFolder(run).Read(FileName, MostBytes);
            return content is not null && JsonSerializer.Deserialize<RunManifest>(content, options) is { IsSound: true } manifest
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where the run's numbers come from, as it is burned into figures.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="wording">How the front end words requests.</param>
    internal Provenance ToProvenance(ResolvedScenario resolved, IRequestWording wording) =>
        Origin.Of(Scenario, Run, Date, Version, Request is null ? Command : wording.Of(Request)) with
        {
            SensitivityCommand = Request is null ? null : wording.Of(Request.Sensitivity(SensitivityMethod.Tornado)),
            ElapsedSeconds = Sessions.Sum(s => s.ElapsedS),
            Uncertain = Uncertain,
            Differences = KeyDifferences.Of(resolved, Baseline),
            ResolvedYaml = ResolvedYaml,
        };

    /// <summary>Whether a stored request has what its type leaves open.</summary>
    private static bool IsSoundRequest(RunRequest? request) =>
        IsWhole(request?.Source.Overrides) && IsWhole(request?.Source.WhatIfs) && IsWhole(request?.Only);

    private static bool IsWhole<T>(IEnumerable<T?>? items) => items is null || !items.Contains(default);

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>Which scenario.</summary>
public sealed record ManifestScenario(string? Title, string File, string Sha256, IReadOnlyList<ManifestFile> OtherFiles)
{
    internal static ManifestScenario Of(ScenarioReading reading) =>
        new(
            reading.Scenario!.Title,
            Path.GetFileName(reading.FileName),
            reading.Sha256,
            [.. reading.OtherFiles.Select(f => new ManifestFile(f.Name, f.Sha256))]
        );
}

/// <summary>What an answer tells about first.</summary>
/// <param name="Deployment">The deployment.</param>
/// <param name="Measure">By which measure.</param>
/// <param name="ScenarioKey">What stands for the scenario and its uncertainty: that of analyses of it.</param>
public sealed record ManifestTold(string Deployment, string Measure, string ScenarioKey);

/// <summary>A question of a scenario.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people see.</param>
/// <param name="Changes">What is otherwise, as it is written.</param>
/// <param name="ResolvedYaml">The scenario with that worked in.</param>
/// <param name="UncertainAt">As <see cref="RunManifest.UncertainAt"/>.</param>
public sealed record ManifestWhatIf(
    string Name,
    string Label,
    IReadOnlyList<WrittenChange> Changes,
    string ResolvedYaml,
    IReadOnlyDictionary<string, string>? UncertainAt
);

public sealed record ManifestFile(string Name, string Sha256);

/// <summary>One time that the command ran.</summary>
/// <param name="Began">When.</param>
/// <param name="ElapsedS">How long it took, simulating alone; 0 where nothing was simulated.</param>
/// <param name="Threads">On how many threads of this machine; null where other machines simulated.</param>
/// <param name="ReplicationsSimulated">How many replications of single arms it simulated; the others were
/// there.</param>
/// <param name="PeakMemoryMb">The most memory it took.</param>
public sealed record Session(DateTime Began, double ElapsedS, int? Threads, int ReplicationsSimulated, double PeakMemoryMb);
