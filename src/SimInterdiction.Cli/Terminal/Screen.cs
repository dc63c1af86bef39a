using System.ComponentModel;
using System.Diagnostics;

namespace SimInterdiction.Cli.Terminal;

/// <summary>Shows files and pages to whoever sits at the machine.</summary>
internal static class Screen
{
    /// <summary>Whether there is one: on Linux, only with a display server.</summary>
    private static bool IsThere =>
        !OperatingSystem.IsLinux()
        || new[] { "DISPLAY", "WAYLAND_DISPLAY" }.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    /// <summary>Opens a file in the program meant for it; false where there is no screen or no such program.</summary>
    public static bool TryOpen(string path) => TryShow(Path.GetFullPath(path));

    /// <summary>Opens an address in the browser; false where there is no screen or no browser.</summary>
    public static bool TryOpen(Uri address) => TryShow(address.AbsoluteUri);

    private static bool TryShow(string what)
    {
        try
        {
            using Process? viewer = IsThere ? Process.Start(new ProcessStartInfo(what) { UseShellExecute = true }) : null;
            return viewer is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
