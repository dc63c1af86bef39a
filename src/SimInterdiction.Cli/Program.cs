using Microsoft.Win32.SafeHandles;
using SimInterdiction.Cli;

// Parts of the program are loaded when they are first needed, and fail in as many ways where a process may open very
// few files: so that is tried first. Nothing that would have to be loaded is of use here.
if (!OperatingSystem.IsWindows() && !MayOpen(files: 120))
{
    return Refuse();
}

try
{
    return Start.Run(args);
}
catch (Exception failure) when (failure is IOException or TypeInitializationException or TypeLoadException or BadImageFormatException)
{
    return Refuse();
}

static bool MayOpen(int files)
{
    var handles = new SafeFileHandle?[files];
    try
    {
        for (int i = 0; i < files; i++)
        {
            handles[i] = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }

        return true;
    }
    catch (IOException)
    {
        return false;
    }
    finally
    {
        foreach (SafeFileHandle? handle in handles)
        {
            handle?.Dispose();
        }
    }
}

static int Refuse()
{
    if (!OperatingSystem.IsWindows())
    {
        using var errorStream = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        errorStream.Write(
            "simint: parts of the program can't be loaded. Is it whole, and may a process open enough files (ulimit -n, 256 or more)?\n"u8
        );
    }

    return ExitCode.RunFailed;
}
