using System.ComponentModel;
using System.Diagnostics;

namespace SimInterdiction.Cli.Terminal;

/// <summary>Shows files to whoever sits at the machine.</summary>
internal static class Screen
{
    /// <summary>Whether there is one: on Linux, only with a display server.</summary>
    private static bool IsThere =>
        !OperatingSystem.IsLinux()
        || new[] { "DISPLAY", "WAYLAND_DISPLAY" }.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    /// <summary>Opens a file in the program meant for it; false where there is no screen or no such program.</summary>
    public static bool TryOpen(string path)
    {
        try
        {
            using Process? viewer = IsThere ? Process.Start(new ProcessStartInfo(Path.GetFullPath(path)) { UseShellExecute = true }) : null;
            return viewer is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
