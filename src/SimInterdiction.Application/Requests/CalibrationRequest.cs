namespace SimInterdiction.Application.Requests;

/// <summary>Numbers that nobody knows, fitted to figures that somebody does.</summary>
public sealed record CalibrationRequest
{
    public required ScenarioSource Source { get; init; }

    /// <summary>What to fit, each the path of a number that the file marks as uncertain, or <c>path between low and
    /// high</c>.</summary>
    public required IReadOnlyList<string> Fits { get; init; }

    /// <summary>What to fit to, each such as <c>firearms_seized of today = 2000 +- 50</c>.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>Periods of each average; null for the file's number.</summary>
    public int? Replications { get; init; }

    /// <summary>With several numbers or figures: how many settings to try at most.</summary>
    public int? MostDraws { get; init; }

    /// <summary>Name of the fitted scenario's file, beside the scenario; null for the scenario's with an
    /// ending.</summary>
    public string? Save { get; init; }

    /// <summary>Whether a file of that name may be replaced.</summary>
    public bool MayReplace { get; init; }
}
