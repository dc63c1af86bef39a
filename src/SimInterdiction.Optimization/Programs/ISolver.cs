namespace SimInterdiction.Optimization.Programs;

/// <summary>Solves programs that grow from call to call.</summary>
public interface ISolver : IDisposable
{
    /// <summary>Finds the best values of the columns.</summary>
    /// <param name="program">Always the same one, to which columns and rows may have been added.</param>
    /// <param name="terms">How.</param>
    /// <param name="bound">Told of each upper bound of the objective that is proven on the way.</param>
    /// <param name="stop">Ends it early.</param>
    SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop);
}

/// <summary>How a program is solved.</summary>
/// <param name="IsRelaxed">Whether whole columns may be fractions.</param>
/// <param name="Gap">How far from the best a solution may be, in units of the objective.</param>
/// <param name="Seconds">How long it may take.</param>
/// <param name="IsPresolved">Whether the program is made smaller before it is solved: another way to the same
/// answer.</param>
public sealed record SolverTerms(bool IsRelaxed, double Gap, double Seconds, bool IsPresolved = false);

/// <summary>What a solver found.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Values">The best values it found, a column each; null for none.</param>
/// <param name="Bound">No values give an objective above this; infinity where nothing is proven.</param>
/// <param name="Prices">Where it was relaxed and solved, what one unit more of each row's bound would bring.</param>
public sealed record SolverAnswer(SolverEnd End, IReadOnlyList<double>? Values, double Bound, IReadOnlyList<double> Prices);

/// <summary>How a solver ended.</summary>
public enum SolverEnd
{
    /// <summary>Within the gap.</summary>
    Solved,

    /// <summary>No values are within all bounds.</summary>
    Impossible,

    /// <summary>Out of time, or told to stop.</summary>
    Stopped,

    /// <summary>It failed, or its process is gone.</summary>
    Failed,
}
