using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.World;

/// <summary>What the things of a scenario are, apart from what they are called and where they stand in the file: the
/// words that name their luck, and their order.</summary>
/// <remarks>
/// Luck must not hang on a name or a position, and not on a number that a study varies either: the same shipment meets
/// the same luck whatever a rate, a chance or a belief is, and whatever else there is. So a place is its point, and a
/// flow is where it leaves from; only where several flows leave from one place does it count what they are, and then
/// their ways before their numbers. What nothing tells apart may change places without anybody noticing; there the name
/// decides.
/// </remarks>
public sealed class Identities
{
    private readonly Scenario scenario;
    private readonly RouteMap map;
    private readonly FlowOrder flows;

    /// <param name="scenario">A scenario whose names all exist.</param>
    /// <param name="map">Its corridors.</param>
    public Identities(Scenario scenario, RouteMap map)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(map);
        this.scenario = scenario;
        this.map = map;
        flows = new FlowOrder(scenario, map);
    }

    /// <summary>The places' names, from north to south.</summary>
    public IReadOnlyCollection<string> Places => map.Order.Names;

    /// <summary>The flows' names, from north to south by where they leave from.</summary>
    public IReadOnlyCollection<string> Flows => flows.Names;

    /// <summary>What a place is called by random numbers.</summary>
    public string WordOfPlace(string place) => map.Order.WordOf(place);

    /// <summary>What a flow is called by random numbers.</summary>
    public string WordOfFlow(string flow) => flows.WordOf(flow);

    /// <summary>What an organization is called by random numbers: as the first of its flows.</summary>
    public string WordOfOrganization(string organization) => WordOfFlow(Flows.First(flow => scenario.OrganizationOf(flow) == organization));

    /// <summary>Kinds and their shares in a flow's mix: the commonest first; of those as common here, by how common
    /// they are in each flow.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> MixOf(string flow) =>
        [
            .. (scenario.Flows[flow].Mix ?? new Dictionary<string, double> { [CompiledFlow.UnnamedKind] = 1 })
                .OrderByDescending(kind => kind.Value)
                .ThenBy(kind => UseOf(kind.Key), StringComparer.Ordinal)
                .ThenBy(kind => kind.Key, StringComparer.Ordinal),
        ];

    private string UseOf(string kind) =>
        string.Join(' ', Flows.Select(flow => CanonicalText.Of(scenario.Flows[flow].Mix?.GetValueOrDefault(kind) ?? 0)));
}
