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
    public IReadOnlyList<ChangedFile>? Of(ListedRun run)
    {
        if (run.Summary is not { Request.Source.File: { } file } summary)
        {
            return null;
        }

        string folder = Path.GetDirectoryName(file) ?? string.Empty;
        IEnumerable<ManifestFile> then =
        [
            new(file, summary.Scenario.Sha256),
            .. summary.Scenario.OtherFiles.Select(other => other with { Name = Path.Combine(folder, other.Name) }),
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
