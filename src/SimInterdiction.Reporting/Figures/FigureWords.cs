using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>The words around a figure: the message, how to read it, and where it comes from. A figure can't be made
/// without them.</summary>
public sealed record FigureWords
{
    public required string Title { get; init; }

    /// <summary>What completes the message, with its interval; null where the title says it all.</summary>
    public string? Finding { get; init; }

    public required string Subtitle { get; init; }

    public required string HowToRead { get; init; }

    public required ProvenanceBlock Provenance { get; init; }

    /// <summary>The figure in words, for those who can't see it.</summary>
    public required string AltText { get; init; }
}
