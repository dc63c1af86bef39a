using System.Runtime.InteropServices;

namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>Where the numbers come from, for the head of a table.</summary>
internal static class Machine
{
    public static string Describe()
    {
        string[] parts =
        [
            $"{Environment.ProcessorCount} x {Processor()}",
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            .. ReferencePrograms.Versions(),
        ];
        return string.Join("; ", parts);
    }

    /// <summary>The folder with the solution.</summary>
    public static string Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SimInterdiction.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks are run from inside the repository.");
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
