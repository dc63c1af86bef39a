using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// A file of chunks: its name says which replications it holds, and the hash of what is in it, so that a damaged one is
/// noticed without asking anything else. Written under another name, brought to the disk and then renamed: there is the
/// whole file or none.
/// </summary>
/// <param name="Path">Where it lies.</param>
/// <param name="First">Its first replication.</param>
/// <param name="Last">Its last.</param>
/// <param name="Hash">First 16 hexadecimal digits of the SHA-256 of its content.</param>
internal sealed partial record ChunkFile(string Path, int First, int Last, string Hash)
{
    /// <summary>The chunk files of a folder by their names, damaged ones included; none where there is no such
    /// folder.</summary>
    public static IReadOnlyList<ChunkFile> In(string folder) => [.. PathsIn(folder).Select(Parse).OfType<ChunkFile>()];

    /// <summary>What looks like a chunk file in a folder, but has no name of one.</summary>
    public static IReadOnlyList<string> Misnamed(string folder) => [.. PathsIn(folder).Where(path => Parse(path) is null)];

    /// <summary>Removes what a killed process left unfinished; to be called by whoever holds the run.</summary>
    public static void RemoveDrafts(string folder)
    {
        var own = new OwnFolder(folder);
        foreach (string draft in own.AllFiles().Where(name => name.EndsWith(WholeFile.Draft, StringComparison.Ordinal)))
        {
            own.Remove(draft);
        }
    }

    /// <summary>Writes a file into a folder; returns it once it is safe.</summary>
    /// <exception cref="IOException">The disk is full or the like; nothing was written.</exception>
    public static ChunkFile Write(string folder, int first, int last, byte[] content)
    {
        string hash = HashOf(content);
        string path = System.IO.Path.Combine(folder, $"{first:D6}-{last:D6}-{hash}.parquet");
        WholeFile.Write(path, content);
        return new ChunkFile(path, first, last, hash);
    }

    /// <summary>Its content; null where it is not what it was when it was written, or may not be read.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    public byte[]? Content()
    {
        try
        {
            return PlainFile.Read(Path) is { } content && HashOf(content) == Hash ? content : null;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether it holds the replications of its name, all of them, in order, and of this arm.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="InvalidDataException">It is of another version of the model, and this one can't read
    /// it.</exception>
    public bool IsSound(RowLayout layout, ArmKey key)
    {
        if (Content() is not { } content)
        {
            return false;
        }

        try
        {
            using ChunkReader reader = ChunkReader.Open(content, layout, key.Hash);
            long next = First;
            while (reader.Next() is { } part)
            {
                if (part.Count == 0 || part.First != next)
                {
                    return false;
                }

                next = part.Last + 1L;
            }

            return next == Last + 1L;
        }
        catch (InvalidDataException) when (key.ModelVersion == ModelVersion.Current)
        {
            return false;
        }
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

    private static IEnumerable<string> PathsIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.parquet").Order(StringComparer.Ordinal) : [];

    private static ChunkFile? Parse(string path)
    {
        Match match = Name().Match(System.IO.Path.GetFileName(path));
        return
            match.Success
            && int.TryParse(match.Groups["first"].ValueSpan, NumberStyles.None, null, out int first)
            && int.TryParse(match.Groups["last"].ValueSpan, NumberStyles.None, null, out int last)
            && first <= last
            ? new ChunkFile(path, first, last, match.Groups["hash"].Value)
            : null;
    }

    [GeneratedRegex(@"^(?<first>\d{6,})-(?<last>\d{6,})-(?<hash>[0-9a-f]{16})\.parquet$")]
    private static partial Regex Name();
}
