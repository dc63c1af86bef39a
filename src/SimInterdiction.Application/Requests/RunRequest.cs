using SimInterdiction.Experiments;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Running;

/// <summary>What a planner asked <c>simint run</c> for.</summary>
internal sealed record RunRequest
{
    public required string File { get; init; }

    public required IReadOnlyList<string> Overrides { get; init; }

    public int? Replications { get; init; }

    public long? Seed { get; init; }

    public int Jobs { get; init; }

    public required IReadOnlyList<string> Only { get; init; }

    /// <summary>Whether organizations adapt as the scenario says.</summary>
    public bool IsAdaptive { get; init; } = true;

    /// <summary>Whether each replication draws its own values of what is marked uncertain.</summary>
    public bool IncludesUncertainty { get; init; }

    /// <summary>The folder that holds the results of all scenarios.</summary>
    public required string Results { get; init; }

    /// <summary>Whether to simulate everything again, whatever is there.</summary>
    public bool IsFresh { get; init; }

    public bool WithFigures { get; init; } = true;

    public bool AsJson { get; init; }

    public bool IsQuiet { get; init; }

    public int Threads => Jobs == 0 ? Environment.ProcessorCount : Jobs;

    /// <param name="reading">Of its file.</param>
    public StudyOptions ToOptions(ScenarioReading reading) =>
        new()
        {
            Replications = Replications,
            Seed = Seed,
            Jobs = Jobs,
            Adaptive = IsAdaptive,
            Only = Only.Count > 0 ? Only : null,
            Drawn = IncludesUncertainty ? UncertainFile.Of(reading) : null,
        };

    /// <summary>The command that asks for the same again, for the report and the manifest.</summary>
    public string ToCommand()
    {
        var words = new List<string> { "simint run", Quote(File) };
        words.AddRange(Overrides.Select(o => $"--set {Quote(o)}"));
        if (Only.Count > 0)
        {
            words.Add($"--only {string.Join(',', Only)}");
        }

        if (!IsAdaptive)
        {
            words.Add("--adaptive off");
        }

        if (IncludesUncertainty)
        {
            words.Add("--include-uncertainty");
        }

        if (Replications is { } replications)
        {
            words.Add($"--replications {replications}");
        }

        if (Seed is { } seed)
        {
            words.Add($"--seed {seed}");
        }

        return string.Join(' ', words);
    }

    /// <summary>A word as a shell takes it: in single quotes, where all but a single quote stands for itself, unless
    /// nothing in it could mean something to a shell.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "_-./:=,+%@".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
