using SimInterdiction.Model.Files;

namespace SimInterdiction.Experiments.Store;

/// <summary>Writes files whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>What the name of a file ends with until it is whole.</summary>
    public const string Draft = ".part";

    /// <summary>Puts a file in its place, over one of that name, whose rights it takes.</summary>
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
        string draft = DraftBeside(path);
        try
        {
            bool isThere = RegularFile.IsThere(path);
            Write(draft, content, mayOthersRead: !isThere);
            if (isThere)
            {
                FileRights.Copy(path, draft);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            Remove(draft);
            throw;
        }
    }

    /// <summary>Puts a file in its place, never over another.</summary>
    /// <param name="path">Its place; the folder exists.</param>
    /// <param name="content">What it shall hold.</param>
    /// <returns>Whether the name was free.</returns>
    /// <exception cref="IOException">The disk is full or the like; there is no such file.</exception>
    public static bool TryWriteNew(string path, ReadOnlyMemory<byte> content)
    {
        string draft = DraftBeside(path);
        try
        {
            Write(draft, stream => stream.Write(content.Span), mayOthersRead: true);

            // Whoever comes first has the name.
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (Exception error)
        {
            Remove(draft);
            if (error is IOException && Path.Exists(path))
            {
                return false;
            }

            throw;
        }
    }

    // No two writers share a draft, not even of the same file. A name may be as long as the system allows already.
    private static string DraftBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, $"{Path.GetRandomFileName()}{Draft}");

    private static void Write(string draft, Action<Stream> content, bool mayOthersRead)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows() && !mayOthersRead)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(draft, options);
        content(stream);
        stream.Flush(flushToDisk: true);
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
