using System.Runtime.CompilerServices;
using SimInterdiction.Cli.Running;

namespace SimInterdiction.Cli;

/// <summary>One command, with the terminal's streams.</summary>
internal static class Start
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] args)
    {
        using var output = new TerminalWriter(Console.Out);
        using var error = new TerminalWriter(Console.Error);
        int code = CommandLine.Invoke(args, output, error);
        output.Flush();
        if (output.Trouble is { } trouble)
        {
            error.WriteLine($"simint: not everything could be written to standard output: {trouble}.");
            return code == ExitCode.Ok ? ExitCode.RunFailed : code;
        }

        return code;
    }
}
