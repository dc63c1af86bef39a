using System.Runtime.InteropServices;
using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Optimization.Highs;

/// <summary>HiGHS, with one thread, so that it finds the same on every machine of a kind.</summary>
/// <remarks>It runs in this process, and takes it along when it crashes: see
/// <see cref="Processes.SolverProcess"/>.</remarks>
public sealed class HighsSolver : ISolver
{
    private readonly nint highs = HighsApi.Create();
    private int columnsKnown;
    private int rowsKnown;
    private List<double> objectivesKnown = [];
    private bool wasRelaxed;
    private Run? run;

    public HighsSolver()
    {
        Check(HighsApi.SetBool(highs, "output_flag", 0));
        Check(HighsApi.SetInt(highs, "threads", 1));
        Check(HighsApi.SetDouble(highs, "primal_feasibility_tolerance", LinearProgram.Feasibility));
        Check(HighsApi.SetDouble(highs, "dual_feasibility_tolerance", LinearProgram.Feasibility));
        Check(HighsApi.SetDouble(highs, "mip_feasibility_tolerance", LinearProgram.Feasibility));
        Check(HighsApi.SetDouble(highs, "mip_rel_gap", 0));
        Check(HighsApi.SetSense(highs, HighsApi.Maximize));
    }

    /// <summary>Whether HiGHS is there for this platform.</summary>
    public static bool IsAvailable => HighsApi.IsAvailable;

    public void Dispose() => HighsApi.Destroy(highs);

    /// <inheritdoc/>
    public unsafe SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(terms);
        Learn(program);
        Check(
            terms.IsRelaxed
                ? HighsApi.ClearIntegrality(highs)
                : HighsApi.SetIntegrality(highs, 0, columnsKnown - 1, [.. program.Columns.Select(column => column.IsWhole ? 1 : 0)])
        );
        Check(HighsApi.SetDouble(highs, "mip_abs_gap", terms.Gap));
        Check(HighsApi.SetString(highs, "presolve", terms.IsPresolved ? "on" : "off"));
        if (terms.IsRelaxed != wasRelaxed || terms.IsPresolved)
        {
            // What is left of the one makes HiGHS 1.12 call wrong answers of the other optimal.
            Check(HighsApi.ClearSolver(highs));
            wasRelaxed = terms.IsRelaxed;
        }

        HighsApi.ZeroClocks(highs);
        Check(HighsApi.SetDouble(highs, "time_limit", Math.Max(0, terms.Seconds)));
        run = new Run(bound, terms.IsRelaxed, stop);
        var self = GCHandle.Alloc(this);
        try
        {
            Check(HighsApi.SetCallback(highs, &Called, GCHandle.ToIntPtr(self)));
            Check(HighsApi.StartCallback(highs, terms.IsRelaxed ? HighsApi.CallbackSimplexInterrupt : HighsApi.CallbackMipInterrupt));
            return HighsApi.Run(highs) < 0 ? Failure(run.Bound) : Answer(terms, run.Bound);
        }
        finally
        {
            self.Free();
        }
    }

    private static SolverAnswer Failure(double bound) => new(SolverEnd.Failed, null, bound, []);

    [UnmanagedCallersOnly]
    private static unsafe void Called(int kind, nint message, nint dataOut, nint dataIn, nint data)
    {
        var solver = (HighsSolver)GCHandle.FromIntPtr(data).Target!;
        Run run = solver.run!;
        if (!run.IsRelaxed && HighsApi.CallbackItem(dataOut, "mip_dual_bound") is not 0 and nint item)
        {
            run.Tell(*(double*)item);
        }

        if (dataIn != 0 && run.Stop.IsCancellationRequested)
        {
            // The first member says whether to stop.
            *(int*)dataIn = 1;
        }
    }

    private static void Check(int status)
    {
        if (status < 0)
        {
            throw new InvalidOperationException("HiGHS refused a part of the program.");
        }
    }

    // Only what is new.
    private void Learn(LinearProgram program)
    {
        for (int column = 0; column < columnsKnown; column++)
        {
            if (program.Columns[column].Objective != objectivesKnown[column])
            {
                Check(HighsApi.SetObjective(highs, column, program.Columns[column].Objective));
            }
        }

        Column[] columns = [.. program.Columns.Skip(columnsKnown)];
        Check(
            HighsApi.AddColumns(
                highs,
                columns.Length,
                [.. columns.Select(column => column.Objective)],
                [.. columns.Select(column => column.Lower)],
                [.. columns.Select(column => column.Upper)],
                0,
                [],
                [],
                []
            )
        );
        ReadOnlySpan<int> indices = program.IndicesFrom(rowsKnown);
        Check(
            HighsApi.AddRows(
                highs,
                program.Rows.Count - rowsKnown,
                [.. program.Rows.Skip(rowsKnown).Select(row => row.Lower)],
                [.. program.Rows.Skip(rowsKnown).Select(row => row.Upper)],
                indices.Length,
                program.StartsFrom(rowsKnown),
                indices,
                program.ValuesFrom(rowsKnown)
            )
        );
        columnsKnown = program.Columns.Count;
        rowsKnown = program.Rows.Count;
        objectivesKnown = [.. program.Columns.Select(column => column.Objective)];
    }

    private SolverAnswer Answer(SolverTerms terms, double proven)
    {
        int status = HighsApi.Status(highs);
        if (status == HighsApi.Infeasible)
        {
            return new SolverAnswer(SolverEnd.Impossible, null, double.NegativeInfinity, []);
        }

        if (status is not (HighsApi.Optimal or HighsApi.TimeLimit or HighsApi.Interrupted))
        {
            return Failure(proven);
        }

        var values = new double[columnsKnown];
        var prices = new double[rowsKnown];
        Check(HighsApi.GetSolution(highs, values, new double[columnsKnown], new double[rowsKnown], prices));
        Check(HighsApi.GetDouble(highs, "objective_function_value", out double objective));
        SolverEnd end = status == HighsApi.Optimal ? SolverEnd.Solved : SolverEnd.Stopped;
        if (terms.IsRelaxed)
        {
            return end == SolverEnd.Solved
                ? new SolverAnswer(end, values, objective, prices)
                : new SolverAnswer(end, null, double.PositiveInfinity, []);
        }

        Check(HighsApi.GetDouble(highs, "mip_dual_bound", out double bound));
        Check(HighsApi.GetInt(highs, "primal_solution_status", out int found));
        return new SolverAnswer(end, found == 2 ? values : null, Math.Min(bound, proven), []);
    }

    private sealed class Run(Action<double> bound, bool isRelaxed, CancellationToken stop)
    {
        public double Bound { get; private set; } = double.PositiveInfinity;

        public CancellationToken Stop => stop;

        public bool IsRelaxed => isRelaxed;

        public void Tell(double proven)
        {
            if (proven < Bound)
            {
                Bound = proven;
                bound(proven);
            }
        }
    }
}
