using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// A file of chunks: its name says which replications it holds, and the hash of what is in it, so that a damaged one is noticed without asking anything else. Written under
/// another name, brought to the disk and then renamed: there is the whole file or none.
/// </summary>
/// <param name="Path">Where it lies.</param>
/// <param name="First">Its first replication.</param>
/// <param name="Last">Its last.</param>
/// <param name="Hash">First 16 hexadecimal digits of the SHA-256 of its content.</param>
internal sealed partial record ChunkFile(string Path, int First, int Last, string Hash)
{
    private const string Draft = ".part";

    /// <summary>The chunk files of a folder by their names, damaged ones included; none where there is no such folder.</summary>
    public static IReadOnlyList<ChunkFile> In(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.parquet").Order(StringComparer.Ordinal).Select(Parse).OfType<ChunkFile>()] : [];

    /// <summary>Removes what a killed process left unfinished; to be called by whoever holds the run.</summary>
    public static void RemoveDrafts(string folder)
    {
        foreach (string draft in Directory.EnumerateFiles(folder, $"*{Draft}"))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a file into a folder; returns it once it is safe.</summary>
    /// <exception cref="IOException">The disk is full or the like; nothing was written.</exception>
    public static ChunkFile Write(string folder, int first, int last, byte[] content)
    {
        string hash = HashOf(content);
        string path = System.IO.Path.Combine(folder, $"{first:D6}-{last:D6}-{hash}.parquet");
        WholeFile.Write(path, path + Draft, content);
        return new ChunkFile(path, first, last, hash);
    }

    /// <summary>Its content; null where it is not what it was when it was written, or can't be read.</summary>
    public byte[]? Content()
    {
        try
        {
            byte[] content = File.ReadAllBytes(Path);
            return HashOf(content) == Hash ? content : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

    private static ChunkFile? Parse(string path)
    {
        Match match = Name().Match(System.IO.Path.GetFileName(path));
        return match.Success
            && int.TryParse(match.Groups["first"].ValueSpan, NumberStyles.None, null, out int first)
            && int.TryParse(match.Groups["last"].ValueSpan, NumberStyles.None, null, out int last)
            && first <= last
            ? new ChunkFile(path, first, last, match.Groups["hash"].Value)
            : null;
    }

    [GeneratedRegex(@"^(?<first>\d{6,})-(?<last>\d{6,})-(?<hash>[0-9a-f]{16})\.parquet$")]
    private static partial Regex Name();
}
