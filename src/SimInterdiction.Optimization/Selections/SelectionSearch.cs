using System.Diagnostics;
using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Optimization.Selections;

/// <summary>Searches the best choice by outer approximation: a linear program bounds what choices are worth, and gets
/// rows where it is wrong, until a choice is worth what the program says.</summary>
/// <param name="candidates">What may be chosen.</param>
/// <param name="worth">What it is worth.</param>
/// <param name="solver">Solves the programs.</param>
/// <param name="clock">Tells time.</param>
public sealed class SelectionSearch(Candidates candidates, IWorth worth, ISolver solver, TimeProvider clock)
{
    /// <summary>A bound below a choice's worth by more than this is an error of the program.</summary>
    public const double Proof = 1e-6;

    // Rounds of the relaxed program go on while as many bring the bound down by this share of what is open.
    private const double WorthRounds = 0.01;
    private const int Rounds = 8;
    private const int MostOthers = 50;
    private const int MostOpinions = 4;

    private readonly LinearProgram program = new();
    private readonly List<(bool[] Chosen, double Worth)> met = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private double bound = double.PositiveInfinity;
    private double relaxedBound = double.PositiveInfinity;
    private IObserveSelection? told;

    private double Best => met.Count > 0 ? met[0].Worth : double.NegativeInfinity;

    /// <summary>Searches.</summary>
    /// <param name="terms">How close it must come, and how long it may take.</param>
    /// <param name="starts">Choices within the limits to begin with.</param>
    /// <param name="observer">Told how it goes.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="UnreachableException">A choice is worth more than the bound.</exception>
    public Selection Search(SearchTerms terms, IEnumerable<bool[]> starts, IObserveSelection observer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(starts);
        told = observer;
        long began = clock.GetTimestamp();
        double SecondsLeft() => terms.Seconds - clock.GetElapsedTime(began).TotalSeconds;
        foreach (bool[] start in starts)
        {
            Meet(start);
        }

        Begin();
        (SolverEnd end, IReadOnlyList<double> prices) = Relax(terms, SecondsLeft, stop);
        if (end == SolverEnd.Solved)
        {
            end = Prove(terms, SecondsLeft, stop);
        }

        return Result(end, prices);
    }

    private Selection Result(SolverEnd end, IReadOnlyList<double> prices)
    {
        if (end == SolverEnd.Impossible)
        {
            return new Selection(null, double.NaN, double.NaN, [], [], SelectionEnd.Impossible);
        }

        if (Best > bound + Proof)
        {
            throw new UnreachableException($"A choice is worth {Best}, above the bound {bound}.");
        }

        return new Selection(
            met.Count > 0 ? met[0].Chosen : null,
            Best,
            Math.Max(bound, Best),
            [.. met.Skip(1)],
            prices,
            end switch
            {
                SolverEnd.Solved when bound - Best > Proof => SelectionEnd.Bounded,
                SolverEnd.Solved => SelectionEnd.Proven,
                SolverEnd.Stopped => SelectionEnd.Stopped,
                _ => SelectionEnd.SolverFailed,
            }
        )
        {
            RelaxedBound = relaxedBound,
        };
    }

