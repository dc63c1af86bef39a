namespace SimInterdiction.Model.Risks;

/// <summary>What comes to something that is not always open, by cells of time: what finds it closed goes on when it
/// next opens.</summary>
internal static class WaitingAtGates
{
    /// <summary>What is let through in each cell.</summary>
    /// <param name="coming">A number a cell.</param>
    /// <param name="isOpen">Whether it is open in each; null for always.</param>
    /// <param name="recurs">Whether the first cell follows the last; if not, what waits at the end is left
    /// out.</param>
    public static double[] Through(double[] coming, bool[]? isOpen, bool recurs)
    {
        int first = isOpen is null ? -1 : Array.IndexOf(isOpen, true);
        if (first < 0)
        {
            return coming;
        }

        // Round to a cell that is open, so that nothing is left waiting.
        int cells = coming.Length;
        (int from, int to) = recurs ? (first + 1, first + cells) : (0, cells - 1);
        double[] through = [.. coming];
        double waiting = 0;
        for (int i = from; i <= to; i++)
        {
            int cell = i % cells;
            waiting += through[cell];
            through[cell] = isOpen![cell] ? waiting : 0;
            waiting = isOpen[cell] ? 0 : waiting;
        }

        return through;
    }
}
