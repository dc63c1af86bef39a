using System.Runtime.InteropServices;

namespace SimInterdiction.Cli.Terminal;

/// <summary>Turns Ctrl-C and a polite kill into a request to finish what has begun; asked a second time, the program
/// ends at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignal()
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Request),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Request),
        ];
    }

    public CancellationToken Token => source.Token;

    /// <summary>Ends when it is asked.</summary>
    public async Task WaitAsync()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = source.Token.Register(asked.SetResult);
        await asked.Task;
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Request(PosixSignalContext context)
    {
        if (!source.IsCancellationRequested)
        {
            context.Cancel = true;
            source.Cancel();

            // The line that shows progress is left first.
            new TerminalWriter(Console.Error).WriteLine(
                $"{(Console.IsErrorRedirected ? string.Empty : Environment.NewLine)}Stopping. Ctrl-C again ends at once."
            );
        }
    }
}
