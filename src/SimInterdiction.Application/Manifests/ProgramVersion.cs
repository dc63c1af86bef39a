using System.Reflection;

namespace SimInterdiction.Application.Manifests;

/// <summary>Which program made a result.</summary>
public static class ProgramVersion
{
    private static readonly string Informational = typeof(ProgramVersion)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Number => Informational.Split('+')[0];

    /// <summary>The commit it was built from; null where that is not known.</summary>
    public static string? Commit => Informational.Contains('+') ? Informational.Split('+')[1] : null;

    /// <summary>Whether the sources differed from the commit; null where that is not known.</summary>
    public static bool? IsDirty { get; } =
        bool.TryParse(
            typeof(ProgramVersion)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .FirstOrDefault(a => a.Key == "SourcesDiffer")
                ?.Value,
            out bool differ
        )
            ? differ
            : null;
}
