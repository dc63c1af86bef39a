using Microsoft.AspNetCore.Http;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Files;

namespace SimInterdiction.Web.Editing;

/// <summary>
/// Reads texts of scenarios as if each were in its file, with what stands beside that. The last ones are kept: whoever
/// types asks for mistakes, model, expectation and map of one text, one after the other.
/// </summary>
/// <param name="folder">Where the files are.</param>
internal sealed class Readings(ScenarioFolder folder)
{
    private const int Kept = 3;

    private readonly Lock access = new();
    private readonly List<(string File, string Text, DateTime Beside, ReadText Read)> kept = [];

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = Path.GetFullPath(folder.Path);

    /// <summary>The name of a text's file, which no folder stands before.</summary>
    /// <exception cref="BadHttpRequestException">It is none.</exception>
    public static string NameOf(string file) =>
        file.Contains('\0') ? throw new BadHttpRequestException("A name has no NUL.") : Path.GetFileName(file);

    /// <summary>What comes of reading a text.</summary>
    /// <param name="file">The name of its file.</param>
    /// <param name="text">The text.</param>
    public ReadText Of(string file, string text)
    {
        string name = NameOf(file);
        DateTime beside = LastChangeBeside();
        if (Known(name, text, beside) is { } known)
        {
            return known;
        }

        var reading = new ReadText(ScenarioReader.ReadText(text, name, Folder));
        lock (access)
        {
            kept.Add((name, text, beside, reading));
            if (kept.Count > Kept)
            {
                kept.RemoveAt(0);
            }
        }

        return reading;
    }

    /// <summary>Whether a text was read already, so that it takes no time.</summary>
    /// <param name="file">The name of its file.</param>
    /// <param name="text">The text.</param>
    public bool IsKnown(string file, string text) => Known(NameOf(file), text, LastChangeBeside()) is not null;

    private ReadText? Known(string name, string text, DateTime beside)
    {
        lock (access)
        {
            return kept.FirstOrDefault(each => each.File == name && each.Text == text && each.Beside == beside).Read;
        }
    }

    // Tables and scenarios that it may name.
    private DateTime LastChangeBeside() =>
        Directory.Exists(Folder)
            ? new DirectoryInfo(Folder).EnumerateFiles().Select(each => each.LastWriteTimeUtc).Prepend(DateTime.MinValue).Max()
            : DateTime.MinValue;
}

/// <summary>What comes of reading a text.</summary>
/// <param name="reading">Its scenario or its mistakes.</param>
internal sealed class ReadText(ScenarioReading reading)
{
    private readonly Lazy<CompiledScenario?> world = new(() =>
        reading.Scenario is { } scenario ? CompiledScenario.Compile(scenario) : null
    );

    public ScenarioReading Reading => reading;

    /// <summary>The scenario made ready, once for all who ask; null where it has mistakes.</summary>
    public CompiledScenario? World => world.Value;
}
