using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Application.Findings;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Sensitivities;

/// <summary>
/// <c>sensitivity.json</c> in <c>results/SCENARIO/sensitivity-METHOD-KEY</c>: a finished sensitivity analysis and where
/// it comes from. Written last: the analysis is finished where it is there. Scripts read it: add fields, never rename
/// one. Rates are shares, undefined values null.
/// </summary>
public sealed record StoredSensitivity
{
    private const string FileName = "sensitivity.json";
    private const long MostBytes = 256_000_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new PrintableStrings(),
            new VerdictConverter(),
            new JsonStringEnumConverter<SensitivityMethod>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Answered>(JsonNamingPolicy.SnakeCaseLower),
        },
    };

    [JsonPropertyOrder(-1)]
    public string SyntheticData { get; init; } = "SYNTHETIC DATA. Not evidence about real shipments.";

    /// <summary>The name of its folder.</summary>
    public required string Sensitivity { get; init; }

    /// <summary>What stands for the scenario and its uncertainty.</summary>
    public required string ScenarioKey { get; init; }

    public required ManifestScenario Scenario { get; init; }

    /// <summary>What was asked for; null in analyses made before it was kept.</summary>
    public SensitivityRequest? Request { get; init; }

    /// <summary>How the front end that made the analysis words the request.</summary>
    public required string Command { get; init; }

    public required DateTime Date { get; init; }

    public required string Version { get; init; }

    public required double ElapsedS { get; init; }

    public required IReadOnlyList<UncertainValue> Uncertain { get; init; }

    public required SensitivityResult Result { get; init; }

    /// <summary>Writes figures, tables, words and, last, the analysis itself.</summary>
    public void Write(ResultFolder folder, SensitivityView view)
    {
        foreach ((string name, byte[] content) in FigureCatalog.Of(view).SelectMany(FigureFile.Files))
        {
            folder.Write($"figures/{name}", content);
        }

        foreach ((string name, string content) in SensitivityCsv.Files(view))
        {
            folder.Write(name, Encoding.UTF8.GetBytes(content));
        }

        new StoredFinding
        {
            Kind = FindingKind.Sensitivity,
            Scenario = Scenario,
            ScenarioKey = ScenarioKey,
            Date = Date,
            Headline = FindingParts.Headline(view),
            Parts = FindingParts.Of(view),
        }.Write(folder);
        folder.Write(FileName, Encoding.UTF8.GetBytes(ToJson()));
    }

    /// <summary>Where its numbers come from, as it is burned into figures.</summary>
    /// <param name="wording">How the front end words requests.</param>
    public Provenance ToProvenance(IRequestWording wording) =>
        Origin.Of(Scenario, Sensitivity, Date, Version, Request is null ? Command : wording.Of(Request)) with
        {
            ElapsedSeconds = ElapsedS,
            Uncertain = Uncertain,
        };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>All that analyses hold, as text.</summary>
    internal static byte[] Text(IReadOnlyList<StudySensitivity> analyses) => JsonSerializer.SerializeToUtf8Bytes(analyses, Json);

    /// <summary>The one in a folder; null where there is none or this version can't read it.</summary>
    public static StoredSensitivity? Read(string folder)
    {
        try
        {
            return
                new OwnFolder(folder).Read(FileName, MostBytes) is { } content
                && JsonSerializer.Deserialize<StoredSensitivity>(content, Json) is { } stored
                && SensitivityParts.FitTogether(stored.Result)
                && stored.Request?.Inputs.Concat(stored.Request.Source.Overrides).Contains(null) != true
                && stored.Uncertain.Select(u => u?.Path).Distinct().Count(path => path is not null) == stored.Uncertain.Count
                ? stored
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The finished analyses of a scenario about a measure, the latest first.</summary>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>.</param>
    /// <param name="key">The scenario's key.</param>
    /// <param name="measure">The measure's name.</param>
    /// <param name="wording">How the front end words requests.</param>
    public static IReadOnlyList<StudySensitivity> FindIn(string scenarioFolder, string key, string measure, IRequestWording wording) =>
        [
            .. AllIn(scenarioFolder, key)
                .Where(s => s.Result.Measure == measure)
                .Select(s => new StudySensitivity(s.Result, s.ToProvenance(wording))),
        ];

    /// <summary>The finished analyses of a scenario, the latest first.</summary>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>.</param>
    /// <param name="key">The scenario's key.</param>
    public static IReadOnlyList<StoredSensitivity> AllIn(string scenarioFolder, string key) =>
        Directory.Exists(scenarioFolder)
            ?
            [
                .. Directory
                    .GetDirectories(scenarioFolder, OutputFolder.AnalysisBeginning + "*")
                    .Select(Read)
                    .OfType<StoredSensitivity>()
                    .Where(s => s.ScenarioKey == key)
                    .OrderByDescending(s => s.Date)
                    .ThenBy(s => s.Sensitivity, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>A run's result together with what was found out about the uncertainty in its scenario.</summary>
    /// <param name="study">The result.</param>
    /// <param name="runFolder">The run's folder; analyses lie beside it.</param>
    /// <param name="uncertain">The scenario's uncertain inputs as written.</param>
    /// <param name="isAdaptive">Whether organizations were free to adapt, as they are in analyses.</param>
    /// <param name="wording">How the front end words requests.</param>
    public static StudyResult AddTo(
        StudyResult study,
        string runFolder,
        IReadOnlyList<UncertainValue> uncertain,
        bool isAdaptive,
        IRequestWording wording
    ) =>
        isAdaptive || !study.Scenario.Adapts
            ? study with
            {
                Sensitivities =
                [
                    .. FindIn(
                            Path.GetDirectoryName(Path.GetFullPath(runFolder))!,
                            Experiments.Sensitivity.ScenarioKey.Of(study.Scenario, uncertain),
                            study.Measure.Name,
                            wording
                        )
                        .Where(each => IsAbout(each.Result, new StudyView(study).Lead?.Deployment)),
                ],
            }
            : study;

    // Another deployment than the one that the answer tells about first would be taken for it.
    private static bool IsAbout(SensitivityResult analysis, string? deployment) =>
        analysis.Method == SensitivityMethod.Verdicts || analysis.Deployment == deployment;

    // The words of the result's JSON.
    private sealed class VerdictConverter : JsonConverter<Verdict>
    {
        public override Verdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? words = reader.GetString();
            return Enum.GetValues<Verdict>().Where(v => v.ToWords() == words).Cast<Verdict?>().FirstOrDefault()
                ?? throw new JsonException($"'{words}' is no verdict.");
        }

        public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToWords());
    }
}
