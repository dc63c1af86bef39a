namespace SimInterdiction.Application.Requests;

/// <summary>The best deployment under limits.</summary>
/// <param name="Source">The scenario.</param>
public sealed record OptimizationRequest(ScenarioSource Source)
{
    public const double UsualSeconds = 60;

    /// <summary>Officer-hours in the window; null with <see cref="CostUsd"/> for no limit, and without for as many as
    /// the deployment in force takes.</summary>
    public double? OfficerHours { get; init; }

    /// <summary>USD in the window; null for no limit.</summary>
    public double? CostUsd { get; init; }

    /// <summary>Whose teams may be posted; empty for those of whom the deployment in force posts some.</summary>
    public IReadOnlyList<string> TaskForces { get; init; } = [];

    /// <summary>Postings of the deployment in force that stay.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Against whom.</summary>
    public Traffickers Against { get; init; }

    /// <summary>The name of the file to write, beside the scenario; null for the scenario's with
    /// <c>-best</c>.</summary>
    public string? Save { get; init; }

    /// <summary>Whether it may replace a file.</summary>
    public bool MayReplace { get; init; }

    /// <summary>How long it may take.</summary>
    public double Seconds { get; init; } = UsualSeconds;
}

/// <summary>What traffickers do about a deployment.</summary>
public enum Traffickers
{
    /// <summary>They keep their shares of corridors.</summary>
    KeepShares,

    /// <summary>All of a flow takes the corridor on which least is seized.</summary>
    TakeBestRoute,
}
