namespace SimInterdiction.Experiments.Store;

/// <summary>Writes files whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>What the name of a file ends with until it is whole.</summary>
    public const string Draft = ".part";

    /// <summary>Puts a file in its place, over one of that name.</summary>
    /// <remarks>Killed or out of power at any moment, there is the file as it was or as it shall be.</remarks>
    /// <param name="path">Its place; the folder exists.</param>
    /// <param name="content">What it shall hold.</param>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Write(path, stream => stream.Write(content.Span));

    /// <summary>The same of what need not be in memory as a whole.</summary>
    /// <param name="path">Its place; the folder exists.</param>
    /// <param name="content">Writes what it shall hold.</param>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        // No two writers share a draft, not even of the same file.
        string draft = $"{path}.{Path.GetRandomFileName()}{Draft}";
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            Remove(draft);
            throw;
        }
    }

    // What is left of it would only take room; that it can't be removed either is no second error.
    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { }
    }
}
