using SimInterdiction.Model;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What a rule looks at, and where it reports.</summary>
/// <param name="Scenario">The scenario as bound; where a value could not be read it holds an empty one, which rules
/// pass over.</param>
/// <param name="Root">The tree it was bound from.</param>
/// <param name="Written">The tree before inheritance.</param>
/// <param name="Problems">Takes what breaks the rule.</param>
internal sealed record RuleContext(Scenario Scenario, MapNode Root, MapNode Written, ProblemList Problems)
{
    private readonly Dictionary<(string, string), double> milesToDrive = [];
    private RouteMap? map;

    /// <summary>How many replications are asked for; null for as many as the scenario says.</summary>
    public int? ReplicationsAsked { get; init; }

    /// <summary>What is wrong with deployments that were generated.</summary>
    public GeneratedProblems Generated { get; init; } = new(new Dictionary<string, Mark>(), Problems);

    /// <summary>The corridors on the ground, for rules that look at scenarios without errors only.</summary>
    public RouteMap Map => map ??= RouteMap.Build(Scenario);

    /// <summary>How many miles a team drives from one checkpoint to another, in a scenario without errors.</summary>
    public double MilesBetween(string checkpoint, string other)
    {
        (string From, string To) places = (Scenario.PlaceOf(checkpoint), Scenario.PlaceOf(other));
        if (!milesToDrive.TryGetValue(places, out double miles))
        {
            miles = Map.MilesToDrive(places.From, places.To);
            milesToDrive.Add(places, miles);
        }

        return miles;
    }

    /// <summary>Takes what is wrong with a deployment.</summary>
    public ITakeProblems ProblemsOf(string deployment) => Generated.Of(deployment);

    /// <summary>Where the value at the path stands; the nearest key around it where it was left out.</summary>
    public Mark At(params ReadOnlySpan<string> path) => TreePath.MarkOf(Root, path);

    /// <summary>Where the key at the path stands, or that of the nearest map around it.</summary>
    public Mark KeyAt(params ReadOnlySpan<string> path) => TreePath.KeyMarkOf(Root, path);

    /// <summary>Where values stand that must add up: the first that was set beside the file, which makes them another
    /// sum, else the key at the path.</summary>
    public Mark SumAt(IEnumerable<Node?> parts, params ReadOnlySpan<string> path) =>
        parts.FirstOrDefault(part => part?.Mark.File == Given.Settings)?.Mark ?? KeyAt(path);

    /// <summary>Whether the value at the path was copied whole by inheritance.</summary>
    public bool IsInherited(params ReadOnlySpan<string> path) =>
        TreePath.Find(Root, path[..^1]) is MapNode map && map.Find(path[^1])?.Via is not null;

    /// <summary>Whether something is written at the path.</summary>
    public bool Has(params ReadOnlySpan<string> path) => TreePath.Find(Root, path) is not null;

    /// <summary>The names that a section gives.</summary>
    public IReadOnlyCollection<string> NamesIn(string section) => Root.Find(section)?.Value is MapNode map ? map.Keys : [];
}
