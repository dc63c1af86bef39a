using SimInterdiction.Model.Files;
using FilePath = System.IO.Path;

namespace SimInterdiction.Web.Files;

/// <summary>The folder of scenario files that the page shows. Files are found by their names in its list, so that no
/// name leads out of it, and no link in it does.</summary>
/// <param name="path">Where it is.</param>
internal sealed class ScenarioFolder(string path)
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    public string Path => path;

    /// <summary>Whether it is there.</summary>
    public bool IsThere => Directory.Exists(path);

    /// <summary>Said where it is not.</summary>
    public string Gone => $"The folder '{path}' is no longer there.";

    /// <summary>The names of its scenario files, in order. What can't be read under its name, such as a link that leads
    /// nowhere or a pipe, is none.</summary>
    /// <exception cref="IOException">It can't be read, as when it is no longer there.</exception>
    public IReadOnlyList<string> Names => [.. Listed.Where(IsInside).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Listed =>
        Directory
            .EnumerateFiles(path)
            .Select(file => FilePath.GetFileName(file))
            .Where(name => Endings.Contains(FilePath.GetExtension(name), StringComparer.OrdinalIgnoreCase));

    /// <summary>The path of a file, as commands would name it; null where there is none of that name.</summary>
    public string? PathOf(string name) => IsThere && Listed.Contains(name) && IsInside(name) ? FilePath.Combine(path, name) : null;

    private bool IsInside(string name)
    {
        string file = FilePath.Combine(path, name);
        return RegularFile.IsThere(file)
            && (
                new FileInfo(file).LinkTarget is null
                || (
                    RegularFile.RealPath(path) is { } home
                    && RegularFile.RealPath(file) is { } target
                    && target.StartsWith(
                        FilePath.TrimEndingDirectorySeparator(home) + FilePath.DirectorySeparatorChar,
                        StringComparison.Ordinal
                    )
                )
            );
    }
}
