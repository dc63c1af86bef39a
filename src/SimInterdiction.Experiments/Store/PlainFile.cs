namespace SimInterdiction.Experiments.Store;

/// <summary>Reads regular files up to a stated size; a device, a pipe or a link is nothing to read.</summary>
public static class PlainFile
{
    /// <summary>More than any file of a run needs; a chunk holds at most some ten million numbers.</summary>
    public const long Most = 1_000_000_000;

    /// <summary>Opens a file to read; null where there is no regular file of that name, or a larger one.</summary>
    /// <exception cref="IOException">It can't be opened now, as when too many files are open.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream? Open(string path, long most = Most)
    {
        var file = new FileInfo(path);

        // Devices and pipes have no length. They are not even opened: a pipe would be waited for.
        return !file.Exists || file.LinkTarget is not null || file.Length is 0 || file.Length > most
            ? null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>
    /// What a file holds; null where there is no regular file of that name, or a larger one. Of an empty one there is
    /// nothing to read either.
    /// </summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? Read(string path, long most = Most)
    {
        using FileStream? stream = Open(path, most);
        if (stream is null)
        {
            return null;
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
