using System.Runtime.CompilerServices;
using SimInterdiction.Cli.Documents;
using SimInterdiction.Cli.Solving;

namespace SimInterdiction.Cli;

/// <summary>One command, with the terminal's streams; apart from where failures to load its parts are caught.</summary>
internal static class Start
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] args) =>
        args is [SolverCommand.Name] ? SolverCommand.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput())
        : args is [DocumentCommand.Name] ? DocumentCommand.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput())
        : CommandLine.Invoke(args, Console.Out, Console.Error);
}
