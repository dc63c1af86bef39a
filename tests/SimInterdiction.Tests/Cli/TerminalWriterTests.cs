using SimInterdiction.Cli;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Tests.Cli;

/// <summary>What reaches the terminal is safe to show, and a stream that can't be written to is named and stops
/// nothing.</summary>
public sealed class TerminalWriterTests
{
    [Test]
    public void Whatever_is_written_however_it_is_made_safe()
    {
        using var inner = new StringWriter { NewLine = "\n" };
        using var writer = new TerminalWriter(inner);
        writer.Write('\u001b');
        writer.Write("\u001b[2J");
        writer.Write("[{0}]", "\u202e");
        writer.Write(['a', '\u009b'], 0, 2);
        writer.Write("\u0007".AsSpan());
        writer.WriteLine($"{"\b"}");
        Assert.That(inner.ToString().TrimEnd(), Is.EqualTo("\\u001B\\u001B[2J[\\u202E]a\\u009B\\u0007\\u0008"));
    }

    [TestCase("check", "no\u001b[31m\u202efile.yaml")]
    [TestCase("run", "no\u001b[31m\u202efile.yaml")]
    [TestCase("verify", "a\u001b]0;title\u0007\u202erun")]
    [TestCase("explain", "\u001b[2Jcode")]
    [TestCase("\u001b[2Jcommand", "x")]
    public void Names_of_files_runs_and_commands_are_made_safe(string command, string name)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Invoke([command, name], output, error);
        Assert.That(code, Is.Not.Zero);
        Assert.That(
            output.ToString() + error,
            Does.Not.Contain("\u001b").And.Not.Contain("\u202e").And.Not.Contain("\u0007").And.Contain("\\u001B")
        );
    }

    [Test]
    public void Where_standard_output_can_t_be_written_to_the_command_ends_and_says_so()
    {
        using var full = new FullDisk();
        using var error = new StringWriter();
        Assert.That(CommandLine.Invoke(["list", "measures"], full, error), Is.EqualTo(ExitCode.RunFailed));
        Assert.That(
            error.ToString().Trim(),
            Is.EqualTo("simint: not everything could be written to standard output: No space left on device.")
        );
    }

    [Test]
    public void Where_the_error_stream_can_t_be_written_to_the_answer_is_the_same()
    {
        using var full = new FullDisk();
        using var output = new StringWriter();
        Assert.That(CommandLine.Invoke(["check", "no such file.yaml"], output, full), Is.EqualTo(ExitCode.ScenarioErrors));
        Assert.That(CommandLine.Invoke(["list", "measures"], output, full), Is.EqualTo(ExitCode.Ok));
    }

    // Closing and filling real streams needs a shell.
    [TestCase("check FILE >&-", ExitCode.RunFailed, "standard output: it is closed")]
    [TestCase("check FILE >/dev/full", ExitCode.RunFailed, "standard output: No space left on device")]
    [TestCase("list measures 2>&- | head -1 >/dev/null; exit ${PIPESTATUS[0]}", ExitCode.Ok, "")]
    [TestCase("check FILE 2>&-", ExitCode.Ok, "")]
    [TestCase("check FILE.missing 2>/dev/full", ExitCode.ScenarioErrors, "")]
    public void A_closed_or_full_stream_is_named_without_a_stack_trace(string command, int code, string words)
    {
        Assume.That(OperatingSystem.IsLinux(), Is.True);
        (int ended, string said) = Shell(command);
        Assert.That((ended, said), Is.EqualTo((code, said)));
        Assert.That(said, Does.Contain(words).And.Not.Contain("   at "));
    }

    [Test]
    public void With_too_few_open_files_allowed_the_program_says_so([Values(24, 28, 32, 40, 64, 70, 90, 100)] int most)
    {
        Assume.That(OperatingSystem.IsLinux(), Is.True);
        (int ended, string said) = Shell($"check FILE", $"ulimit -n {most}; ");
        Assert.That((ended, said), Is.EqualTo((ExitCode.RunFailed, said)).Or.EqualTo((ExitCode.Ok, said)));
        Assert.That(said, Does.Not.Contain("   at ").And.Not.Contain("Unhandled").And.Not.Contain("internal error"));
        Assert.That(most < 60 || said.Contains("ulimit -n", StringComparison.Ordinal), Is.True, said);
    }

    private static (int Code, string Said) Shell(string command, string before = "")
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(file, Scenarios.Files.Base);
        string script =
            $"{before}dotnet '{typeof(ExitCode).Assembly.Location}' {command.Replace("FILE", $"'{file}'", StringComparison.Ordinal)}";
        using var shell = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("bash", ["-c", script]) { RedirectStandardError = true }
        )!;
        string said = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, said);
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }
}
