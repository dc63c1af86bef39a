using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using MarkerShape = ScottPlot.MarkerShape;

namespace SimInterdiction.Reporting.Figures.Answers;

/// <summary>Draws the figure <c>answer</c>. Up to eight rows stand wide, each value above its dot; more stand close,
/// their values in a column, on a taller page.</summary>
internal static class AnswerDrawing
{
    private const int MostWideRows = 8;
    private const double LowestWideRow = 43;

    // A value is clear of the diamond of the row above.
    private const double LowestWideRowOfDiamonds = 51;
    private const double CloseRow = 34;
    private const double HighRow = 60;
    private const double BeneathLeading = 19;
    private const double HeaderHeight = 30;
    private const double AxisHeight = 50;

    public static Scene Draw(AnswerFigure figure)
    {
        if (figure.Rows.Count == 0)
        {
            return Frame.SayWhy(
                figure.Words,
                $"{figure.BaselineLabel} is the only deployment: {figure.BaselineValue}, with {figure.BaselineHours} "
                    + "officer-hours. There is no difference to show."
            );
        }

        if (figure.Rows.All(r => r.Difference is null))
        {
            return Frame.SayWhy(figure.Words, $"{figure.Words.Title}. Officer-hours of {figure.BaselineLabel}: {figure.BaselineHours}.");
        }

        int rows = figure.Rows.Count + 1;
        (Scene scene, Box room) = Frame.Begin(figure.Words);
        double free = room.Height - HeaderHeight - AxisHeight;
        bool wide = rows <= MostWideRows;
        double lowest =
            !wide ? CloseRow
            : figure.Rows.Any(r => r.Frozen is not null) ? LowestWideRowOfDiamonds
            : LowestWideRow;
        if (free < rows * lowest)
        {
            (scene, room) = Frame.Begin(figure.Words, (rows * lowest) - free);
            free = room.Height - HeaderHeight - AxisHeight;
        }

        double rowHeight = Math.Min(free / rows, 130);
        Columns columns = wide ? Columns.Wide(room, NamesWidth(figure, 19, 280)) : Columns.Close(room, NamesWidth(figure, 15, 300));
        columns = columns with { NameSize = NameSize(figure, columns.NameWidth, wide) };
        var plot = new Box(columns.PlotLeft, room.Top + HeaderHeight, columns.PlotRight, room.Top + HeaderHeight + (rowHeight * rows));
        DifferenceAxis axis = Axis(figure);
        PlotPane pane = axis.Pane(plot, rows);
        axis.Draw(scene, pane, rows);
        NameAxis(scene, axis.Words(figure.Unit), plot, figure.Rows.Any(r => r.Frozen is not null));
        Header(scene, columns, plot.Top - 12, wide);
        for (int i = 0; i < figure.Rows.Count; i++)
        {
            DrawData(pane, figure.Rows[i], i + (wide ? 0.62 : 0.5), wide ? 14 : 10);
        }

        Mark[] frozen =
        [
            .. figure
                .Rows.Index()
                .Where(r => r.Item.Frozen is not null)
                .Select(r =>
                    Diamond(pane.X(r.Item.Frozen!.Value), pane.Y(r.Index + (wide ? 0.62 : 0.5)) + (wide ? 13 : 9), wide ? 6 : 4.5)
                ),
        ];
        pane.Dot(0, rows - 0.5, wide ? 15 : 11, Palette.Charcoal, MarkerShape.OpenSquare);
        scene.Add(pane.Mark);
        foreach (Mark mark in frozen)
        {
            scene.Add(mark);
        }

        for (int i = 0; i < figure.Rows.Count; i++)
        {
            var line = new Box(room.Left, plot.Top + (i * rowHeight), room.Right, plot.Top + ((i + 1) * rowHeight));
            Words(scene, columns, pane, figure.Rows[i], line, wide);
        }

        Baseline(scene, columns, figure, new Box(room.Left, plot.Bottom - rowHeight, room.Right, plot.Bottom), wide);
        return scene;
    }

    private static DifferenceAxis Axis(AnswerFigure figure) =>
        DifferenceAxis.Of(
            figure.Rows.SelectMany(r => new[] { r.Difference, r.Low, r.High, r.Frozen, r.OverInputs?.Low, r.OverInputs?.High }),
            figure.TooSmall,
            0.06
        );

