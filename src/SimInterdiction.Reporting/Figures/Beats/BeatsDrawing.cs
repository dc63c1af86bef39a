using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Beats;

/// <summary>Draws the figure <c>beats</c>: a table of shaded cells. Up to seven columns are headed by names, more by
/// the rows' numbers.</summary>
internal static class BeatsDrawing
{
    private const int MostNamedColumns = 7;
    private const double LowestRow = 26;
    private const double HighestRow = 74;
    private const double WidestColumn = 240;
    private const double NumbersHeight = 24;
    private const double NamesHeight = 58;

    public static Scene Draw(BeatsFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        int rows = figure.Rows.Count;
        bool named = rows <= MostNamedColumns;
        double header = named ? NamesHeight : NumbersHeight;
        (Scene scene, Box room, double rowHeight) = RowsPage.Begin(figure.Words, rows, (LowestRow, HighestRow), header);
        double names = RowName.Width(figure.Rows.Select(r => Name(figure, r)), 180, 330);
        double width = Math.Min((room.Width - names) / rows, WidestColumn);
        var table = new Box(
            room.Left + names,
            room.Top + header,
            room.Left + names + (width * rows),
            room.Top + header + (rowHeight * rows)
        );
        for (int i = 0; i < rows; i++)
        {
            RowName.Draw(
                scene,
                Name(figure, figure.Rows[i]),
                new Box(room.Left, table.Top + (i * rowHeight), table.Left - 14, table.Top + ((i + 1) * rowHeight))
            );
            ColumnName(scene, named ? figure.Rows[i].Label : $"{i + 1}", table.Left + ((i + 0.5) * width), table.Top - 8, width - 8);
            for (int j = 0; j < rows; j++)
            {
                Cell(
                    scene,
                    figure.Rows[i].BeatsColumns[j],
                    i == j,
                    new Box(
                        table.Left + (j * width),
                        table.Top + (i * rowHeight),
                        table.Left + ((j + 1) * width),
                        table.Top + ((i + 1) * rowHeight)
                    )
                );
            }
        }

        int best = figure.Rows.Count(r => r.IsBest);
        if (best > 0)
        {
            scene.Add(new Mark.Rectangle(table with { Bottom = table.Top + (best * rowHeight) }, null, Palette.Ink, 3));
        }

        return scene;
    }

    private static (string Label, string Ending) Name(BeatsFigure figure, BeatsRow row)
    {
        string number = figure.Rows.Count > MostNamedColumns ? $"{figure.Rows.ToList().IndexOf(row) + 1}  " : string.Empty;
        return (number + row.Label, row.IsBaseline ? " (baseline)" : string.Empty);
    }

    private static void ColumnName(Scene scene, string name, double centre, double bottom, double width)
    {
        double size = Lettering.Fit(name, width, 3, Weight.Semibold, 15, 14, 13, 12);
        IReadOnlyList<string> lines = Lettering.Wrap(name, width, size, Weight.Semibold, 3);
        scene.AddLines(
            lines,
            new Mark.Text(
                string.Empty,
                centre,
                bottom - ((lines.Count - 1) * size * 1.12),
                size,
                Palette.Charcoal,
                Weight.Semibold,
                Anchor.Middle
            ),
            size * 1.12
        );
    }

    private static void Cell(Scene scene, double? share, bool isItself, Box box)
    {
        SKColor fill = share switch
        {
            { } s when s >= 0.5 => Palette.Between(SKColors.White, Palette.Blue, (s - 0.5) * 2),
            { } s => Palette.Between(SKColors.White, Palette.Orange, (0.5 - s) * 1.1),
            null => Palette.Band,
        };
        scene.Add(new Mark.Rectangle(box, fill, SKColors.White, 1.5));
        if (isItself)
        {
            return;
        }

        // Never 100 or 0 where it isn't all or none.
        string words = share switch
        {
            null => SimInterdiction.Reporting.Words.Plain.Dash,
            > 0.995 and < 1 => ">99",
            > 0 and < 0.005 => "<1",
            { } value => $"{Math.Round(value * 100):0}",
        };
        double size = Math.Clamp(Math.Min(box.Height * 0.5, box.Width * 0.42), 13, 20);
        SKColor ink = share > 0.8 ? SKColors.White : Palette.Ink;
        scene.Add(new Mark.Text(words, box.CentreX, box.CentreY + (size * 0.35), size, ink, Weight.Semibold, Anchor.Middle));
    }
}
