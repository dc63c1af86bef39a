using SimInterdiction.Cli.Running;
using SimInterdiction.Experiments.Sensitivity;

namespace SimInterdiction.Cli.Doubt;

/// <summary>What a planner asked <c>simint sensitivity</c> for.</summary>
internal sealed record SensitivityRequest
{
    public required string File { get; init; }

    public required IReadOnlyList<string> Overrides { get; init; }

    public required SensitivityMethod Method { get; init; }

    /// <summary>Null for the one that the answer tells of.</summary>
    public string? Deployment { get; init; }

    /// <summary>Null for the scenario's.</summary>
    public string? Measure { get; init; }

    /// <summary>The two inputs of a map; empty for those that matter most.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    public int? Replications { get; init; }

    public int? Samples { get; init; }

    public long? Seed { get; init; }

    public int Jobs { get; init; }

    /// <summary>The folder that holds the results of all scenarios.</summary>
    public required string Results { get; init; }

    public bool AsJson { get; init; }

    public bool IsQuiet { get; init; }

    public int Threads => Jobs == 0 ? Environment.ProcessorCount : Jobs;

    /// <summary>The command that asks for the same again.</summary>
    public string ToCommand()
    {
        IEnumerable<string> Words()
        {
            yield return $"simint sensitivity {RunRequest.Quote(File)}";
            foreach (string o in Overrides)
            {
                yield return $"--set {RunRequest.Quote(o)}";
            }

            if (Method != SensitivityMethod.Tornado)
            {
                yield return $"--method {Method.ToString().ToLowerInvariant()}";
            }

            foreach (
                (string name, object? value) in new (string, object?)[]
                {
                    ("deployment", Deployment),
                    ("measure", Measure),
                    ("replications", Replications),
                    ("samples", Samples),
                    ("seed", Seed),
                }
            )
            {
                if (value is not null)
                {
                    yield return $"--{name} {value}";
                }
            }

            if (Inputs.Count > 0)
            {
                yield return $"--inputs {string.Join(',', Inputs)}";
            }
        }

        return string.Join(' ', Words());
    }
}
