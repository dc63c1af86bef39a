using System.Text.RegularExpressions;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Architecture;

/// <summary>What may do harm when a name or a text is not what it seems is done in one place, which looks
/// first.</summary>
public sealed partial class DangerousCallsTests
{
    [Test]
    public void Files_are_removed_and_moved_only_where_names_are_checked_before() =>
        Assert.That(FilesWith(Removing()), Is.EqualTo(new[] { "OwnFolder.cs", "WholeFile.cs" }));

    [Test]
    public void Only_the_edge_of_the_program_touches_the_terminal_where_text_is_made_safe() =>
        Assert.That(FilesWith(Terminal()), Is.EqualTo(new[] { "LiveRows.cs", "ProgressLine.cs", "Start.cs", "StopSignal.cs" }));

    [Test]
    public void Other_programs_are_started_only_to_show_make_documents_and_solve() =>
        Assert.That(FilesWith(Starting()), Is.EqualTo(new[] { "DocumentDesk.cs", "Screen.cs", "SolverProcess.cs" }));

    private static string[] FilesWith(Regex call) =>
        [
            .. Directory
                .EnumerateFiles(Files.InRepository("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file =>
                    !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    && call.IsMatch(File.ReadAllText(file))
                )
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"\b(File|Directory)\.(Delete|Move|Replace)\(")]
    private static partial Regex Removing();

    [GeneratedRegex(@"\bConsole\.")]
    private static partial Regex Terminal();

    [GeneratedRegex(@"\bProcess\.Start\(")]
    private static partial Regex Starting();
}
