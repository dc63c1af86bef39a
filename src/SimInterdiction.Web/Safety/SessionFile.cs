namespace SimInterdiction.Web.Safety;

/// <summary>Keeps the secret of the page's cookie in a file that nobody but its owner can read, so that a page that is
/// open goes on after the program was started again.</summary>
internal static class SessionFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The secret that was kept; null where there is none that nobody else could have read or
    /// written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How many hexadecimal digits a secret has.</param>
    public static string? Read(string path, int length)
    {
        try
        {
            var file = new FileInfo(path);
            bool isOwn = file is { Exists: true, LinkTarget: null } && file.Length == length && IsOwnersOnly(path);
            return isOwn && File.ReadAllText(path) is { } text && text.All(char.IsAsciiHexDigitLower) ? text : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a secret, if that can be done.</summary>
    public static void TryWrite(string path, string secret)
    {
        try
        {
            if (new FileInfo(path).LinkTarget is not null)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
                if (File.Exists(path))
                {
                    File.SetUnixFileMode(path, OwnerOnly);
                }
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(secret);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The page then asks for its address again after the next start.
        }
    }

    // Windows keeps a user's own folders from other users.
    private static bool IsOwnersOnly(string path) => OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == OwnerOnly;
}
