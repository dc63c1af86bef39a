using System.Reflection;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Figures;

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

    /// <summary>What stands for all the code that makes results, words and pictures: builds of other sources, or upon
    /// other libraries, differ in it.</summary>
    internal static string Code { get; } =
        CanonicalText.HashOfText(
            string.Join(
                '\n',
                WithThoseBelow(typeof(ProgramVersion).Assembly)
                    .Select(assembly => $"{assembly.ManifestModule.ModuleVersionId}")
                    .Concat(typeof(Figure).Assembly.GetReferencedAssemblies().Select(library => library.FullName))
                    .Append(ModelVersion.Current)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
        );

    private static IEnumerable<Assembly> WithThoseBelow(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith($"{nameof(SimInterdiction)}.", StringComparison.Ordinal))
            .SelectMany(name => WithThoseBelow(Assembly.Load(name)))
            .Prepend(assembly);
}
