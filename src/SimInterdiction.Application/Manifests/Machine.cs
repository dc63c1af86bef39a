using System.Runtime.InteropServices;

namespace SimInterdiction.Application.Manifests;

/// <summary>The machine a run was simulated on, for its manifest.</summary>
public sealed record Machine
{
    public required string Os { get; init; }

    public required string Architecture { get; init; }

    public required string Cpu { get; init; }

    public required int Cores { get; init; }

    public required string Runtime { get; init; }

    public static Machine Here =>
        new()
        {
            Os = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.OSArchitecture.ToString(),
            Cpu = CpuName(),
            Cores = Environment.ProcessorCount,
            Runtime = RuntimeInformation.FrameworkDescription,
        };

    private static string CpuName()
    {
        const string Listing = "/proc/cpuinfo";
        if (!File.Exists(Listing))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
        }

        string? line = File.ReadLines(Listing).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? "unknown" : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
