using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios;

/// <summary>What came of reading a scenario file.</summary>
public sealed record ScenarioReading
{
    public required string FileName { get; init; }

    /// <summary>The scenario; null when there are errors.</summary>
    public required Scenario? Scenario { get; init; }

    /// <summary>Everything found wrong or odd, in the order of the file.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The numbers that nobody knows, each once.</summary>
    public required IReadOnlyList<UncertainInput> UncertainInputs { get; init; }

    /// <summary>By each path of the resolved scenario that holds an uncertain value, the path of its input: the same
    /// for several where inheritance copied it.</summary>
    public IReadOnlyDictionary<string, string> UncertainAt { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of them that <see cref="ReadingOptions.Fits"/> names, in its order; empty when there are
    /// errors.</summary>
    public IReadOnlyList<UncertainInput> CalibratedInputs { get; init; } = [];

    /// <summary>The same scenario as each of its questions changes it, in their order; empty where there are
    /// errors.</summary>
    public IReadOnlyList<WhatIfReading> WhatIfs { get; init; } = [];

    /// <summary>How many single values the file and its tables state.</summary>
    public required int ValueCount { get; init; }

    /// <summary>SHA-256 of the file's bytes, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The tables and the scenarios below it that were read too.</summary>
    public IReadOnlyList<SourceFile> OtherFiles { get; init; } = [];

    /// <summary>The file with its tables, overrides and inheritance worked in; empty when it could not be
    /// parsed.</summary>
    public required ResolvedScenario Resolved { get; init; }

    /// <summary>
    /// The same file, as it was read, with other values of what nobody knows. Values that together break a rule are
    /// problems as if they had been written, but nothing is said of what is only odd; what is counted, such as lanes,
    /// is rounded.
    /// </summary>
    /// <param name="choose">Which value an uncertain input takes, in its base unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not between the least and the most that it may
    /// be.</exception>
    /// <exception cref="InvalidOperationException">The file could not be parsed.</exception>
    public ScenarioReading With(Func<UncertainInput, double> choose) =>
        (Bind ?? throw new InvalidOperationException($"{FileName} could not be parsed."))(choose);

    /// <summary>Makes the scenario of what was parsed; null where nothing could be.</summary>
    internal Func<Func<UncertainInput, double>, ScenarioReading>? Bind { get; init; }

    /// <summary>The file with tables, overrides and what shall be fitted worked in, but no inheritance; null where
    /// nothing could be parsed.</summary>
    internal MapNode? BeforeInheritance { get; init; }

    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>A file that was read beside the scenario's own.</summary>
/// <param name="Name">As it is written; as seen from the scenario's folder where another file names it.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
public sealed record SourceFile(string Name, string Sha256);

/// <summary>A scenario as a question changes it.</summary>
/// <param name="Name">The question's name.</param>
/// <param name="Question">What it changes.</param>
/// <param name="Reading">The changed scenario, without errors.</param>
public sealed record WhatIfReading(string Name, WhatIf Question, ScenarioReading Reading);
