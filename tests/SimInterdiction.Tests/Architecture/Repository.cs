using System.Runtime.CompilerServices;

namespace SimInterdiction.Tests.Architecture;

/// <summary>The files of the repository as their authors wrote them: nothing that a build or a package made.</summary>
internal static class Repository
{
    private static readonly string[] MadeByPrograms = ["bin", "obj", "node_modules", "TestResults", ".git"];

    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    internal static string Source { get; } = Path.Combine(Root, "src");

    internal static string Tests { get; } = Path.Combine(Root, "tests", "SimInterdiction.Tests");

    /// <summary>Every C# file of the program.</summary>
    internal static IEnumerable<string> SourceFiles => FilesIn("src", "*.cs");

    /// <summary>Every C# file of the program and of its tests.</summary>
    internal static IEnumerable<string> CodeFiles => new[] { "src", "tests" }.SelectMany(folder => FilesIn(folder, "*.cs"));

    /// <summary>Every file of the page's scripts.</summary>
    internal static IEnumerable<string> ScriptFiles => FilesIn(Path.Combine("src", "SimInterdiction.Web", "Client", "src"), "*.ts");

    /// <summary>Every Markdown file that was written here; licences are quoted as they came.</summary>
    internal static IEnumerable<string> MarkdownFiles =>
        new[] { "src", "tests", "scenarios", ".github" }
            .SelectMany(folder => FilesIn(folder, "*.md"))
            .Concat([Path.Combine(Root, "README.md"), Path.Combine(Root, "results", "README.md")])
            .Where(file => !Path.GetFileName(file).StartsWith("LICENSE", StringComparison.Ordinal));

    /// <summary>A path from the root, with slashes on every system.</summary>
    internal static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !NameOf(file).Split('/').Any(MadeByPrograms.Contains));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
