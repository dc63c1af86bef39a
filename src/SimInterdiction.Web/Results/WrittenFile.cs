using System.Security.Cryptography;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Web.Results;

/// <summary>Files that a run wrote, for which its manifest vouches.</summary>
internal static class WrittenFile
{
    /// <summary>What a file holds; null where the run wrote none of that name, or it was changed since.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="name">The file's name in it.</param>
    public static byte[]? Read(string run, string name) =>
        RunManifest.Read(run)?.OutputSha256.GetValueOrDefault(name) is { } hash
        && new OwnFolder(run).Read(name) is { } content
        && Convert.ToHexStringLower(SHA256.HashData(content)) == hash
            ? content
            : null;
}
