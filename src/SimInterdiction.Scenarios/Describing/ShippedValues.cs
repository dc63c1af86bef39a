using System.Reflection;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>What the shipped scenarios write at which key: values as they are usually written, and no
/// defaults.</summary>
internal static class ShippedValues
{
    private const string Folder = "SimInterdiction.Scenarios.Shipped.";

    /// <summary>Those of the southwest border as it is simulated, then what the others write themselves.</summary>
    public static IReadOnlyList<(string[] Steps, string Value)> Read() =>
        [
            .. new[] { ScenarioReader.ReadText(DemoScenario.Files.First().Text).Resolved }
                .Concat(Others())
                .SelectMany(scenario => scenario.Values())
                .Where(value => value.Source != ResolvedScenario.ByDefault)
                .Select(value => (value.Path.Split('.'), value.Value)),
        ];

    private static IEnumerable<ResolvedScenario> Others()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            if (YamlReader.Read(name, reader.ReadToEnd(), new ProblemList()) is MapNode tree)
            {
                yield return new ResolvedScenario(tree);
            }
        }
    }
}
