using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>What a finished process said and took.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="UserSeconds">CPU time in user mode, from start to exit, of all its threads.</param>
/// <param name="SystemSeconds">The same in the kernel.</param>
/// <param name="WallSeconds">Time on the clock.</param>
/// <param name="PeakMegabytes">Most memory that was resident, in 10^6 bytes; looked up every few milliseconds.</param>
internal sealed record ChildRun(string Output, double UserSeconds, double SystemSeconds, double WallSeconds, double PeakMegabytes)
{
    /// <summary>CPU time in all.</summary>
    public double CpuSeconds => UserSeconds + SystemSeconds;
}

/// <summary>Runs programs as processes of their own.</summary>
internal static partial class Child
{
    private const int Children = -1;
    private const int PollMilliseconds = 20;

    /// <summary>The command that runs one of this project's own programs.</summary>
    public static string[] Own(string name, params IEnumerable<string> words) => [Environment.ProcessPath!, "program", name, .. words];

    /// <exception cref="InvalidOperationException">The program fails.</exception>
    public static ChildRun Run(IReadOnlyList<string> command, string? folder = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? string.Empty,
        };
        ResourceUsage before = UsageOfChildren();
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        double peak = 0;
        do
        {
            peak = Math.Max(peak, PeakMegabytes(process.Id));
        } while (!process.WaitForExit(PollMilliseconds));

        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', command)} ended with {process.ExitCode}:\n{output.Result}{errors.Result}"
            );
        }

        ResourceUsage after = UsageOfChildren();
        return new ChildRun(output.Result, after.User - before.User, after.System - before.System, wall, peak);
    }

    /// <summary>Whether a command can be run and succeeds.</summary>
    public static bool Succeeds(params string[] command)
    {
        try
        {
            Run(command);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Process.UserProcessorTime can't be asked of a process that has exited; the kernel adds a child's time to its
    // parent's account when it has.
    private static ResourceUsage UsageOfChildren() =>
        GetResourceUsage(Children, out ResourceUsage usage) == 0 ? usage : throw new InvalidOperationException("getrusage failed.");

    // The kernel's high-water mark; none of a process that is gone.
    private static double PeakMegabytes(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct ResourceUsage
    {
        private readonly long userSeconds;
        private readonly long userMicroseconds;
        private readonly long systemSeconds;
        private readonly long systemMicroseconds;

        public double User => userSeconds + (userMicroseconds / 1e6);

        public double System => systemSeconds + (systemMicroseconds / 1e6);
    }
}
