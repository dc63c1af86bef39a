using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Running;

/// <summary><c>manifest.json</c>: all that is needed to know where a run's numbers come from and to make them again.</summary>
internal static class Manifest
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The program's version; with the commit it was built from where that is known.</summary>
    public static string FullVersion { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static string Version => FullVersion.Split('+')[0];

    public static string ToJson(StudyResult result, Provenance provenance, ScenarioReading reading, SortedDictionary<string, string> files, double peakMegabytes) => JsonSerializer.Serialize(
        new
        {
            SyntheticData = "SYNTHETIC DATA. Not evidence about real shipments.",
            provenance.Run,
            Scenario = new { result.Scenario.Title, File = provenance.ScenarioFile, provenance.Sha256, OtherFiles = reading.OtherFiles.Select(f => new { f.Name, f.Sha256 }) },
            provenance.Command,
            provenance.Date,
            Version = FullVersion,
            result.Seed,
            result.Replications,
            result.ReplicationsAsked,
            result.Baseline,
            Deployments = result.Deployments.Select(d => d.Name),
            FailedReplications = result.Failed,
            Machine = new
            {
                Os = RuntimeInformation.OSDescription,
                Architecture = RuntimeInformation.OSArchitecture.ToString(),
                Runtime = RuntimeInformation.FrameworkDescription,
                Cores = Environment.ProcessorCount,
            },
            Work = new
            {
                ElapsedS = Math.Round(provenance.ElapsedSeconds, 2),
                result.Work.Events,
                result.Work.Shipments,
                result.Work.Searches,
                EventsPerSecond = Math.Round(result.Work.Events / Math.Max(provenance.ElapsedSeconds, 1e-9)),
                PeakMemoryMb = Math.Round(peakMegabytes),
            },
            provenance.Uncertain,
            OutputSha256 = files,
            provenance.ResolvedYaml,
        },
        Options);
}
