using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>What a figure shows, computed from results: its words and its data, to which each kind adds what it
/// draws.</summary>
public abstract record FigureContent
{
    public required FigureWords Words { get; init; }

    /// <summary>The data shown, as CSV with a header.</summary>
    public required string Csv { get; init; }

    /// <summary>The picture with the words around it.</summary>
    public abstract Scene Draw();
}
