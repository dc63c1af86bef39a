using SimInterdiction.Cli.Solving;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Tests.Optimization.Processes;

/// <summary>A solver in a process of its own finds the same, and its crash costs nothing.</summary>
public sealed class SolverProcessTests
{
    private static readonly SolverTerms Whole = new(IsRelaxed: false, 0, 60);
    private static readonly SolverTerms Relaxed = new(IsRelaxed: true, 0, 60);

    [Test]
    public void It_finds_what_is_found_in_this_process_while_the_program_grows()
    {
        LinearProgram program = Knapsack();
        using var here = new HighsSolver();
        using var there = new SolverProcess(SolverCommand.Program);
        foreach (SolverTerms terms in (SolverTerms[])[Relaxed, Whole, Relaxed, Whole])
        {
            SolverAnswer expected = here.Solve(program, terms, _ => { }, CancellationToken.None);
            SolverAnswer answer = there.Solve(program, terms, _ => { }, CancellationToken.None);
            Assert.That(answer.End, Is.EqualTo(SolverEnd.Solved));
            Assert.That(answer.Values, Is.EqualTo(expected.Values));
            Assert.That(answer.Bound, Is.EqualTo(expected.Bound));
            Assert.That(answer.Prices, Is.EqualTo(expected.Prices));
            int added = program.AddColumn(new Column(4, 0, 1, IsWhole: true));
            program.AddRow(double.NegativeInfinity, 1, [(added, 1), (0, 1)]);
            program.SetObjective(1, program.Columns[1].Objective + 1);
        }
    }

    [Test]
    public void One_that_is_no_solver_fails_and_says_nothing_about_the_best()
    {
        using var solver = new SolverProcess(new SolverProgram("dotnet", ["--version"]));
        AssertKnowsNothing(solver.Solve(Knapsack(), Whole, _ => { }, CancellationToken.None), SolverEnd.Failed);
    }

    [Test]
    public void One_that_is_not_there_fails()
    {
        using var solver = new SolverProcess(new SolverProgram("no-such-program", []));
        AssertKnowsNothing(solver.Solve(Knapsack(), Whole, _ => { }, CancellationToken.None), SolverEnd.Failed);
    }

    [Test]
    public void When_told_to_stop_it_stops_and_works_again_later()
    {
        using var solver = new SolverProcess(SolverCommand.Program);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        AssertKnowsNothing(solver.Solve(Knapsack(), Whole, _ => { }, stop.Token), SolverEnd.Stopped);
        Assert.That(solver.Solve(Knapsack(), Whole, _ => { }, CancellationToken.None).Bound, Is.EqualTo(13).Within(1e-9));
    }

    private static void AssertKnowsNothing(SolverAnswer answer, SolverEnd end)
    {
        Assert.That(answer.End, Is.EqualTo(end));
        Assert.That(answer.Values, Is.Null);
        Assert.That(answer.Bound, Is.EqualTo(double.PositiveInfinity));
    }

    // The best is 6 + 7 with 4 + 5 of 10; with fractions it is more.
    private static LinearProgram Knapsack()
    {
        var program = new LinearProgram();
        (double Worth, double Weight)[] things = [(6, 4), (7, 5), (5, 4), (1, 3)];
        foreach ((double worth, _) in things)
        {
            program.AddColumn(new Column(worth, 0, 1, IsWhole: true));
        }

        program.AddRow(double.NegativeInfinity, 10, things.Select((thing, i) => (i, thing.Weight)));
        return program;
    }
}
