using Microsoft.Win32.SafeHandles;
using SimInterdiction.Cli;

try
{
    return Start.Run(args);
}
catch (Exception failure) when (failure is IOException or TypeInitializationException or TypeLoadException or BadImageFormatException)
{
    // Parts of the program are loaded when they are first needed, which fails where a process may open very few files; so nothing that
    // would have to be loaded is of use here.
    if (!OperatingSystem.IsWindows())
    {
        using var errorStream = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        errorStream.Write("simint: parts of the program can't be loaded. Is it whole, and may a process open enough files (ulimit -n, 256 or more)?\n"u8);
    }

    return ExitCode.RunFailed;
}
