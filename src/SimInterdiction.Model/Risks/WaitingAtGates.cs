using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>What comes to something that is not always open, by cells of time: what finds it closed goes on when it
/// next opens.</summary>
internal sealed class WaitingAtGates : ITransfer
{
    // Edges of opening hours are whole minutes: what is left of one by rounding is no part of a cell.
    private const double Rounding = 1e-6;

    private readonly List<(int From, int To, double Share)> moves = [];
    private readonly int[] firstOf;

    /// <param name="hours">When it is open.</param>
    /// <param name="first">When the first cell begins.</param>
    /// <param name="cellHours">Hours of a cell.</param>
    /// <param name="count">How many cells.</param>
    /// <param name="recurs">Whether the cells are those of a week like every other, and the first follows the last; if
    /// not, what waits at the end is left out.</param>
    public WaitingAtGates(OpeningHours hours, Instant first, double cellHours, int count, bool recurs)
    {
        // Of a week, what waits at its end finds the openings of the next.
        double length = count * cellHours;
        OpeningHours planned = recurs ? hours.OfAnyWeek : hours;
        (double From, double To)[] open =
        [
            .. planned
                .Within(first, first + (recurs ? 2 * length : length))
                .Select(each => ((each.From - first) / cellHours, (each.To - first) / cellHours)),
        ];
        firstOf = new int[count + 1];
        int next = 0;
        for (int cell = 0; cell < count; cell++)
        {
            for (double at = cell; cell + 1 - at > Rounding && next < open.Length; )
            {
                bool isOpen = open[next].From <= at + Rounding;
                double until = Math.Min(cell + 1, isOpen ? open[next].To : open[next].From);
                int to = isOpen ? cell : (int)(open[next].From + Rounding) % count;
                moves.Add((cell, to, until - at));
                MostCells = Math.Max(MostCells, to - cell);
                at = until;
                next += open[next].To <= at + Rounding ? 1 : 0;
            }

            firstOf[cell + 1] = moves.Count;
        }
    }

    public int MostCells { get; }

    public void Add(ReadOnlySpan<double> leaving, Span<double> arriving)
    {
        foreach ((int from, int to, double share) in moves)
        {
            arriving[to] += share * leaving[from];
        }
    }

    public void Add(ReadOnlySpan<double> leaving, Span<double> arriving, Range from, Range to)
    {
        for (int i = firstOf[from.Start.Value]; i < firstOf[from.End.Value]; i++)
        {
            if (moves[i].To >= to.Start.Value && moves[i].To < to.End.Value)
            {
                arriving[moves[i].To] += moves[i].Share * leaving[moves[i].From];
            }
        }
    }

    public void AddBack(ReadOnlySpan<double> arriving, Span<double> leaving)
    {
        foreach ((int from, int to, double share) in moves)
        {
            leaving[from] += share * arriving[to];
        }
    }
}
