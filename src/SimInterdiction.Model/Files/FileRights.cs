namespace SimInterdiction.Model.Files;

/// <summary>Whose a file is, and who may do what with it.</summary>
public static class FileRights
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // To chown, "as it is".
    private const uint Unchanged = uint.MaxValue;

    /// <summary>Gives a file the mode of another, and as far as this user may its group and its owner; on Windows,
    /// where a folder says so, nothing.</summary>
    public static void Copy(string from, string to)
    {
        if (OperatingSystem.IsWindows() || UnixFile.Find(from) is not { } old || UnixFile.Find(to) is not { } made)
        {
            return;
        }

        // Whoever may not give it to another owner may still give it to a group of their own.
        if (made.Group != old.Group)
        {
            UnixFile.TryGive(to, Unchanged, old.Group);
        }

        if (made.Owner != old.Owner)
        {
            UnixFile.TryGive(to, old.Owner, Unchanged);
        }

        File.SetUnixFileMode(to, File.GetUnixFileMode(from));
    }

    /// <summary>Whether a file is not to be written: nobody may, or this user may not. A mode keeps no administrator
    /// out, and a new file in its place needs no right of the old one.</summary>
    /// <param name="path">A file that is there.</param>
    /// <exception cref="IOException">It is on a disk that can't be written to, or the like.</exception>
    public static bool IsWriteProtected(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Writable) == 0)
        {
            return true;
        }

        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }
}
