using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Results;

/// <summary>
/// Makes documents of runs, as the command line makes them, but into memory: whoever reads one needs no room on the
/// disk. In a process of its own, as what is loaded to make them stays until a process ends; that waits a while for
/// the next one, which takes half as long in it. One at a time, since each takes a core for a while.
/// </summary>
internal sealed class DocumentDesk : IDisposable
{
    /// <summary>How long the process waits for the next document.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DocumentProgram program;
    private readonly Workspace workspace;
    private readonly Lock busy = new();
    private readonly ITimer timer;
    private Process? process;

    /// <param name="program">What makes them.</param>
    /// <param name="workspace">Where the results are.</param>
    public DocumentDesk(DocumentProgram program, Workspace workspace)
    {
        this.program = program;
        this.workspace = workspace;
        timer = workspace.Clock.CreateTimer(_ => EndIfIdle(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Makes a document of a run.</summary>
    /// <returns>What it holds; or an answer that says why there is none.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public Task<(byte[]? Content, IResult? Refusal)> Make(string run, DocumentKind kind, CancellationToken stop) =>
        Task.Run(() => Of(run, kind, stop), stop);

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        lock (busy)
        {
            End();
        }
    }

    private (byte[]? Content, IResult? Refusal) Of(string run, DocumentKind kind, CancellationToken stop)
    {
        lock (busy)
        {
            stop.ThrowIfCancellationRequested();
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            try
            {
                Process running = process ??= Start();
                using CancellationTokenRegistration ofStop = stop.Register(() => Kill(running));
                DocumentMessages.WriteRequest(running.StandardInput.BaseStream, workspace.Results, run, kind.File);
                (byte[]? content, string? why) = DocumentMessages.ReadAnswer(running.StandardOutput.BaseStream);
                timer.Change(Patience, Timeout.InfiniteTimeSpan);
                return (content, why is null ? null : Answers.Of(StatusCodes.Status409Conflict, why));
            }
            catch (Exception failure) when (failure is IOException or Win32Exception or InvalidOperationException)
            {
                End();
                stop.ThrowIfCancellationRequested();
                return (
                    null,
                    Answers.Of(
                        StatusCodes.Status500InternalServerError,
                        $"{kind.File} could not be made: the process that makes it ended before."
                    )
                );
            }
        }
    }

    private Process Start() =>
        Process.Start(
            new ProcessStartInfo(program.File, program.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            }
        ) ?? throw new InvalidOperationException("The process did not start.");

    private void EndIfIdle()
    {
        if (busy.TryEnter())
        {
            try
            {
                End();
            }
            finally
            {
                busy.Exit();
            }
        }
    }

    private void End()
    {
        if (process is { } running)
        {
            Kill(running);
            running.Dispose();
            process = null;
        }
    }

    private static void Kill(Process running)
    {
        try
        {
            running.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
