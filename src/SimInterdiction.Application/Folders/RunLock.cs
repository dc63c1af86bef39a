namespace SimInterdiction.Application.Folders;

/// <summary>
/// Lets one process at a time write to a run: an operating-system lock on a file, which ends with the process
/// however it ends, so that none is ever left over.
/// </summary>
public sealed class RunLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    // What the operating systems say when somebody else has the file: Linux, macOS, Windows.
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Waits until the lock is free and takes it.</summary>
    /// <param name="path">The file; made if need be, and left behind.</param>
    /// <param name="waiting">Called once if another process has it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Null when the waiting was ended.</returns>
    public static RunLock? Take(string path, Action waiting, CancellationToken cancellation)
    {
        RunLock? taken = TryTake(path);
        if (taken is null)
        {
            waiting();
        }

        while (taken is null && !cancellation.IsCancellationRequested)
        {
            cancellation.WaitHandle.WaitOne(BetweenTries);
            taken = TryTake(path);
        }

        return taken;
    }

    public void Dispose() => file.Dispose();

    private static RunLock? TryTake(string path)
    {
        try
        {
            return new RunLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (InUse.Contains(error.HResult))
        {
            return null;
        }
    }
}
