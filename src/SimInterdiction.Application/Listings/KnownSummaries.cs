using System.Collections.Concurrent;
using SimInterdiction.Application.Manifests;

namespace SimInterdiction.Application.Listings;

/// <summary>What manifests of runs say, kept as long as their files are as they were: a list of thousands need not be
/// read each time that it is shown.</summary>
public sealed class KnownSummaries
{
    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    /// <summary>What the manifest in a run's folder says, as <see cref="ManifestSummary.Read"/>.</summary>
    internal ManifestSummary? Of(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, RunManifest.FileName));
        if (!file.Exists)
        {
            return null;
        }

        (DateTime written, long length) = (file.LastWriteTimeUtc, file.Length);
        if (known.TryGetValue(folder, out Known? before) && (before.Written, before.Length) == (written, length))
        {
            return before.Summary;
        }

        ManifestSummary? summary = ManifestSummary.Read(folder);
        known[folder] = new Known(written, length, summary);
        return summary;
    }

    /// <summary>Forgets all runs but these.</summary>
    internal void KeepOnly(IReadOnlyCollection<string> folders)
    {
        if (known.Count > folders.Count)
        {
            var there = folders.ToHashSet(StringComparer.Ordinal);
            foreach (string gone in known.Keys.Where(folder => !there.Contains(folder)))
            {
                known.TryRemove(gone, out _);
            }
        }
    }

    private sealed record Known(DateTime Written, long Length, ManifestSummary? Summary);
}
