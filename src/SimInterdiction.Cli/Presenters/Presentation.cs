namespace SimInterdiction.Cli.Presenters;

/// <summary>How what came out is shown.</summary>
internal sealed record Presentation
{
    /// <summary>Whether as JSON on standard output.</summary>
    public bool AsJson { get; init; }

    /// <summary>Whether without progress, and only the table.</summary>
    public bool IsQuiet { get; init; }
}
