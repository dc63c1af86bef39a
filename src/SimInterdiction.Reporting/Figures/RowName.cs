using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>The name at the left of a row: as large as fits, on two lines where the row is high enough.</summary>
internal static class RowName
{
    private const double HighEnoughForTwo = 34;
    private static readonly double[] Sizes = [17, 15.5, 14, 13, 12];

    /// <summary>The width names need, between two limits.</summary>
    public static double Width(IEnumerable<string> names, double least, double most) =>
        Math.Clamp(names.Max(n => Lettering.Width(n, Sizes[0], Weight.Semibold)) + 18, least, most);

    /// <summary>Sets a name, centred on a height.</summary>
    public static void Draw(Scene scene, string name, Box row, Weight weight = Weight.Semibold)
    {
        int most = row.Height >= HighEnoughForTwo ? 2 : 1;
        double size = Lettering.Fit(name, row.Width, most, weight, Sizes);
        IReadOnlyList<string> lines = Lettering.Wrap(name, row.Width, size, weight, most);
        scene.AddLines(lines, new Mark.Text(string.Empty, row.Left, row.CentreY + (size * 0.35) - ((lines.Count - 1) * size * 0.56), size, Palette.Ink, weight), size * 1.12);
    }
}
