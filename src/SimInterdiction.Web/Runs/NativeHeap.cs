using System.Runtime.InteropServices;

namespace SimInterdiction.Web.Runs;

/// <summary>The memory outside of .NET's, which drawing takes. GNU's library keeps much of what is freed in it, in
/// holes; other systems can't be asked.</summary>
internal static class NativeHeap
{
    private const int LeastOfItsOwn = -3;
    private const int MostArenas = -8;
    private const int LargeBytes = 64 << 10;

    /// <summary>Has one heap for all threads, and what is large apart from it, so that it is given back when it is
    /// freed.</summary>
    public static void KeepWhole() =>
        Ask(() =>
        {
            _ = Set(MostArenas, 1);
            _ = Set(LeastOfItsOwn, LargeBytes);
        });

    /// <summary>Gives back what is free.</summary>
    public static void GiveBack() => Ask(() => _ = Trim(0));

    private static void Ask(Action ask)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            ask();
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException) { }
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nint pad);

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int what, int to);
}
