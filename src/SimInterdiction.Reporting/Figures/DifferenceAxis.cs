using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>The ground of a figure of differences: grid, ticks, a line at zero, and in grey what is too small to
/// matter.</summary>
/// <param name="Low">Its left end.</param>
/// <param name="High">Its right end.</param>
/// <param name="TooSmall">Half the width of the grey band, in the units shown; 0 for none.</param>
internal sealed record DifferenceAxis(double Low, double High, double TooSmall)
{
    /// <summary>An axis on which zero, the grey band and all values have room.</summary>
    /// <param name="values">What is drawn, in the units shown; null for what is not defined.</param>
    /// <param name="tooSmall">Half the width of the grey band; 0 for none.</param>
    /// <param name="margin">What stays free at either end, as a share of what the values span.</param>
    public static DifferenceAxis Of(IEnumerable<double?> values, double tooSmall, double margin)
    {
        double[] ends = [0, -tooSmall, tooSmall, .. values.OfType<double>()];
        double span = ends.Max() - ends.Min();
        return span <= 0
            ? new DifferenceAxis(-1, 1, tooSmall)
            : new DifferenceAxis(ends.Min() - (margin * span), ends.Max() + (margin * span), tooSmall);
    }

    /// <summary>A pane over the whole axis, with so many rows counted from the top.</summary>
    public PlotPane Pane(Box box, int rows) => new(box, (Low, High), (rows, 0));

    /// <summary>Draws all but the words below the axis.</summary>
    public void Draw(Scene scene, PlotPane pane, int rows)
    {
        if (TooSmall > 0)
        {
            pane.Area(-TooSmall, TooSmall, 0, rows, Palette.Band);
        }

        IReadOnlyList<double> ticks = AxisText.Spaced((Low, High), pane.Box.Width, 15);
        foreach (double tick in ticks)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Signed(tick, ticks), pane.X(tick), pane.Box.Bottom + 21, 15, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        pane.Upright(0, Palette.Charcoal, 2);
    }

    /// <summary>What stands below the axis: the unit (where there is one), and what grey means.</summary>
    public string Words(string unit) =>
        string.Join(";  ", new[] { unit, TooSmall > 0 ? "grey: too small to matter" : string.Empty }.Where(w => w.Length > 0));

    /// <summary>Where those words stand, from the middle of the axis.</summary>
    public Mark.Text WordsBelow(string unit, Box box) =>
        new(Words(unit), box.CentreX, box.Bottom + 42, 14, Palette.Muted, Anchor: Anchor.Middle);
}
