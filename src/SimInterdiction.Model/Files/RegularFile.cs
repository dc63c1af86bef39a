namespace SimInterdiction.Model.Files;

/// <summary>
/// Reads files that end: never a device, a pipe or a socket, which may block or go on for ever, and never more than a
/// stated size, whatever the system says of the length.
/// </summary>
public static class RegularFile
{
    /// <summary>Whether something is there that is neither a file nor a folder. Links are followed.</summary>
    public static bool IsSpecial(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0;
        }

        // .NET tells a pipe from a file only by opening it, and that waits for a writer.
        return UnixFile.Find(path) is { IsRegular: false, IsFolder: false };
    }

    /// <summary>Whether there is a file of that name that ends. Links are followed; one that leads nowhere is
    /// none.</summary>
    public static bool IsThere(string path) =>
        OperatingSystem.IsWindows() ? File.Exists(path) && !IsSpecial(path) : UnixFile.Find(path) is { IsRegular: true };

    /// <summary>Where a file lies when all links on the way are followed, those of its folders too; null where there is
    /// none.</summary>
    public static string? RealPath(string path) =>
        OperatingSystem.IsWindows()
            ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path)
            : UnixFile.RealPath(path);

    /// <summary>The content of a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="FileTooLargeException">It has more; no more than that was read.</exception>
    /// <exception cref="IOException">It is not there, can't be read, or is no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or reading it is not permitted.</exception>
    public static byte[] Read(string path, long most)
    {
        if (IsSpecial(path))
        {
            throw new IOException($"'{path}' is a device or a pipe, not a file.");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > most)
        {
            throw new FileTooLargeException(path, most);
        }

        byte[] content = new byte[stream.Length];
        int count = 0;
        while (true)
        {
            if (count == content.Length)
            {
                // Some files say that they are empty, or grow while they are read.
                int next = stream.ReadByte();
                if (next < 0)
                {
                    return content;
                }

                if (count >= most)
                {
                    throw new FileTooLargeException(path, most);
                }

                Array.Resize(ref content, (int)Math.Min(most, Math.Max(4096, 2L * count)));
                content[count++] = (byte)next;
            }

            int read = stream.Read(content, count, content.Length - count);
            if (read == 0 && count < content.Length)
            {
                return content[..count];
            }

            count += read;
        }
    }
}
