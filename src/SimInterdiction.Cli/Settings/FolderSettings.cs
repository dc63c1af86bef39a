using System.Text;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Settings;

/// <summary>
/// What a folder remembers for the commands called in it, in a file <c>.simint</c> of one line a setting, such as
/// <c>out: results-2026</c>. An option of a command comes before it.
/// </summary>
internal sealed record FolderSettings
{
    public const string FileName = ".simint";

    /// <summary>The name of the setting for the folder of results.</summary>
    public const string Out = "out";

    /// <summary>The folder of results where neither an option nor a setting names one.</summary>
    public const string DefaultResults = "results";

    private const int MostBytes = 10_000;

    /// <summary>Every setting there is.</summary>
    public static IReadOnlyList<string> Names { get; } = [Out];

    /// <summary>The folder of results; null where the folder remembers none.</summary>
    public string? Results { get; init; }

    /// <summary>The folder of results in force.</summary>
    public string ResultsInForce => Results ?? DefaultResults;

    /// <summary>Those of the working folder; none where its file is damaged.</summary>
    public static FolderSettings Here => Read(".", out _);

    /// <param name="folder">Which folder.</param>
    /// <param name="trouble">Why its file can't be read, as a sentence; null where it can, or there is none.</param>
    public static FolderSettings Read(string folder, out string? trouble)
    {
        trouble = null;
        var settings = new FolderSettings();
        foreach (string line in Lines(folder).Where(line => line.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            if (line.Split(':', 2) is [var name, var value] && name.Trim() == Out && IsFolderName(value.Trim()))
            {
                settings = settings with { Results = value.Trim() };
            }
            else
            {
                trouble ??=
                    $"the file '{FileName}' of this folder has a line that is no setting: '{line.Trim()}'. Settings are written "
                    + "such as 'out: results-2026'; delete the file to do without.";
            }
        }

        return trouble is null ? settings : new FolderSettings();
    }

    /// <summary>Whether a text may name a folder of results here.</summary>
    public static bool IsFolderName(string text) => text.Length is > 0 and < 1000 && !text.Any(char.IsControl);

    /// <summary>Makes them the settings of a folder; without any, its file is removed.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(string folder)
    {
        var own = new OwnFolder(folder);
        if (Results is null)
        {
            own.Remove(FileName);
        }
        else
        {
            own.Write(FileName, Encoding.UTF8.GetBytes($"{Out}: {Results}\n"));
        }
    }

    private static string[] Lines(string folder) =>
        new OwnFolder(folder).Read(FileName, MostBytes) is { } content ? Encoding.UTF8.GetString(content).Split('\n') : [];
}
