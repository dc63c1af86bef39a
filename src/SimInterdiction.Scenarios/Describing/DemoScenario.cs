using System.Reflection;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>The shipped scenario of the southwest border with its tables, for <c>simint demo</c> wherever it is
/// started.</summary>
public static class DemoScenario
{
    private const string Folder = "SimInterdiction.Scenarios.Demo.";

    /// <summary>The scenario's file.</summary>
    public const string FileName = "demo.yaml";

    /// <summary>The files by name, the scenario first.</summary>
    public static IEnumerable<(string Name, string Text)> Files =>
        new[] { FileName, "southbound-places.csv", "southbound-roads.csv" }.Select(name => (name, TextOf(name)));

    private static string TextOf(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
