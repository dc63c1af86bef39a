using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Mixtures;

/// <summary>Searches the mixture of choices that stops most of traffic that knows how often each is drawn: a game of
/// two, solved by double oracle (McMahan, Gordon and Blum 2003).</summary>
/// <remarks>
/// Among the choices that are known a linear program finds how traffic spreads over its routes so that even the best of
/// them stops least, and with its prices how often each choice is drawn. The best choice against traffic so spread
/// bounds what any mixture can stop, and joins those that are known.
/// </remarks>
/// <param name="candidates">What may be chosen.</param>
/// <param name="traffic">What passes.</param>
/// <param name="solver">Solves the programs.</param>
/// <param name="best">Searches the best choice for a worth: how close it must come, and choices to begin with.</param>
/// <param name="clock">Tells time.</param>
public sealed class MixtureSearch(
    Candidates candidates,
    MixedTraffic traffic,
    ISolver solver,
    Func<IBoundedWorth, SearchTerms, IEnumerable<bool[]>, Selection> best,
    TimeProvider clock
)
{
    // Drawn less often is not drawn.
    private const double Negligible = 1e-9;

    // A choice joins where it is better by more than rounding.
    private const double Better = 1e-11;

    // Of those that a search met, so many join at a time.
    private const int MostAtOnce = 5;

    // While much is open, the best choice need be known only to this share of it.
    private const double ShareOfOpen = 0.2;

    private readonly LinearProgram program = new();
    private readonly List<bool[]> known = [];
    private readonly List<double[]> stopped = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private Mixture found = new([], double.NegativeInfinity, double.PositiveInfinity, SelectionEnd.Stopped);

    /// <summary>Searches.</summary>
    /// <param name="terms">How close it must come, and how long it may take.</param>
    /// <param name="starts">Choices within the limits to begin with, at least one.</param>
    /// <param name="observer">Told how it goes.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="ArgumentException">No start is within the limits.</exception>
    public Mixture Search(SearchTerms terms, IEnumerable<bool[]> starts, IObserveSelection observer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(observer);
        long began = clock.GetTimestamp();
        double SecondsLeft() => terms.Seconds - clock.GetElapsedTime(began).TotalSeconds;
        Begin();
        int joined = starts.Count(Join);
        if (joined == 0)
        {
            throw new ArgumentException("No start is within the limits.", nameof(starts));
        }

        bool isGreedy = true;
        bool isExact = false;
        while (true)
        {
            SolverAnswer answer = solver.Solve(program, new SolverTerms(IsRelaxed: true, 0, SecondsLeft()), _ => { }, stop);
            if (answer.End != SolverEnd.Solved)
            {
                return found with { End = answer.End == SolverEnd.Stopped ? SelectionEnd.Stopped : SelectionEnd.SolverFailed };
            }

            Mix(answer.Prices);
            observer.Progress(found.Worth, found.Bound);
            if (stop.IsCancellationRequested || SecondsLeft() <= 0)
            {
                return found;
            }

            double[] spread = Spread(answer.Values!);
            (CoverageWorth against, double rest) = traffic.KeptTo(spread);

            // As long as quick searches find something, proofs can wait.
            isGreedy = isGreedy && Join(new GreedySearch(candidates, against).Search(stop), spread);
            if (isGreedy)
            {
                continue;
            }

            double open = double.IsFinite(found.Bound) ? found.Bound - found.Worth : found.Worth;
            double gap = isExact ? terms.Gap / 2 : Math.Max(terms.Gap / 2, ShareOfOpen * open);
            Selection selection = best(against, new SearchTerms(gap, SecondsLeft()), known.OrderByDescending(against.Of).Take(1));
            found = found with { Bound = Math.Min(found.Bound, Math.Max(found.Worth, selection.Bound + rest)) };
            observer.Progress(found.Worth, found.Bound);
            if (found.Bound - found.Worth <= terms.Gap)
            {
                return found with { End = SelectionEnd.Proven };
            }

            isGreedy = Join(selection, spread);
            if (!isGreedy && (isExact || selection.End is not (SelectionEnd.Proven or SelectionEnd.Bounded)))
            {
                return found with { End = EndOf(selection) };
            }

            isExact = !isGreedy;
        }
    }

    // The searches' tolerance is used up, or their time.
    private SelectionEnd EndOf(Selection last) =>
        last.End != SelectionEnd.Proven ? last.End
        : found.Bound - found.Worth <= SelectionSearch.Proof ? SelectionEnd.Proven
        : SelectionEnd.Bounded;

    // The first column is what the best of the known choices stops, the others how traffic spreads over routes. A bound
    // of the former would take the place of prices where nothing is stopped.
    private void Begin()
    {
        program.AddColumn(new Column(-1, double.NegativeInfinity, double.PositiveInfinity, IsWhole: false));
        foreach ((double weight, int routes) in traffic.Parts)
        {
            int[] columns = [.. Enumerable.Range(0, routes).Select(_ => program.AddColumn(new Column(0, 0, weight, IsWhole: false)))];
            program.AddRow(weight, weight, columns.Select(column => (column, 1.0)));
        }
    }

    private bool Join(Selection selection, double[] spread)
    {
        if (selection.Chosen is not { } first)
        {
            return false;
        }

        double most = stopped.Max(each => Of(each, spread));
        bool[][] better =
        [
            .. selection
                .Others.Select(other => other.Chosen)
                .Prepend(first)
                .Where(chosen => Of(traffic.StoppedBy(chosen), spread) > most + Better)
                .Take(MostAtOnce),
        ];
        return Array.FindAll(better, Join).Length > 0;
    }

    private bool Join(bool[] chosen)
    {
        if (!candidates.Allow(chosen) || !keys.Add(string.Concat(chosen.Select(flag => flag ? '1' : '0'))))
        {
            return false;
        }

        double[] its = traffic.StoppedBy(chosen);
        known.Add(chosen);
        stopped.Add(its);
        program.AddRow(double.NegativeInfinity, 0, its.Select((share, route) => (route + 1, share)).Prepend((0, -1.0)));
        return true;
    }

    // The prices of the choices' rows, which come after those of the parts, are their chances.
    private void Mix(IReadOnlyList<double> prices)
    {
        double[] chances = [.. prices.TakeLast(known.Count).Select(price => price > Negligible ? price : 0)];
        double sum = chances.Sum();
        MixedChoice[] choices =
        [
            .. known
                .Zip(chances, (chosen, chance) => new MixedChoice(chosen, chance / sum))
                .Where(choice => choice.Chance > 0)
                .OrderByDescending(choice => choice.Chance),
        ];
        double worth = sum > 0 ? traffic.WorthOf(choices) : double.NegativeInfinity;
        if (worth > found.Worth)
        {
            found = found with { Choices = choices, Worth = worth, Bound = Math.Max(found.Bound, worth) };
        }
    }

    // However traffic spreads, as long as no part of it is missing, it bounds all mixtures.
    private double[] Spread(IReadOnlyList<double> values)
    {
        double[] spread = [.. values.Skip(1).Take(traffic.Routes).Select(weight => Math.Max(0, weight))];
        int first = 0;
        foreach ((double weight, int routes) in traffic.Parts)
        {
            double sum = spread[first..(first + routes)].Sum();
            for (int route = first; route < first + routes; route++)
            {
                spread[route] = sum > 0 ? spread[route] / sum * weight : weight / routes;
            }

            first += routes;
        }

        return spread;
    }

    private static double Of(double[] stopped, double[] spread) => stopped.Zip(spread, (share, weight) => share * weight).Sum();
}
