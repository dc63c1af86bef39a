namespace SimInterdiction.Scenarios.Completion;

/// <summary>The names that a text gives in its sections, as far as it can be read; with those of the tables and of the
/// scenario that it is based on.</summary>
/// <param name="keys">The keys of the text.</param>
/// <param name="path">Where a name is due: nothing refers to itself.</param>
/// <param name="folder">Where the other files are; null for nowhere.</param>
internal sealed class KnownNames(IReadOnlyList<OutlineKey> keys, IReadOnlyList<string> path, string? folder)
{
    private readonly Lazy<ScenarioReading> others = new(() => ReadOthers(keys, folder));

    /// <summary>In the order of the text, those of other files after them.</summary>
    public IReadOnlyList<string> In(string section)
    {
        IEnumerable<string> own = keys.Where(key => key.Path.Count == 2 && key.Path[0] == section)
            .Select(key => key.Path[1])
            .Where(name => Names.IsName(name) && !(section == "corridors" && name == "generate") && !IsTable(section, name));
        IEnumerable<string> read = folder is null ? [] : others.Value.Resolved.NamesIn(section);
        return [.. own.Concat(read).Distinct().Where(name => path is not [var here, var self, ..] || here != section || name != self)];
    }

    private bool IsTable(string section, string name) => name == "from" && ValueOf(keys, section, "from") is not null;

    private static string? ValueOf(IReadOnlyList<OutlineKey> keys, params string[] path) =>
        keys.FirstOrDefault(key => key.Path.SequenceEqual(path))?.Value;

    // A scenario of nothing but the names of files can be read, whatever else the text is in the midst of.
    private static ScenarioReading ReadOthers(IReadOnlyList<OutlineKey> keys, string? folder)
    {
        IEnumerable<string> lines = keys.Where(key => key.Value is not null)
            .Select(key =>
                key.Path switch
                {
                    ["based_on"] => $"based_on: '{Quoted(key.Value!)}'",
                    [var section, "from"] => $"{section}: {{ from: '{Quoted(key.Value!)}' }}",
                    _ => null,
                }
            )
            .OfType<string>()
            .Distinct();
        return ScenarioReader.ReadText(string.Join('\n', lines), folder: folder);
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