    private void Begin()
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            program.AddColumn(new Column(0, candidates.Kept.Contains(i) ? 1 : 0, 1, IsWhole: true));
        }

        foreach (Limit limit in candidates.Limits)
        {
            program.AddRow(double.NegativeInfinity, limit.AtMost, limit.Uses.Select(use => (use.Candidate, use.Amount)));
        }

        worth.Begin(program);
    }

    private (SolverEnd End, IReadOnlyList<double> Prices) Relax(SearchTerms terms, Func<double> secondsLeft, CancellationToken stop)
    {
        IReadOnlyList<double> prices = [];
        var bounds = new List<double>();
        while (bound - Best > terms.Gap)
        {
            SolverAnswer answer = solver.Solve(program, new SolverTerms(IsRelaxed: true, 0, secondsLeft()), Bounded, stop);
            if (answer.End != SolverEnd.Solved)
            {
                return (answer.End, prices);
            }

            Bounded(answer.Bound);
            bounds.Add(bound);
            relaxedBound = answer.Bound;
            prices = [.. answer.Prices.Take(candidates.Limits.Count)];
            IReadOnlyList<double> values = answer.Values!;
            Meet(Rounded(values));
            if (
                worth.Separate(program, values) == 0
                || (bounds.Count > Rounds && bounds[^(Rounds + 1)] - bound < WorthRounds * (bound - Best))
            )
            {
                break;
            }
        }

        return (SolverEnd.Solved, prices);
    }

    // Solvers have been seen to call a wrong choice optimal, though rarely. So what whole numbers prove is proven again
    // in another way; where the ways differ, the greater bound counts, and the search goes on in that way. There being
    // no time for another way, the first stands.
    private SolverEnd Prove(SearchTerms terms, Func<double> secondsLeft, CancellationToken stop)
    {
        double relaxed = bound;
        bool isPresolved = false;
        SolverEnd end = Approximate(terms, isPresolved, secondsLeft, stop);
        for (int opinions = 0; opinions < MostOpinions && end is SolverEnd.Solved or SolverEnd.Impossible && bound < relaxed; opinions++)
        {
            isPresolved = !isPresolved;
            SolverAnswer other = solver.Solve(program, new SolverTerms(false, terms.Gap / 2, secondsLeft(), isPresolved), _ => { }, stop);
            if (other.End != SolverEnd.Solved)
            {
                break;
            }

            bound = Math.Min(relaxed, Math.Max(bound, other.Bound));
            if (bound <= Best + terms.Gap + LinearProgram.Violation)
            {
                break;
            }

            end = Approximate(terms, isPresolved, secondsLeft, stop);
        }

        return end;
    }

    // Adds rows until a choice is worth what the program says.
    private SolverEnd Approximate(SearchTerms terms, bool isPresolved, Func<double> secondsLeft, CancellationToken stop)
    {
        while (bound - Best > terms.Gap)
        {
            int before = met.Count;
            SolverAnswer answer = solver.Solve(program, new SolverTerms(false, terms.Gap / 2, secondsLeft(), isPresolved), Bounded, stop);
            Bounded(answer.Bound);
            if (answer.End != SolverEnd.Solved || answer.Values is not { } values)
            {
                return answer.End;
            }

            Meet(ChoiceOf(values));
            if (worth.Separate(program, values) == 0 && met.Count == before)
            {
                // The solver's tolerance is used up.
                break;
            }
        }

        return SolverEnd.Solved;
    }

    private void Bounded(double proven)
    {
        if (proven < bound)
        {
            bound = proven;
            told!.Progress(Best, bound);
        }
    }

    private void Meet(bool[] chosen)
    {
        if (!candidates.Allow(chosen) || !known.Add(string.Concat(chosen.Select(flag => flag ? '1' : '0'))))
        {
            return;
        }

        double value = worth.Of(chosen);
        int at = met.FindIndex(other => other.Worth < value);
        met.Insert(at < 0 ? met.Count : at, (chosen, value));
        if (met.Count > MostOthers)
        {
            met.RemoveAt(MostOthers);
        }

        if (at == 0)
        {
            told!.Progress(Best, bound);
        }
    }

    // Taken in the order of their fractions as long as they fit.
    private bool[] Rounded(IReadOnlyList<double> values)
    {
        var chosen = new bool[candidates.Count];
        foreach (int candidate in candidates.Kept)
        {
            chosen[candidate] = true;
        }

        double[] left = candidates.LeftBy(chosen);
        foreach (int candidate in Enumerable.Range(0, candidates.Count).Where(i => !chosen[i]).OrderByDescending(i => values[i]).ToList())
        {
            if (candidates.Fits(candidate, left))
            {
                chosen[candidate] = true;
                candidates.Take(candidate, 1, left);
            }
        }

        return chosen;
    }

    private bool[] ChoiceOf(IReadOnlyList<double> values) => [.. Enumerable.Range(0, candidates.Count).Select(i => values[i] > 0.5)];
}

/// <summary>How close a search must come, and how long it may take.</summary>
/// <param name="Gap">It ends when no choice can be better than the best by more.</param>
/// <param name="Seconds">Or after so many seconds.</param>
public sealed record SearchTerms(double Gap, double Seconds);