    /// <summary>Room for the names: as much as the widest needs, within limits; what is longer wraps.</summary>
    private static double NamesWidth(AnswerFigure figure, double size, double most)
    {
        return Math.Clamp(Names(figure).Max(n => Lettering.Width(n, size, Weight.Semibold)) + 4, 180, most);
    }

    /// <summary>The size that all names have room in, on one line if any has.</summary>
    private static double NameSize(AnswerFigure figure, double width, bool wide)
    {
        double[] sizes = wide ? [19, 17, 15.5] : [15, 14, 13];
        return Names(figure).Min(n => Lettering.Fit(n, width, 1, Weight.Semibold, sizes));
    }

    private static IEnumerable<string> Names(AnswerFigure figure) =>
        figure.Rows.Select(r => r.Label).Append($"{figure.BaselineLabel}: {figure.BaselineValue}");

    // The unit and, where organizations adapt, the key to the diamonds, centred together.
    private static void NameAxis(Scene scene, string unit, Box box, bool isAdaptive)
    {
        const string IfNobody = "if nobody adapted";
        double key = isAdaptive ? 30 + Lettering.Width(IfNobody, 14) : 0;
        double width = Lettering.Width(unit, 14);
        double left = box.CentreX - ((width + key) / 2);
        if (unit.Length > 0)
        {
            scene.Add(new Mark.Text(unit, left, box.Bottom + 42, 14, Palette.Muted));
        }

        if (isAdaptive)
        {
            scene.Add(Diamond(left + width + 20, box.Bottom + 37, 6));
            scene.Add(new Mark.Text(IfNobody, left + width + 30, box.Bottom + 42, 14, Palette.Muted));
        }
    }

    /// <summary>What the difference would be if nobody adapted: hollow, under the dot.</summary>
    private static Mark.Line Diamond(double x, double y, double radius) =>
        new([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], Palette.Charcoal, 1.6);

    private static void DrawData(PlotPane pane, AnswerRow row, double y, double size)
    {
        if (row.Difference is not { } difference)
        {
            return;
        }

        SkiaSharp.SKColor color = row.IsClear ? Palette.Blue : Palette.Charcoal;
        if (row.OverInputs is { } inputs)
        {
            pane.Line(inputs.Low, y, inputs.High, y, Palette.Between(SkiaSharp.SKColors.White, color, 0.35), size * 0.9);
        }

        if (row.Low is { } low && row.High is { } high)
        {
            pane.Line(low, y, high, y, color, row.IsClear ? size * 0.42 : size * 0.3);
        }

        pane.Dot(difference, y, size, color);
        if (!row.IsClear)
        {
            pane.Dot(difference, y, size * 0.6, SkiaSharp.SKColors.White);
        }
    }

