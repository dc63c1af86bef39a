using SimInterdiction.Optimization.Programs;
using OrTools = Google.OrTools.ModelBuilder;

namespace SimInterdiction.Tests.Optimization.Selections;

/// <summary>SCIP, by OR-Tools. Each time from the beginning.</summary>
internal sealed class ScipSolver : ISolver
{
    public SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop)
    {
        var model = new OrTools.Model();
        OrTools.Variable[] variables =
        [
            .. program.Columns.Select((column, i) => model.NewVar(column.Lower, column.Upper, column.IsWhole && !terms.IsRelaxed, $"x{i}")),
        ];
        int[] starts = program.StartsFrom(0);
        for (int row = 0; row < program.Rows.Count; row++)
        {
            var sum = new OrTools.LinearExprBuilder();
            for (int i = starts[row]; i < starts[row + 1]; i++)
            {
                sum.AddTerm(variables[program.IndicesFrom(0)[i]], program.ValuesFrom(0)[i]);
            }

            model.AddLinearConstraint(sum, program.Rows[row].Lower, program.Rows[row].Upper);
        }

        var objective = new OrTools.LinearExprBuilder();
        for (int i = 0; i < variables.Length; i++)
        {
            objective.AddTerm(variables[i], program.Columns[i].Objective);
        }

        model.Maximize(objective);
        var solver = new OrTools.Solver("SCIP");
        solver.SetSolverSpecificParameters("limits/gap = 0\nlimits/absgap = 0\nnumerics/feastol = 1e-9");

        OrTools.SolveStatus status = solver.Solve(model);
        return status switch
        {
            OrTools.SolveStatus.OPTIMAL => new SolverAnswer(
                SolverEnd.Solved,
                [.. variables.Select(solver.Value)],
                solver.BestObjectiveBound,
                terms.IsRelaxed ? new double[program.Rows.Count] : []
            ),
            OrTools.SolveStatus.INFEASIBLE => new SolverAnswer(SolverEnd.Impossible, null, double.NegativeInfinity, []),
            _ => new SolverAnswer(SolverEnd.Failed, null, double.PositiveInfinity, []),
        };
    }

    public void Dispose() { }
}
