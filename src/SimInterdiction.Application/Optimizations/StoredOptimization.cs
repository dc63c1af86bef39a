using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Application.Findings;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Optimizations;

/// <summary>
/// <c>optimization.json</c> in <c>results/SCENARIO/optimization-KEY</c>: a finished search for the best deployment and
/// where it comes from. Written last: the search is finished where it is there. Scripts read it: add fields, never
/// rename one. Rates are shares, undefined values null.
/// </summary>
public sealed record StoredOptimization
{
    private const string FileName = "optimization.json";
    private const long MostBytes = 64_000_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new PrintableStrings(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    [JsonPropertyOrder(-1)]
    public string SyntheticData { get; init; } = ProvenanceBlock.SyntheticWarning;

    /// <summary>The name of its folder.</summary>
    public required string Optimization { get; init; }

    /// <summary>What stands for the scenario and its uncertainty.</summary>
    public required string ScenarioKey { get; init; }

    public required ManifestScenario Scenario { get; init; }

    /// <summary>What was asked for.</summary>
    public required OptimizationRequest Request { get; init; }

    /// <summary>How the front end that made it words the request.</summary>
    public required string Command { get; init; }

    public required DateTime Date { get; init; }

    public required string Version { get; init; }

    public required double ElapsedS { get; init; }

    public required IReadOnlyList<UncertainValue> Uncertain { get; init; }

    public required OptimizationResult Result { get; init; }

    /// <summary>Writes its figure, where it has one, its words and, last, the search itself.</summary>
    /// <param name="folder">Takes them.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="made">The scenario file with what was found; null where there is none.</param>
    /// <param name="wording">How the front end words requests.</param>
    public void Write(ResultFolder folder, Scenario scenario, string? made, IRequestWording wording)
    {
        var found = new StudyOptimization(Result, ToProvenance(wording));
        if (FigureCatalog.Of(found, scenario) is { } figure)
        {
            foreach ((string name, byte[] content) in FigureFile.Files(figure))
            {
                folder.Write($"figures/{name}", content);
            }
        }

        new StoredFinding
        {
            Kind = FindingKind.Optimization,
            Scenario = Scenario,
            ScenarioKey = ScenarioKey,
            Date = Date,
            Headline = OptimizationWords.Headline(Result),
            Made = Path.GetFileName(made),
            Parts = FindingParts.Of(found),
        }.Write(folder);
        folder.Write(FileName, Encoding.UTF8.GetBytes(ToJson()));
    }

    /// <summary>Where its numbers come from, as it is burned into figures.</summary>
    /// <param name="wording">How the front end words requests.</param>
    public Provenance ToProvenance(IRequestWording wording) =>
        Origin.Of(Scenario, Optimization, Date, Version, wording.Of(Request)) with
        {
            ElapsedSeconds = ElapsedS,
            Uncertain = Uncertain,
        };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>The one in a folder; null where there is none or this version can't read it.</summary>
    public static StoredOptimization? Read(string folder)
    {
        try
        {
            return
                new OwnFolder(folder).Read(FileName, MostBytes) is { } content
                && JsonSerializer.Deserialize<StoredOptimization>(content, Json) is { } stored
                && stored.Result.Deployments.Count > 0
                && stored.Uncertain.Select(u => u?.Path).Distinct().Count(path => path is not null) == stored.Uncertain.Count
                ? stored
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A run's result together with the latest search for the best deployment of its scenario.</summary>
    /// <param name="study">The result.</param>
    /// <param name="runFolder">The run's folder; searches lie beside it.</param>
    /// <param name="uncertain">The scenario's uncertain inputs as written.</param>
    /// <param name="wording">How the front end words requests.</param>
    public static StudyResult AddTo(StudyResult study, string runFolder, IReadOnlyList<UncertainValue> uncertain, IRequestWording wording)
    {
        string scenarioFolder = Path.GetDirectoryName(Path.GetFullPath(runFolder))!;
        string key = Experiments.Sensitivity.ScenarioKey.Of(study.Scenario, uncertain);
        StoredOptimization? latest = Directory.Exists(scenarioFolder)
            ? Directory
                .GetDirectories(scenarioFolder, OutputFolder.OptimizationBeginning + "*")
                .Select(Read)
                .OfType<StoredOptimization>()
                .Where(stored => stored.ScenarioKey == key)
                .OrderByDescending(stored => stored.Date)
                .ThenBy(stored => stored.Optimization, StringComparer.Ordinal)
                .FirstOrDefault()
            : null;
        return latest is null ? study : study with { Optimization = new StudyOptimization(latest.Result, latest.ToProvenance(wording)) };
    }
}
