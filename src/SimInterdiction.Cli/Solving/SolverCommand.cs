using System.Runtime.InteropServices;
using SimInterdiction.Optimization.Processes;

namespace SimInterdiction.Cli.Solving;

/// <summary>The program as the solver of another one: a command for programs alone, which no help shows.</summary>
internal static class SolverCommand
{
    /// <summary>The only argument.</summary>
    public const string Name = "--solve";

    /// <summary>This program, to be started as the solver.</summary>
    public static SolverProgram Program
    {
        get
        {
            (string file, IReadOnlyList<string> arguments) = OwnProgram.For(Name);
            return new SolverProgram(file, arguments);
        }
    }

    /// <summary>Solves until there is nothing more to solve.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Serve(Stream requests, Stream answers)
    {
        // Ctrl-C is for the program that asked, which ends this one.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        SolverWorker.Serve(requests, answers);
        return ExitCode.Ok;
    }
}
