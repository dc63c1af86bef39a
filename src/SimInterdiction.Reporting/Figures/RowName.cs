using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>The name at the left of a row: as large as fits, on two lines where the row is high enough.</summary>
internal static class RowName
{
    private const double HighEnoughForTwo = 34;
    private static readonly double[] Sizes = [17, 15.5, 14, 13, 12];

    /// <summary>The lines of a label and what must not be lost behind it.</summary>
    public static IReadOnlyList<string> Lines(string label, string ending, double width, double size, Weight weight, int most) =>
        Lettering.Wrap(Lettering.Shorten(label, ending, t => Lettering.Fits(t, width, size, weight, most)), width, size, weight, most);

    /// <summary>The width names need, between two limits.</summary>
    public static double Width(IEnumerable<(string Label, string Ending)> names, double least, double most) =>
        Width(names.Select(n => n.Label + n.Ending), least, most);

    /// <summary>The same of plain names.</summary>
    public static double Width(IEnumerable<string> names, double least, double most) =>
        Math.Clamp(names.Max(n => Lettering.Width(n, Sizes[0], Weight.Semibold)) + 18, least, most);

    /// <summary>Sets a name, centred on a height.</summary>
    public static void Draw(Scene scene, string name, Box row, Weight weight = Weight.Semibold) =>
        Draw(scene, (name, string.Empty), row, weight);

    /// <summary>Sets a name and what must not be lost behind it.</summary>
    public static void Draw(Scene scene, (string Label, string Ending) name, Box row, Weight weight = Weight.Semibold)
    {
        int most = row.Height >= HighEnoughForTwo ? 2 : 1;
        double size = Lettering.Fit(name.Label + name.Ending, row.Width, most, weight, Sizes);
        IReadOnlyList<string> lines = Lines(name.Label, name.Ending, row.Width, size, weight, most);
        scene.AddLines(
            lines,
            new Mark.Text(
                string.Empty,
                row.Left,
                row.CentreY + (size * 0.35) - ((lines.Count - 1) * size * 0.56),
                size,
                Palette.Ink,
                weight
            ),
            size * 1.12
        );
    }
}
