namespace SimInterdiction.Experiments.Results;

/// <summary>Where a result comes from: burned into every figure and report. The edge fills in what only it knows
/// (clock, machine, files).</summary>
public sealed record Provenance
{
    public required string ScenarioFile { get; init; }

    /// <summary>SHA-256 of the scenario file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The other files that the scenario was read from: tables, and scenarios it is based on.</summary>
    public IReadOnlyList<FileRead> OtherFiles { get; init; } = [];

    /// <summary>All files of the scenario, its own first.</summary>
    public IEnumerable<FileRead> Files => OtherFiles.Prepend(new FileRead(ScenarioFile, Sha256));

    /// <summary>The run's id, such as 2026-11-24-b21e.</summary>
    public required string Run { get; init; }

    public required string Version { get; init; }

    /// <summary>When the run finished, in universal time.</summary>
    public required DateTime Date { get; init; }

    /// <summary>How to reproduce the result, as the front end words it: a command line, or what to click.</summary>
    public required string Command { get; init; }

    /// <summary>How to see which of the uncertain inputs flip the answer, in the same words; null where that is not
    /// known.</summary>
    public string? SensitivityCommand { get; init; }

    public required double ElapsedSeconds { get; init; }

    /// <summary>The inputs marked uncertain: path and the values as written; the main comparison holds them at their
    /// best guess.</summary>
    public required IReadOnlyList<UncertainValue> Uncertain { get; init; }

    /// <summary>What is written differently in each deployment and the baseline, key by key.</summary>
    public IReadOnlyList<DifferentKey> Differences { get; init; } = [];

    /// <summary>The scenario as resolved, as YAML, for the report.</summary>
    public required string ResolvedYaml { get; init; }
}

/// <summary>A file that a scenario was read from.</summary>
/// <param name="Name">Its name, from the scenario's folder.</param>
/// <param name="Sha256">Of its content, lower-case hex.</param>
public sealed record FileRead(string Name, string Sha256);

/// <summary>A key that a deployment has otherwise than the baseline.</summary>
/// <param name="Deployment">The deployment's name.</param>
/// <param name="Path">The key's path inside it, such as <c>post.laredo.hours</c>.</param>
/// <param name="Baseline">The baseline's value as written; null where it has none.</param>
/// <param name="Own">The deployment's; null where it has none.</param>
public sealed record DifferentKey(string Deployment, string Path, string? Baseline, string? Own);

/// <summary>An input marked uncertain.</summary>
/// <param name="Path">Where the file has it, the first of its places.</param>
/// <param name="Written">Its values as written.</param>
/// <param name="Places">In how many places: more than one where an anchor is repeated.</param>
public sealed record UncertainValue(string Path, string Written, int Places = 1);
