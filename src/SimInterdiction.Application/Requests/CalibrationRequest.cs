namespace SimInterdiction.Cli.Running;

/// <summary>What a planner asked <c>simint calibrate</c> for.</summary>
internal sealed record CalibrateRequest
{
    public required string File { get; init; }

    /// <summary>As on the command line: what to fit.</summary>
    public required IReadOnlyList<string> Fits { get; init; }

    /// <summary>As on the command line: what to fit to.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    public int? Replications { get; init; }

    public int? MostDraws { get; init; }

    public long? Seed { get; init; }

    public int Jobs { get; init; }

    public int Threads => Jobs == 0 ? Environment.ProcessorCount : Jobs;

    /// <summary>Name of the fitted scenario's file.</summary>
    public string? Save { get; init; }

    public bool IsForced { get; init; }

    /// <summary>The folder of results.</summary>
    public required string Results { get; init; }

    public bool AsJson { get; init; }

    /// <summary>The command that asks for the same again.</summary>
    public string ToCommand() =>
        string.Join(
            ' ',
            [
                "simint calibrate",
                RunRequest.Quote(File),
                .. Fits.Select(f => $"--fit {RunRequest.Quote(f)}"),
                .. Figures.Select(f => $"--to {RunRequest.Quote(f)}"),
                .. Replications is { } n ? [$"--replications {n}"] : Array.Empty<string>(),
                .. MostDraws is { } draws ? [$"--draws {draws}"] : Array.Empty<string>(),
                .. Seed is { } seed ? [$"--seed {seed}"] : Array.Empty<string>(),
            ]
        );
}
