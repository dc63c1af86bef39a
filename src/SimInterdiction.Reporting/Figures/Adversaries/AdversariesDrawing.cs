using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Adversaries;

/// <summary>Draws the figure <c>adversaries</c>: a table of shaded cells, the darker the more is lost, the worst of
/// each row again at its end.</summary>
internal static class AdversariesDrawing
{
    // An interval has room beneath each number.
    private const double LowestRow = 36;
    private const double HighestRow = 64;
    private const double HeaderHeight = 52;
    private static readonly SKColor Dark = SKColor.Parse("#E6B8A2");

    public static Scene Draw(AdversariesFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        int rows = figure.Rows.Count;
        (Scene scene, Box room) = Frame.Begin(figure.Words);
        if (room.Height - HeaderHeight < rows * LowestRow)
        {
            (scene, room) = Frame.Begin(figure.Words, (rows * LowestRow) + HeaderHeight - room.Height);
        }

        double height = Math.Min((room.Height - HeaderHeight) / rows, HighestRow);
        double names = RowName.Width(figure.Rows.Select(Name), 180, 300);
        int columns = figure.Adversaries.Count + 1;
        double width = (room.Width - names) / columns;
        double top = room.Top + HeaderHeight;
        for (int column = 0; column < columns; column++)
        {
            string head = column < columns - 1 ? figure.Adversaries[column] : "Worst";
            IReadOnlyList<string> lines = Lettering.Wrap(head, width - 8, 15, Weight.Semibold, 2);
            scene.AddLines(
                lines,
                new Mark.Text(
                    string.Empty,
                    room.Left + names + ((column + 0.5) * width),
                    top - 12 - ((lines.Count - 1) * 17),
                    15,
                    Palette.Ink,
                    Weight.Semibold,
                    Anchor.Middle
                ),
                17
            );
        }

        for (int i = 0; i < rows; i++)
        {
            Shortfalls row = figure.Rows[i];
            var line = new Box(room.Left, top + (i * height), room.Right, top + ((i + 1) * height));
            RowName.Draw(scene, Name(row), line with { Right = room.Left + names - 14 });
            for (int column = 0; column < columns; column++)
            {
                bool isWorst = column == columns - 1;
                double regret = isWorst ? row.Worst : row.Regrets[column];
                string words = isWorst ? WorstWords(row) : Plain.Cell(row.Words[column]);
                double left = room.Left + names + (column * width);
                var cell = new Box(left + 2, line.Top + 2, left + width - 2, line.Bottom - 2);
                double share = figure.Largest > 0 && double.IsFinite(regret) ? regret / figure.Largest : 0;
                scene.Add(
                    new Mark.Rectangle(cell, isWorst ? null : Palette.Between(SKColors.White, Dark, share), isWorst ? null : Palette.Border)
                );
                string interval = isWorst ? row.WorstInterval : row.Intervals[column];
                double size = Lettering.Fit(words, cell.Width - 8, 1, Weight.Semibold, interval.Length > 0 ? 15 : 17, 15, 13, 11);
                double y = cell.CentreY + (interval.Length > 0 ? 0 : 6);
                scene.Add(
                    new Mark.Text(
                        words,
                        cell.CentreX,
                        y,
                        size,
                        Palette.Ink,
                        !isWorst && row.MayBeBest[column] ? Weight.Semibold : Weight.Regular,
                        Anchor.Middle
                    )
                );
                if (interval.Length > 0)
                {
                    double small = Lettering.Fit(interval, cell.Width - 8, 1, Weight.Regular, 12, 11, 10);
                    scene.Add(new Mark.Text(interval, cell.CentreX, y + 14, small, Palette.Muted, Weight.Regular, Anchor.Middle));
                }
            }
        }

        scene.Add(new Mark.Rectangle(new Box(room.Left + names, top, room.Right, top + height), null, Palette.Charcoal, 2.5));
        return scene;
    }

    private static (string Label, string Ending) Name(Shortfalls row) => (row.Label, row.IsBaseline ? " (baseline)" : string.Empty);

    private static string WorstWords(Shortfalls row) => double.IsNaN(row.Worst) ? Plain.Dash : Plain.Cell(row.Words[WorstOf(row)]);

    private static int WorstOf(Shortfalls row) => Enumerable.Range(0, row.Regrets.Count).MaxBy(i => row.Regrets[i]);
}
