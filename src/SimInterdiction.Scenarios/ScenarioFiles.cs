using System.Collections.Concurrent;

namespace SimInterdiction.Scenarios;

/// <summary>What the file of a scenario and those that it names held when they were first read: whoever reads them
/// again with it reads the same, whatever became of them since.</summary>
/// <param name="scenarioFile">The scenario's file, in whose folder the others are named.</param>
public sealed class ScenarioFiles(string scenarioFile)
{
    private readonly string home = Path.GetDirectoryName(Path.GetFullPath(scenarioFile))!;
    private readonly ConcurrentDictionary<string, byte[]> contents = new(StringComparer.Ordinal);

    /// <summary>Each file by its path as seen from the scenario's folder, wherever that is now.</summary>
    public IReadOnlyDictionary<string, byte[]> Contents
    {
        get => contents;
        init
        {
            foreach ((string name, byte[] content) in value)
            {
                contents[name] = content;
            }
        }
    }

    /// <summary>Whether another holds the same.</summary>
    public bool IsSame(ScenarioFiles other) =>
        contents.Count == other.contents.Count
        && contents.All(file => other.contents.GetValueOrDefault(file.Key) is { } its && file.Value.AsSpan().SequenceEqual(its));

    /// <summary>What a file held; null where it can't be read.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="read">Reads it now.</param>
    internal byte[]? Read(string path, Func<byte[]?> read)
    {
        string name = Path.GetRelativePath(home, path);
        if (contents.TryGetValue(name, out byte[]? held))
        {
            return held;
        }

        return read() is { } content ? contents.GetOrAdd(name, content) : null;
    }
}
