namespace SimInterdiction.Web.Files;

/// <summary>The folder of scenario files that the page shows. Files are found by their names in its list, so that no
/// name leads out of it.</summary>
/// <param name="path">Where it is.</param>
internal sealed class ScenarioFolder(string path)
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    public string Path => path;

    /// <summary>The names of its scenario files, in order.</summary>
    /// <exception cref="IOException">It can't be read, as when it is no longer there.</exception>
    public IReadOnlyList<string> Names =>
        [
            .. Directory
                .EnumerateFiles(path)
                .Select(file => System.IO.Path.GetFileName(file))
                .Where(name => Endings.Contains(System.IO.Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The path of a file, as commands would name it; null where there is none of that name.</summary>
    public string? PathOf(string name) => Directory.Exists(path) && Names.Contains(name) ? System.IO.Path.Combine(path, name) : null;
}
