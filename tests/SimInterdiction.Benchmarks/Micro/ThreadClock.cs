using System.Runtime.InteropServices;
using Perfolizer.Horology;

namespace SimInterdiction.Benchmarks.Micro;

/// <summary>CPU time of the calling thread, which stands still while the thread waits for a core.</summary>
internal sealed partial class ThreadClock : IClock
{
    private const int ThreadCpuTime = 3;
    private const long NanosecondsPerSecond = 1_000_000_000;

    public string Title => "CPU time of the thread";

    public bool IsAvailable => OperatingSystem.IsLinux();

    public Frequency Frequency => new(NanosecondsPerSecond);

    public long GetTimestamp() =>
        GetTime(ThreadCpuTime, out Timespec time) == 0
            ? (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds
            : throw new InvalidOperationException("clock_gettime failed.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
