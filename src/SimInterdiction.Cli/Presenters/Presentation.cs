namespace SimInterdiction.Cli.Presenters;

/// <summary>How what came out is shown.</summary>
internal sealed record Presentation
{
    /// <summary>Whether as JSON on standard output.</summary>
    public bool AsJson { get; init; }

    /// <summary>Whether nothing is shown but errors, and where the results are.</summary>
    public bool IsQuiet { get; init; }
}
