using System.Security.Cryptography;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Model.Files;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Listings;

/// <summary>Which files of scenarios are no longer as runs read them, by their SHA-256. Each file is read
/// once.</summary>
public sealed class ChangedFiles
{
    private readonly Dictionary<string, string?> hashes = new(StringComparer.Ordinal);

    /// <summary>Those of a run, as they are named from the working folder; null where it is not known where its
    /// scenario was.</summary>
    public IReadOnlyList<ChangedFile>? Of(ListedRun run) =>
        run.Summary is { Request.Source.File: { } file } summary ? Of(file, summary.Scenario) : null;

    /// <summary>Those of a scenario as somebody read it.</summary>
    /// <param name="file">Where its file was.</param>
    /// <param name="scenario">What was read.</param>
    public IReadOnlyList<ChangedFile> Of(string file, ManifestScenario scenario)
    {
        string folder = Path.GetDirectoryName(file) ?? string.Empty;
        IEnumerable<ManifestFile> then =
        [
            new(file, scenario.Sha256),
            .. scenario.OtherFiles.Select(other => other with { Name = Path.Combine(folder, other.Name) }),
        ];
        return
        [
            .. then.Where(one => HashOf(one.Name) != one.Sha256).Select(one => new ChangedFile(one.Name, IsGone: HashOf(one.Name) is null)),
        ];
    }

    private string? HashOf(string file)
    {
        if (!hashes.TryGetValue(file, out string? hash))
        {
            hash = Read(file) is { } content ? Convert.ToHexStringLower(SHA256.HashData(content)) : null;
            hashes.Add(file, hash);
        }

        return hash;
    }

    // Anybody may have written its name.
    private static byte[]? Read(string file)
    {
        try
        {
            return RegularFile.Read(file, Limits.FileBytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>A file of a scenario that is no longer as a run read it.</summary>
/// <param name="Name">Its path.</param>
/// <param name="IsGone">Whether it is no longer there, or can't be read.</param>
public sealed record ChangedFile(string Name, bool IsGone);
