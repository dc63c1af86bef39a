namespace SimInterdiction.Experiments.Fitting;

/// <summary>How a fit is made.</summary>
public sealed record FitOptions
{
    /// <summary>Replications of each average, on common random numbers.</summary>
    public required int Replications { get; init; }

    public required long Seed { get; init; }

    /// <summary>Threads; 0 for one per core. Never changes a result.</summary>
    public int Jobs { get; init; }

    /// <summary>With several unknowns or figures: how many settings are tried at most, one period each.</summary>
    public int MostDraws { get; init; } = 20_000;

    /// <summary>With several unknowns or figures: how many settings that fit are enough.</summary>
    public int EnoughKept { get; init; } = 200;

    /// <summary>An input's value as it will be written down, so that what is told is about that one.</summary>
    public Func<int, double, double> Round { get; init; } = (_, value) => value;

    /// <summary>Told what is being done, how much of it is done, and how much there is; 0 where that isn't known.</summary>
    public Action<string, int, int>? Progress { get; init; }
}
