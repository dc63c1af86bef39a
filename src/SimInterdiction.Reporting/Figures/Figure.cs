using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>A finished figure: its scene, its words and its data.</summary>
public sealed record Figure
{
    public required int Number { get; init; }

    /// <summary>Name for files, such as <c>answer</c>.</summary>
    public required string Name { get; init; }

    public required FigureWords Words { get; init; }

    public required Scene Scene { get; init; }

    /// <summary>The data shown, as CSV with a header.</summary>
    public required string Csv { get; init; }

    public string FileStem => $"{Number:00}-{Name}";
}
