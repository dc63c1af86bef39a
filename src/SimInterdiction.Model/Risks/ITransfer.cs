namespace SimInterdiction.Model.Risks;

/// <summary>How what is on its way comes from cell to cell of time.</summary>
internal interface ITransfer
{
    /// <summary>By how many cells it may move something.</summary>
    int MostCells { get; }

    /// <summary>Adds what leaves to the cells in which it arrives; what arrives after the last cell is left
    /// out.</summary>
    /// <param name="leaving">A number a cell.</param>
    /// <param name="arriving">A number a cell.</param>
    void Add(ReadOnlySpan<double> leaving, Span<double> arriving);

    /// <summary>The same of what leaves in some cells and arrives in some, where the first cell does not follow the
    /// last.</summary>
    /// <param name="leaving">A number a cell.</param>
    /// <param name="arriving">A number a cell.</param>
    /// <param name="from">Cells in which it leaves.</param>
    /// <param name="to">Cells in which it arrives.</param>
    void Add(ReadOnlySpan<double> leaving, Span<double> arriving, Range from, Range to);

    /// <summary>Adds, to the cells in which something leaves, what holds where it arrives: as often as it arrives
    /// there.</summary>
    /// <param name="arriving">A number a cell.</param>
    /// <param name="leaving">A number a cell.</param>
    void AddBack(ReadOnlySpan<double> arriving, Span<double> leaving);
}
