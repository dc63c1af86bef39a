using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>A page of rows under a header and above an axis: rows share its room up to a limit, and where they would be
/// too low the page grows.</summary>
/// <param name="Scene">The page, with its words on it.</param>
/// <param name="Room">The room for header, rows and axis.</param>
/// <param name="Height">The height of a row.</param>
internal sealed record RowsPage(Scene Scene, Box Room, double Height)
{
    /// <param name="words">The words around the figure.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="height">Between what limits a row's height lies.</param>
    /// <param name="around">The height of header and axis together.</param>
    public static RowsPage Begin(FigureWords words, int rows, (double Lowest, double Highest) height, double around)
    {
        (Scene scene, Box room) = Frame.Begin(words);
        double missing = (rows * height.Lowest) - (room.Height - around);
        if (missing > 0)
        {
            (scene, room) = Frame.Begin(words, missing);
        }

        return new RowsPage(scene, room, Math.Min((room.Height - around) / rows, height.Highest));
    }
}
