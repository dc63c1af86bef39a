using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>How much of a series is printed.</summary>
/// <param name="InFull">So many of its pieces are in full.</param>
/// <param name="InAll">So many are there at all.</param>
/// <param name="MostRows">So many rows of a table of theirs at most.</param>
internal sealed record SeriesRoom(int InFull, int InAll, int MostRows = int.MaxValue)
{
    /// <summary>Writes what there is room for, and names what is left out.</summary>
    public void Write(IReportMedium report, string what, string elsewhere, IReadOnlyList<SeriesPiece> pieces)
    {
        foreach ((int i, SeriesPiece piece) in pieces.Take(InAll).Index())
        {
            (i < InFull ? piece.InFull : piece.InShort)(report);
        }

        if (pieces.Count > InAll)
        {
            string[] left = [.. pieces.Skip(InAll).Select(piece => piece.Name)];
            report.Paragraph($"{what} for which there was no room here: {Plain.List(left)}. {elsewhere}");
        }
    }
}
