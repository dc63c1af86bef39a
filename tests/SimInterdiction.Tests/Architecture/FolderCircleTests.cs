using System.Text.RegularExpressions;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Architecture;

/// <summary>The folders of a project form no circle, however long: they can be listed so that each sees only earlier
/// ones. Names such as <c>Tree.TreePath</c> count like a using.</summary>
public sealed partial class FolderCircleTests
{
    [TestCase("SimInterdiction.Scenarios")]
    public void Folders_of_a_project_form_no_circle(string project)
    {
        string source = Files.InRepository($"src/{project}");
        string[] folders = [.. Directory.GetDirectories(source).Select(f => Path.GetFileName(f)).Where(f => f is not ("bin" or "obj"))];
        var seen = folders.ToDictionary(f => f, f => SeenFrom(Path.Combine(source, f), project, folders));
        while (seen.FirstOrDefault(f => f.Value.Count == 0) is { Key: { } free })
        {
            seen.Remove(free);
            foreach (HashSet<string> others in seen.Values)
            {
                others.Remove(free);
            }
        }

        Assert.That(seen.Select(f => $"{f.Key} sees {string.Join(", ", f.Value)}"), Is.Empty);
    }

    private static HashSet<string> SeenFrom(string folder, string project, string[] folders) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .SelectMany(f =>
                    Regex.Matches(
                        Comment().Replace(File.ReadAllText(f), ""),
                        $@"(?:using {Regex.Escape(project)}\.|[ (!](?={string.Join('|', folders)}\.[A-Z]))(\w+)"
                    )
                )
                .Select(m => m.Groups[1].Value)
                .Where(f => folders.Contains(f) && f != Path.GetFileName(folder)),
        ];

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();
}
