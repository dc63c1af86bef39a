using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>The model is built in layers, and somebody who knows borders rather than processors can read it.</summary>
public sealed partial class ModelTests
{
    private const string Model = "SimInterdiction.Model";

    // These know texts and files, not the border.
    private static readonly string[] Plumbing = ["Files", "Language"];

    private static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src", Model));

    [Test]
    public void No_folders_of_the_model_see_each_other_in_a_circle()
    {
        Dictionary<string, HashSet<string>> sees = WhatSeesWhat();
        Assert.That(sees, Has.Count.GreaterThan(10));

        // Whoever sees nothing that is left is a layer; what never becomes one stands in a circle or above it.
        while (sees.FirstOrDefault(folder => folder.Value.Count == 0).Key is { } lowest)
        {
            sees.Remove(lowest);
            foreach (HashSet<string> seen in sees.Values)
            {
                seen.Remove(lowest);
            }
        }

        Assert.That(sees.Select(folder => $"{folder.Key} -> {string.Join(", ", folder.Value)}"), Is.Empty);
    }

    [Test]
    public void Vectors_and_bit_tricks_stay_out_of_the_model() =>
        Assert.That(
            Sources()
                .Where(source => !Plumbing.Contains(source.Folder))
                .SelectMany(source => source.Lines.Where(line => BitTrick().IsMatch(line)).Select(line => $"{source.File}: {line.Trim()}")),
            Is.Empty
        );

    // Folders are seen by name, and the root, which holds the scenario, without one.
    private static Dictionary<string, HashSet<string>> WhatSeesWhat()
    {
        (string Folder, string File, string[] Lines)[] sources = [.. Sources()];
        string[] folders = [.. sources.Select(source => source.Folder).Distinct()];
        string[] ofRoot = [.. sources.Where(source => source.Folder.Length == 0).SelectMany(source => TypesIn(source.Lines))];
        return folders.ToDictionary(
            folder => folder,
            folder =>
            {
                string text = string.Join('\n', sources.Where(source => source.Folder == folder).SelectMany(source => source.Lines));
                return folders
                    .Where(other => other != folder)
                    .Where(other => other.Length > 0 ? SeesFolder(text, other) : ofRoot.Any(type => SeesType(text, type)))
                    .ToHashSet();
            }
        );
    }

    private static bool SeesFolder(string text, string folder) =>
        Regex.IsMatch(text, $@"(?<![\w.])({Model}\.)?{folder}(\.[A-Z]|;\s*$)", RegexOptions.Multiline);

    private static bool SeesType(string text, string type) => Regex.IsMatch(text, $@"(?<![\w.]){type}\??\s+\w|<{type}[,>]");

    private static IEnumerable<string> TypesIn(string[] lines) =>
        lines.Select(line => Declaration().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    private static IEnumerable<(string Folder, string File, string[] Lines)> Sources() =>
        Directory
            .EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            .Select(file =>
                (
                    Path.GetDirectoryName(file)!,
                    file,
                    File.ReadLines(Path.Combine(Folder, file))
                        .Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
                        .Select(line => Comment().Replace(line, ""))
                        .ToArray()
                )
            );

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^public (?:sealed )?(?:record|enum|class) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"System\.Runtime\.(Intrinsics|CompilerServices|InteropServices)|System\.Numerics|\bVector\d*[<.]|\bBit(Converter|Operations)\b"
            + @"|\bUnsafe\b| (<<|>>|>>>|&|\||\^)=? |~\w"
    )]
    private static partial Regex BitTrick();
}
