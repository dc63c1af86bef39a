namespace SimInterdiction.Reporting.Report;

/// <summary>How much of a report is printed. The rest is in report.html, and paper says so.</summary>
/// <param name="Series">How much of a series.</param>
/// <param name="LeftOut">The names of the figures that are not.</param>
/// <param name="MostRows">So many rows of any other table at most.</param>
internal sealed record PaperRoom(SeriesRoom Series, IReadOnlySet<string> LeftOut, int MostRows)
{
    /// <summary>Where what is looked up rather than read is printed.</summary>
    public LookedUp LookedUp { get; init; }

    /// <summary>Room for all of it.</summary>
    public static PaperRoom ForAll { get; } = new(new SeriesRoom(int.MaxValue, int.MaxValue), new HashSet<string>(), int.MaxValue);

    /// <summary>The rows of a table that are printed, and its caption, which counts the others.</summary>
    /// <param name="rows">All its rows.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="isOfSeries">Whether it belongs to a series.</param>
    public (IReadOnlyList<string>[] Shown, string Caption) Rows(IReadOnlyList<string>[] rows, string caption, bool isOfSeries = false)
    {
        int most = isOfSeries ? Series.MostRows : MostRows;
        return rows.Length <= most
            ? (rows, caption)
            : (rows[..most], $"{caption.TrimEnd('.')}. The first {most} of {rows.Length}; all are in report.html");
    }
}

/// <summary>Where what is looked up rather than read is printed; elsewhere paper says where it is.</summary>
internal enum LookedUp
{
    Nowhere,

    /// <summary>On a page that has room left for all of it.</summary>
    WhereRoomIsLeft,

    Everywhere,
}
