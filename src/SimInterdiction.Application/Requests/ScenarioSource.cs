using System.Text.Json.Serialization;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Application.Requests;

/// <summary>Which scenario a request is about.</summary>
public sealed record ScenarioSource
{
    /// <summary>The scenario file.</summary>
    public required string File { get; init; }

    /// <summary>Values instead of the file's, each <c>path=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Questions beside the file's, each <c>path x factor</c> or <c>path=value</c>.</summary>
    public IReadOnlyList<string> WhatIfs { get; init; } = [];

    /// <summary>The options of the front end that the last of <see cref="Overrides"/> were given by, one each: problems
    /// are located in them.</summary>
    public IReadOnlyList<string> GivenBy { get; init; } = [];

    /// <summary>Which random numbers, instead of the file's.</summary>
    public long? Seed { get; init; }

    /// <summary>What the file and those that it names held when it was asked for; null for what they hold.</summary>
    [JsonIgnore]
    public ScenarioFiles? Files { get; init; }

    /// <summary>The same of the files as they are now, whatever becomes of them.</summary>
    public ScenarioSource AsItIs() => this with { Files = ScenarioReader.FilesOf(File, Overrides) };

    /// <summary>Reads the file; with all its problems, if it has any.</summary>
    /// <param name="replications">How many are asked for; null for the file's number.</param>
    public ScenarioReading Read(int? replications = null)
    {
        ScenarioReading reading = ScenarioReader.ReadFile(
            File,
            new ReadingOptions
            {
                Overrides = Overrides,
                WhatIfs = WhatIfs,
                Replications = replications,
                Files = Files,
            }
        );
        return GivenBy.Count == 0 ? reading : reading with { Problems = [.. reading.Problems.Select(Located)] };
    }

    // An option's text is the value alone.
    private Problem Located(Problem problem)
    {
        int option = problem.Line - 1 - (Overrides.Count - GivenBy.Count);
        if (problem.File != Given.Settings || option < 0)
        {
            return problem;
        }

        string text = Overrides[problem.Line - 1];
        int before = text.IndexOf('=', StringComparison.Ordinal) + 1;
        return problem with
        {
            File = GivenBy[option],
            Line = 1,
            Column = Math.Max(1, problem.Column - before),
            SourceLine = text[before..],
        };
    }
}
