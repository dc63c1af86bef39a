using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>A figure on a page of the PDF.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Place">Where it is drawn, in points.</param>
internal sealed record PlacedFigure(Figure Figure, Box Place);

/// <summary>A page of the PDF.</summary>
/// <param name="Scene">What is written, in points where it is printed at its own size.</param>
/// <param name="Figures">The figures on it.</param>
internal sealed record PdfPage(Scene Scene, IReadOnlyList<PlacedFigure> Figures);