    private static void Header(Scene scene, Columns columns, double y, bool wide)
    {
        if (!wide)
        {
            scene.Add(new Mark.Text("Difference (95% interval)", columns.Value, y, 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
        }

        scene.Add(new Mark.Text("Officer-hours", columns.Hours, y, wide ? 16 : 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
        scene.Add(new Mark.Text("Better in", columns.Better, y, wide ? 16 : 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
        scene.Add(new Mark.Text("Verdict", columns.Verdict, y, wide ? 16 : 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
    }

    private static void Words(Scene scene, Columns columns, PlotPane pane, AnswerRow row, Box line, bool wide)
    {
        Name(scene, columns, (row.Label, string.Empty), wide ? row.TakesAgainst : null, line, wide);
        double size = wide ? 17 : 14;
        double y = line.CentreY + (size * 0.35);
        SkiaSharp.SKColor color = row.IsClear ? Palette.Blue : Palette.Charcoal;
        if (!wide)
        {
            scene.Add(
                new Mark.Text(
                    Lettering.Shorten(Plain.Cell(row.Value), columns.ValueWidth, 14),
                    columns.Value,
                    y,
                    14,
                    color,
                    Weight.Semibold,
                    Anchor.Middle
                )
            );
        }
        else
        {
            double at = BesideZero(pane, row.Difference ?? 0, Lettering.Width(Plain.Cell(row.Value), 16, Weight.Semibold) / 2);
            scene.Add(
                new Mark.Text(Plain.Cell(row.Value), at, line.Top + (line.Height * 0.62) - 15, 16, color, Weight.Semibold, Anchor.Middle)
                {
                    Halo = true,
                }
            );
        }

        scene.Add(new Mark.Text(row.Hours, columns.Hours, y, size, Palette.Ink, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text(Plain.Cell(row.BetterIn), columns.Better, y, size, Palette.Ink, Anchor: Anchor.Middle));
        Stacked(
            scene,
            Lettering.Wrap(row.Verdict, columns.VerdictWidth, wide ? 16 : 13, most: 2),
            new Mark.Text(string.Empty, columns.Verdict, line.CentreY, wide ? 16 : 13, Palette.Ink, Anchor: Anchor.Middle)
        );
    }

    // Above the dot; where the line at zero would go through the words, on the dot's side of it, or where that has no
    // room on the other.
    private static double BesideZero(PlotPane pane, double difference, double half)
    {
        const double Gap = 7;
        const double Beyond = 18;
        double within = pane.Box.Left + half;
        double least = within - Beyond;
        double most = Math.Max(within, pane.Box.Right + Beyond - half);
        double zero = pane.X(0);
        double at = Math.Clamp(pane.X(difference), within, most);
        if (Math.Abs(at - zero) >= half + Gap)
        {
            return at;
        }

        (double left, double right) = (zero - half - Gap, zero + half + Gap);
        bool isRight = right <= most && (difference >= 0 || left < least);
        return isRight ? right : Math.Max(left, least);
    }

    private static void Baseline(Scene scene, Columns columns, AnswerFigure figure, Box line, bool wide)
    {
        Name(scene, columns, (figure.BaselineLabel, $": {figure.BaselineValue}"), wide ? "baseline" : null, line, wide);
        double y = line.CentreY;
        double size = wide ? 17 : 14;
        scene.Add(new Mark.Text(figure.BaselineHours, columns.Hours, y + (size * 0.35), size, Palette.Ink, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text("baseline", columns.Verdict, y + (size * 0.35), wide ? 16 : 13, Palette.Muted, Anchor: Anchor.Middle));
    }

    // The label on one line or two, and what stands beneath it, which a long label never hides.
    private static void Name(Scene scene, Columns columns, (string Label, string Ending) name, string? beneath, Box row, bool wide)
    {
        double size = columns.NameSize;
        IReadOnlyList<string> lines = RowName.Lines(name.Label, name.Ending, columns.NameWidth, size, Weight.Semibold, 2);
        if (lines.Count > 1 && (!wide || row.Height < HighRow))
        {
            size = 13;
        }

        double below = wide && beneath is not null ? BeneathLeading : 0;
        double leading = size * 1.12;
        double first = row.CentreY - (((lines.Count * leading) + below) / 2) + (size * 0.91);
        scene.AddLines(lines, new Mark.Text(string.Empty, columns.Left, first, size, Palette.Ink, Weight.Semibold), leading);
        if (below > 0)
        {
            double baseline = first + ((lines.Count - 1) * leading) + below;
            scene.Add(new Mark.Text(beneath!, columns.Left, baseline, lines.Count > 1 ? 13 : 14, Palette.Muted));
        }
    }

    /// <summary>Lines centred on a height.</summary>
    private static void Stacked(Scene scene, IReadOnlyList<string> lines, Mark.Text style)
    {
        double leading = style.Size * 1.12;
        scene.AddLines(lines, style with { Y = style.Y + (style.Size * 0.35) - ((lines.Count - 1) * leading / 2) }, leading);
    }

    /// <summary>Where the columns stand; those of words by their centres.</summary>
    private sealed record Columns(
        double Left,
        double PlotLeft,
        double PlotRight,
        double Value,
        double ValueWidth,
        double Hours,
        double Better,
        double Verdict,
        double VerdictWidth
    )
    {
        public double NameWidth => PlotLeft - Left - 16;

        /// <summary>Of all names alike.</summary>
        public double NameSize { get; init; }

        public static Columns Wide(Box room, double names) =>
            new(room.Left, room.Left + names + 16, room.Right - 404, 0, 0, room.Right - 322, room.Right - 202, room.Right - 72, 146);

        public static Columns Close(Box room, double names) =>
            new(
                room.Left,
                room.Left + names + 16,
                room.Right - 566,
                room.Right - 460,
                190,
                room.Right - 300,
                room.Right - 196,
                room.Right - 70,
                142
            );
    }
}
