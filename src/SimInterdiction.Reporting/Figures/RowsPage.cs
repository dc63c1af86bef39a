using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Figures;

/// <summary>A page of rows under a header and above an axis: rows share its room up to a limit. Where they would be too
/// low the page grows, and where few of them leave room the page is lower.</summary>
/// <param name="Scene">The page, with its words on it.</param>
/// <param name="Room">The room for header, rows and axis.</param>
/// <param name="Height">The height of a row.</param>
internal sealed record RowsPage(Scene Scene, Box Room, double Height)
{
    /// <param name="words">The words around the figure.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="height">Between what limits a row's height lies.</param>
    /// <param name="around">The height of header and axis together.</param>
    /// <param name="beside">The height of what stands beside the rows; 0 for nothing.</param>
    public static RowsPage Begin(FigureWords words, int rows, (double Lowest, double Highest) height, double around, double beside = 0)
    {
        (Scene scene, Box room) = Frame.Begin(words);
        double least = (rows * height.Lowest) + around;
        double most = Math.Max((rows * height.Highest) + around, beside);
        double wanted = Math.Clamp(room.Height, least, most);
        if (wanted != room.Height)
        {
            (scene, room) = Frame.Begin(words, wanted - room.Height);
        }

        return new RowsPage(scene, room, Math.Min((room.Height - around) / rows, height.Highest));
    }
}
