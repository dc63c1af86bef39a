using System.Reflection;
using System.Runtime.InteropServices;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// What stands for everything but the scenario that decides a replication's numbers: the sources of engine and model,
/// and the kind of machine, since the last digit of a logarithm is the platform's.
/// </summary>
/// <remarks>
/// Made from the sources by the build (see Directory.Build.targets), so that nobody can forget to raise it. A changed
/// comment counts as another version too: simulating again costs less than one number that is silently of the past.
/// </remarks>
public static class ModelVersion
{
    /// <summary>Such as <c>3fa01c92b7de/linux-x64/net10</c>.</summary>
    public static string Current { get; } = $"{Sources}/{System}-{Processor}/net{Environment.Version.Major}";

    /// <summary>What stands for all that makes results of replications, which decides no replication.</summary>
    internal static string Analysis { get; } = SourceHashOf(typeof(ModelVersion));

    private static string Sources => CanonicalText.HashOfText(SourceHashOf(typeof(EventCalendar)) + SourceHashOf(typeof(Scenario)))[..12];

    private static string Processor => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static string System =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "macos"
        : "linux";

    private static string SourceHashOf(Type type) =>
        type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "SourceHash")?.Value
        ?? throw new InvalidOperationException($"{type.Assembly.GetName().Name} was built without the hash of its sources.");
}
