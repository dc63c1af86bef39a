using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Findings;

/// <summary>
/// <c>finding.json</c> in the folder of an analysis: what it came to in words and tables, for front ends that show it
/// when its scenario may no longer be as it was. The numbers are in the file beside it.
/// </summary>
public sealed record StoredFinding
{
    private const string FileName = "finding.json";
    private const long MostBytes = 16_000_000;

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

    /// <summary>What was asked.</summary>
    public required FindingKind Kind { get; init; }

    public required ManifestScenario Scenario { get; init; }

    /// <summary>What stands for the scenario and its uncertainty: that of runs of it.</summary>
    public required string ScenarioKey { get; init; }

    public required DateTime Date { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>The scenario file that was written beside the scenario, by its name; null where none was.</summary>
    public string? Made { get; init; }

    /// <summary>All that it says.</summary>
    public required IReadOnlyList<ReportPart> Parts { get; init; }

    /// <summary>Puts it into the folder of its analysis.</summary>
    public void Write(ResultFolder folder) => folder.Write(FileName, JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <summary>The one in a folder; null where there is none or this version can't read it.</summary>
    public static StoredFinding? Read(string folder)
    {
        try
        {
            return
                new OwnFolder(folder).Read(FileName, MostBytes) is { } content
                && JsonSerializer.Deserialize<StoredFinding>(content, Json) is { } stored
                && stored.Parts.All(IsWhole)
                ? stored
                : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The folders of all analyses in a folder of results, with what each found; the latest first.</summary>
    /// <param name="results">The folder of results.</param>
    public static IReadOnlyList<(string Folder, StoredFinding Finding)> AllIn(string results) =>
        Directory.Exists(results)
            ?
            [
                .. Directory
                    .EnumerateDirectories(results)
                    .SelectMany(scenario => Directory.EnumerateDirectories(scenario))
                    .Where(folder => File.Exists(Path.Combine(folder, FileName)))
                    .AsParallel()
                    .Select(folder => (Folder: folder, Finding: Read(folder)))
                    .AsEnumerable()
                    .Where(each => each.Finding is not null)
                    .Select(each => (each.Folder, each.Finding!))
                    .OrderByDescending(each => each.Item2.Date)
                    .ThenBy(each => each.Folder, StringComparer.Ordinal),
            ]
            : [];

    private static bool IsWhole(ReportPart? part) =>
        part switch
        {
            null => false,
            ReportPart.Items items => !items.Words.Contains(null!),
            ReportPart.Table table => !table.Columns.Contains(null!)
                && table.Rows.All(row => row is not null && row.Cells.Count == table.Columns.Count && !row.Cells.Contains(null!)),
            _ => true,
        };
}

/// <summary>What can be asked beyond a run.</summary>
public enum FindingKind
{
    /// <summary>What could flip the answer.</summary>
    Sensitivity,

    /// <summary>Which numbers fit given figures.</summary>
    Calibration,

    /// <summary>Which deployment is best.</summary>
    Optimization,
}
