using System.Reflection;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>What each code means: the files of <c>Problems/Explained</c>, which the build puts into the
/// assembly.</summary>
public static class ProblemCatalog
{
    private const string Folder = "SimInterdiction.Scenarios.Explained.";

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(e => e.Code, StringComparer.Ordinal),
    ];

    /// <summary>The explanation of a code, whatever its case; null if there is no such code.</summary>
    public static ProblemExplanation? Find(string code) =>
        All.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.OrdinalIgnoreCase));

    private static ProblemExplanation Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return ProblemExplanation.Parse(reader.ReadToEnd());
    }
}
