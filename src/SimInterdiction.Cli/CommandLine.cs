using System.CommandLine;
using System.CommandLine.Parsing;
using SimInterdiction.Cli.Commands;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli;

/// <summary>The program's commands, and what happens when one is called wrongly or fails.</summary>
internal static class CommandLine
{
    private const string TraceVariable = "SIMINT_TRACE";

    // Who calls the program by its name alone is new to it.
    private const string Beginning = """
        simint compares deployments of task forces against southbound firearms
        trafficking, by simulation of synthetic shipments. To begin:

          simint demo            runs the shipped scenario and opens its report
          simint serve           opens a page in the browser, to do all of it there
          simint init my-study   writes a small scenario to start from
          simint check FILE      finds every mistake in a scenario
          simint run FILE        compares the deployments of a scenario

        All commands: simint --help. One of them: simint run --help.

        """;

    /// <summary>
    /// Runs one command. Whatever it writes is made safe to show; where standard output can't be written to, it does
    /// its work all the same and says so.
    /// </summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Invoke(string[] args, TextWriter standardOutput, TextWriter standardError)
    {
        using var output = new TerminalWriter(standardOutput);
        using var error = new TerminalWriter(standardError);
        int code = Run(args, output, error);
        output.Flush();
        if (output.Trouble is { } trouble)
        {
            error.WriteLine($"simint: not everything could be written to standard output: {trouble}.");
            return code == ExitCode.Ok ? ExitCode.RunFailed : code;
        }

        return code;
    }

    private static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length == 0)
        {
            output.Write(Beginning);
            return ExitCode.Ok;
        }

        RootCommand root = Commands(output, error);
        ParseResult parsed = root.Parse(args);
        if (Misspelling.In(parsed) is { } misspelt)
        {
            error.WriteLine($"simint: {misspelt}");
            error.WriteLine($"See 'simint {string.Join(' ', CommandPath(parsed))}--help'.");
            return ExitCode.Usage;
        }

        string[] problems = [.. parsed.Errors.Select(problem => problem.Message), .. Empty(parsed)];
        if (problems.Length > 0)
        {
            foreach (string problem in problems)
            {
                error.WriteLine($"simint: {Shortened.Sentence(problem)}");
            }

            error.WriteLine($"See 'simint {string.Join(' ', CommandPath(parsed))}--help'.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            error.WriteLine($"simint: {Shortened.Sentence(failure.Message)}");
            return ExitCode.RunFailed;
        }
        catch (Exception failure) when (failure.GetBaseException() is OutOfMemoryException)
        {
            error.WriteLine(
                "simint: memory ran out. What had begun to be saved stays saved: the same command goes on from there. Fewer threads "
                    + "(--jobs 1) take less memory."
            );
            return ExitCode.RunFailed;
        }
        catch (Exception failure) when (Environment.GetEnvironmentVariable(TraceVariable) is null)
        {
            error.WriteLine($"simint: an internal error: {Shortened.Sentence(failure.Message)}");
            error.WriteLine(
                "A run that had begun keeps what it saved; the same command resumes it. "
                    + $"Set {TraceVariable}=1 to see where it failed, for a report to the developers."
            );
            return ExitCode.RunFailed;
        }
    }

    private static RootCommand Commands(TextWriter output, TextWriter error) =>
        new("Compares deployments of task forces against southbound firearms trafficking, by simulation of synthetic shipments.")
        {
            RunCommand.Create(output, error),
            DemoCommand.Create(output, error),
            ServeCommand.Create(output, error),
            SensitivityCommand.Create(output, error),
            CheckCommand.Create(output, error),
            ExpectCommand.Create(output, error),
            OptimizeCommand.Create(output, error),
            CompareCommand.Create(output, error),
            ReportCommand.Create(output, error),
            PlotCommand.Create(output, error),
            VerifyCommand.Create(output, error),
            WorkerCommand.Create(error),
            WorkersCommand.Create(output, error),
            CalibrateCommand.Create(output, error),
            ValidateCommand.Create(output, error),
            ReplayCommand.Create(output, error),
            ShowCommand.Create(output, error),
            InitCommand.Create(output, error),
            ListCommand.Create(output),
            SettingsCommand.Create(output, error),
            ExplainCommand.Create(output, error),
            SchemaCommand.Create(output),
        };

    // What was refused already needs no second reason.
    private static IEnumerable<string> Empty(ParseResult parsed) =>
        parsed.Errors.Count > 0
            ? []
            : parsed
                .CommandResult.Children.OfType<OptionResult>()
                .Where(given => given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                .Select(given => $"{given.Option.Name} takes {given.Option.HelpName ?? "a value"}, and what it was given is empty.");

    private static IEnumerable<string> CommandPath(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand)
        {
            yield return parsed.CommandResult.Command.Name + " ";
        }
    }
}
