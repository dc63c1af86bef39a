using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Requests;

/// <summary>Which scenario a request is about.</summary>
public sealed record ScenarioSource
{
    /// <summary>The scenario file.</summary>
    public required string File { get; init; }

    /// <summary>Values instead of the file's, each <c>path=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Which random numbers, instead of the file's.</summary>
    public long? Seed { get; init; }

    /// <summary>Reads the file; with all its problems, if it has any.</summary>
    public ScenarioReading Read() => ScenarioReader.ReadFile(File, new ReadingOptions { Overrides = Overrides });
}
