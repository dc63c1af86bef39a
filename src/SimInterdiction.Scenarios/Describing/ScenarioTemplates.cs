using System.Reflection;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>Scenario files to begin with, for <c>simint init</c>.</summary>
public static class ScenarioTemplates
{
    private const string Folder = "SimInterdiction.Scenarios.Templates.";

    /// <summary>The smallest first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["smallest", "two-corridors"];

    /// <summary>The text of a template.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static string TextOf(string name)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{name}.yaml");
        if (stream is null || !Names.Contains(name))
        {
            throw new ArgumentException($"There is no template '{name}'; there are {string.Join(" and ", Names)}.", nameof(name));
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
