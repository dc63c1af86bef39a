using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>A finished figure: its number and name in the catalogue, its words, its scene and its data.</summary>
/// <param name="Number">In the report and in names of files.</param>
/// <param name="Name">Name for files, such as <c>answer</c>.</param>
/// <param name="Content">What it shows.</param>
public sealed record Figure(int Number, string Name, FigureContent Content)
{
    public FigureWords Words => Content.Words;

    public Scene Scene { get; } = Content.Draw();

    /// <summary>The data shown, as CSV with a header.</summary>
    public string Csv => Content.Csv;

    public string FileStem => $"{Number:00}-{Name}";
}
