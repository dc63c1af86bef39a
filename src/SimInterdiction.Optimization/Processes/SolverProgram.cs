namespace SimInterdiction.Optimization.Processes;

/// <summary>The program that solves in a process of its own: it calls <see cref="SolverWorker.Serve"/>.</summary>
/// <param name="File">Its file.</param>
/// <param name="Arguments">What to start it with.</param>
public sealed record SolverProgram(string File, IReadOnlyList<string> Arguments);
