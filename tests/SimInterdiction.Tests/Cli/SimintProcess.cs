using System.Diagnostics;
using System.Text;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal sealed class SimintProcess : IDisposable
{
    // A program that ignores what interrupts it would be waited for without end, as one does that was started by a
    // shell in the background.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly TaskCompletionSource<string> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> output;
    private readonly StringBuilder said = new();
    private readonly Task error;

    public SimintProcess(params string[] arguments)
        : this(arguments, folder: "") { }

    /// <summary>Started in a folder, as by somebody who works there.</summary>
    public SimintProcess(string[] arguments, string folder)
    {
        process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            }
        )!;
        output = ReadOutput();
        error = ReadError();
    }

    public bool HasEnded => process.HasExited;

    /// <summary>What it has written to standard error so far.</summary>
    public string Error
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public string Output => output.Result;

    /// <summary>The first line that it writes to standard output; empty where it ends without one.</summary>
    public Task<string> FirstLine => firstLine.Task;

    /// <summary>Ends it at once, as SIGKILL does, wherever it is.</summary>
    public void Kill() => process.Kill();

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

    /// <summary>What a scheduler sends.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();

    /// <exception cref="TimeoutException">It doesn't end; it is killed then.</exception>
    public int WaitForExit()
    {
        if (!process.WaitForExit(LongEnough))
        {
            process.Kill();
            throw new TimeoutException($"simint did not end within {LongEnough.TotalMinutes} minutes.");
        }

        Task.WaitAll(output, error);
        return process.ExitCode;
    }

    public void Dispose() => process.Dispose();

    private async Task ReadError()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }
    }

    private async Task<string> ReadOutput()
    {
        string? line = await process.StandardOutput.ReadLineAsync();
        firstLine.SetResult(line ?? "");
        return line is null ? "" : line + Environment.NewLine + await process.StandardOutput.ReadToEndAsync();
    }
}
