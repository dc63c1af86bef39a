using System.Security.Cryptography;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>
/// Reads the files that a scenario names, and keeps account of them. A name is relative to the file that it stands in;
/// one of the command line, to the working directory.
/// </summary>
/// <param name="folder">The scenario's own folder; null where it has none, and so names no file.</param>
/// <param name="held">What they held, where that is to be read; null for what they hold.</param>
/// <param name="problems">Takes what can't be read.</param>
internal sealed class NamedFiles(string? folder, ScenarioFiles? held, ProblemList problems)
{
    private readonly string home = Path.GetFullPath(folder ?? ".");
    private readonly List<SourceFile> read = [];
    private readonly HashSet<string> paths = [];
    private long bytesRead;

    /// <summary>Each once, by its name as seen from the scenario's folder.</summary>
    public IReadOnlyList<SourceFile> Read => read;

    /// <summary>Where the file is that the token names.</summary>
    public string PathOf(ScalarNode name)
    {
        string from =
            name.Mark.File == Given.Settings
                ? Directory.GetCurrentDirectory()
                : Path.Combine(home, Path.GetDirectoryName(name.Mark.File) ?? "");
        return Path.GetFullPath(Path.Combine(from, Portable(name.Written)));
    }

    /// <summary>How messages and the manifest call it: as it is written where it is named by the scenario itself, else
    /// as seen from its folder.</summary>
    public string NameOf(ScalarNode name)
    {
        string written = Portable(name.Written);
        bool isWrittenSo =
            Path.IsPathRooted(written) || name.Mark.File == Given.Settings || string.IsNullOrEmpty(Path.GetDirectoryName(name.Mark.File));
        return isWrittenSo ? written : Portable(Path.GetRelativePath(home, PathOf(name)));
    }

    /// <summary>The text of the file that the token names; null after reporting why there is none.</summary>
    /// <param name="name">The token.</param>
    /// <param name="format">How the file is best saved, in words.</param>
    public string? TextOf(ScalarNode name, string format)
    {
        string shown = NameOf(name);
        if (folder is null)
        {
            problems.Error("S001", name.Mark, $"there is no file '{shown}': a text without a folder can't name other files");
            return null;
        }

        string path = PathOf(name);
        if (FileContents.ReadOnce(held, path, shown, problems, name.Mark) is not { } bytes)
        {
            return null;
        }

        bytesRead += bytes.Length;
        if (paths.Add(path))
        {
            read.Add(new SourceFile(shown, HashOf(bytes)));
        }

        // The scenario's own file is one too.
        if (read.Count >= Limits.Files || bytesRead > Limits.AllBytes)
        {
            string most = read.Count >= Limits.Files ? $"{Limits.Files} files" : $"{Limits.AllBytes >> 20} MB";
            problems.Error("S043", name.Mark, $"with '{shown}' the scenario is made of more than {most}", $"at most {most}");
            return null;
        }

        return FileContents.Decode(bytes, shown, format, problems);
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // So that a scenario written on Windows reads elsewhere.
    private static string Portable(string name) => name.Replace('\\', '/');
}
