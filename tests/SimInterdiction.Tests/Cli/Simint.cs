using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>The program called with arguments, as from a terminal but in this process; see
/// <see cref="SimintProcess"/> for one that can be killed.</summary>
internal static class Simint
{
    public static SimintCall Call(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = CommandLine.Invoke(arguments, output, error);
        return new SimintCall(code, output.ToString(), error.ToString());
    }
}

/// <summary>What came of a call.</summary>
/// <param name="Code">An <see cref="ExitCode"/>.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to the error stream.</param>
internal sealed record SimintCall(int Code, string Output, string Error);
