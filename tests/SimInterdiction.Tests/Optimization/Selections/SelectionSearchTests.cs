using System.Diagnostics;
using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Tests.Optimization.Selections;

/// <summary>What is proven to be the best choice is the best of all choices.</summary>
public sealed class SelectionSearchTests : IObserveSelection
{
    private const double Close = 1e-9;

    // What a solver leaves of a bound.
    private const double CloseBound = 1e-8;
    private static readonly SearchTerms Exactly = new(1e-10, 600);

    [TestCase(Traffic.KeepsRoutes)]
    [TestCase(Traffic.ChoosesOfThree)]
    [TestCase(Traffic.OnNetwork)]
    public void The_best_of_small_problems_is_found_and_proven(Traffic traffic) =>
        FindAndProve(traffic, 30, solver: () => new HighsSolver());

    [TestCase(Traffic.KeepsRoutes)]
    [TestCase(Traffic.ChoosesOfThree)]
    [TestCase(Traffic.OnNetwork)]
    [Category("Slow")]
    [Explicit("A minute.")]
    public void The_best_of_a_thousand_is_found_and_proven(Traffic traffic) => FindAndProve(traffic, 1000, () => new HighsSolver());

    [TestCase(Traffic.KeepsRoutes)]
    [TestCase(Traffic.ChoosesOfThree)]
    [TestCase(Traffic.OnNetwork)]
    public void Another_solver_finds_the_same(Traffic traffic) => FindAndProve(traffic, 5, () => new ScipSolver());

    [Test]
    public void Without_a_solver_bounds_hold_and_choices_are_good()
    {
        var shares = new List<double>();
        for (uint i = 0; i < 100; i++)
        {
            (Candidates candidates, IWorth worth) = Problem(Traffic.KeepsRoutes, i);
            Selection found = new GreedySearch(candidates, (IBoundedWorth)worth).Search(CancellationToken.None);
            if (RandomSelections.BestOfAll(candidates, worth) is not { } best)
            {
                Assert.That(found.End, Is.EqualTo(SelectionEnd.Impossible));
                continue;
            }

            Assert.That(candidates.Allow(found.Chosen!));
            Assert.That(found.Worth, Is.LessThanOrEqualTo(best + Close));
            Assert.That(found.Bound, Is.GreaterThanOrEqualTo(best - Close));
            shares.Add(best > 0 ? found.Worth / best : 1);
        }

        Assert.That(shares.Average(), Is.GreaterThan(.98));
    }

    [Test]
    public void A_bound_below_what_a_choice_is_worth_is_an_error()
    {
        var candidates = new Candidates(1, [], []);
        using var solver = new WrongSolver();
        Assert.That(
            () =>
                new SelectionSearch(candidates, OneStop(), solver, TimeProvider.System).Search(
                    Exactly,
                    [
                        [true],
                    ],
                    this,
                    CancellationToken.None
                ),
            Throws.TypeOf<UnreachableException>()
        );
    }

    [Test]
    public void A_solver_that_errs_in_one_way_is_corrected_in_the_other()
    {
        int wholeProofs = 0;
        FindAndProve(Traffic.KeepsRoutes, 60, () => new SolverErringOneWay(() => wholeProofs++));
        Assert.That(wholeProofs, Is.GreaterThan(10));
    }

    [Test]
    public void When_it_is_stopped_at_once_the_start_stands_without_a_bound()
    {
        var candidates = new Candidates(1, [], []);
        using var solver = new StoppedSolver();
        Selection found = new SelectionSearch(candidates, OneStop(), solver, TimeProvider.System).Search(
            Exactly,
            [
                [true],
            ],
            this,
            CancellationToken.None
        );
        Assert.That(found.End, Is.EqualTo(SelectionEnd.Stopped));
        Assert.That(found.Worth, Is.EqualTo(.5));
        Assert.That(found.Bound, Is.EqualTo(double.PositiveInfinity));
    }

    private static CoverageWorth OneStop() => new([new TrafficPart(1, [new Route([(1, [Meeting.With(0, .5)])])])]);

    private static (Candidates Candidates, IWorth Worth) Problem(Traffic traffic, uint number)
    {
        var random = new Random((int)number);
        Candidates candidates = RandomSelections.Candidates(random);
        return (
            candidates,
            traffic == Traffic.OnNetwork
                ? RandomSelections.Network(random, candidates.Count)
                : RandomSelections.Coverage(random, candidates.Count, traffic == Traffic.ChoosesOfThree)
        );
    }

    private void FindAndProve(Traffic traffic, int problems, Func<ISolver> solver)
    {
        int possible = 0;
        for (uint i = 0; i < problems; i++)
        {
            (Candidates candidates, IWorth worth) = Problem(traffic, i);
            using ISolver with = solver();
            Selection found = new SelectionSearch(candidates, worth, with, TimeProvider.System).Search(
                Exactly,
                [],
                this,
                CancellationToken.None
            );
            if (RandomSelections.BestOfAll(candidates, worth) is not { } best)
            {
                Assert.That(found.End, Is.EqualTo(SelectionEnd.Impossible), $"problem {i}");
                continue;
            }

            possible++;
            Assert.That(found.End, Is.EqualTo(SelectionEnd.Proven), $"problem {i}");
            Assert.That(candidates.Allow(found.Chosen!), $"problem {i}");
            Assert.That(found.Worth, Is.EqualTo(best).Within(Close), $"problem {i}");
            Assert.That(found.Bound, Is.EqualTo(best).Within(CloseBound), $"problem {i}");
        }

        Assert.That(possible, Is.GreaterThan(problems / 2));
    }

    /// <summary>How traffic behaves.</summary>
    public enum Traffic
    {
        KeepsRoutes,
        ChoosesOfThree,
        OnNetwork,
    }

    private sealed class WrongSolver : ISolver
    {
        public SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop) =>
            new(SolverEnd.Solved, [0, 0], .25, [0]);

        public void Dispose() { }
    }

    // Without presolving it calls nothing chosen the best, at nine tenths of what is possible.
    private sealed class SolverErringOneWay(Action errs) : ISolver
    {
        private readonly HighsSolver solver = new();

        public SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop)
        {
            if (terms.IsRelaxed || terms.IsPresolved)
            {
                return solver.Solve(program, terms, bound, stop);
            }

            SolverAnswer answer = solver.Solve(program, terms, _ => { }, stop);
            errs();
            return answer with
            {
                Values = answer.Values is null ? null : [.. program.Columns.Select(column => column.Lower)],
                Bound = .9 * answer.Bound,
            };
        }

        public void Dispose() => solver.Dispose();
    }

    private sealed class StoppedSolver : ISolver
    {
        public SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop) =>
            new(SolverEnd.Stopped, null, double.PositiveInfinity, []);

        public void Dispose() { }
    }
}
