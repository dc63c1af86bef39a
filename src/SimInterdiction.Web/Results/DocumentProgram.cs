namespace SimInterdiction.Web.Results;

/// <summary>The program that makes documents in a process of its own: it calls
/// <see cref="DocumentWorker.Serve"/>.</summary>
/// <param name="File">Its file.</param>
/// <param name="Arguments">What to start it with.</param>
public sealed record DocumentProgram(string File, IReadOnlyList<string> Arguments);
