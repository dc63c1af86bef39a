using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;

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
    private readonly Dictionary<string, string> flowWords = [];

    /// <param name="scenario">A scenario whose names all exist.</param>
    /// <param name="map">Its corridors.</param>
    public Identities(Scenario scenario, RouteMap map)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(map);
        this.scenario = scenario;
        this.map = map;
        foreach (IGrouping<string, string> fromHere in scenario.Flows.Keys.GroupBy(map.OriginOf).OrderBy(g => map.Order.RankOf(g.Key)))
        {
            string origin = map.Order.WordOf(fromHere.Key);
            foreach ((int index, string name) in (fromHere.Count() == 1 ? fromHere : FlowsInOrder(fromHere)).Index())
            {
                flowWords.Add(name, index == 0 ? origin : $"{origin} {index + 1}");
            }
        }
    }

    /// <summary>The places' names, from north to south.</summary>
    public IReadOnlyCollection<string> Places => map.Order.Names;

    /// <summary>The flows' names, from north to south by where they leave from.</summary>
    public IReadOnlyCollection<string> Flows => flowWords.Keys;

    /// <summary>What a place is called by random numbers.</summary>
    public string WordOfPlace(string place) => map.Order.WordOf(place);

    /// <summary>What a flow is called by random numbers.</summary>
    public string WordOfFlow(string flow) => flowWords[flow];

    /// <summary>What an organization is called by random numbers: as the first of its flows.</summary>
    public string WordOfOrganization(string organization) => flowWords[Flows.First(flow => scenario.OrganizationOf(flow) == organization)];

    /// <summary>Kinds and their shares in a flow's mix: the commonest first; of those as common here, by how common
    /// they are in each flow.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> MixOf(string flow) =>
        [
            .. (scenario.Flows[flow].Mix ?? new Dictionary<string, double> { [CompiledFlow.UnnamedKind] = 1 })
                .OrderByDescending(kind => kind.Value)
                .ThenBy(kind => UseOf(kind.Key), StringComparer.Ordinal)
                .ThenBy(kind => kind.Key, StringComparer.Ordinal),
        ];

    private IEnumerable<string> FlowsInOrder(IEnumerable<string> names)
    {
        string[][] looks = [.. names.Select(name => (string[])[.. LooksOf(name, scenario.Flows[name]), name])];
        return looks.Order(Comparer<string[]>.Create(Compare)).Select(look => look[^1]);
    }

    // What a study seldom varies comes first: then the luck of two flows is not exchanged by a number that goes beyond
    // the other's.
    private IEnumerable<string> LooksOf(string name, Flow flow)
    {
        string organization = scenario.OrganizationOf(name);
        string[] others =
        [
            .. scenario
                .Flows.Keys.Where(other => scenario.OrganizationOf(other) == organization)
                .Select(other => map.Order.WordOf(map.OriginOf(other))),
        ];
        Adversaries.Organization stated = scenario.OrganizationIn(null, organization);
        yield return $"{flow.Routes.To?.Kind}";
        yield return string.Join(
            '\n',
            map.SharesOf(name).Select(s => string.Join(' ', map.Corridors[s.Corridor].Places.Select(map.Order.WordOf)))
        );
        yield return $"{flow.Organization is null} {stated.RouteChoice?.Learns} "
            + string.Join(' ', stated.Adaptations.Select(each => each is null));
        yield return string.Join(' ', others.Order(StringComparer.Ordinal));
        yield return $"{flow.Mix?.Count} {flow.Profile is null}";
        yield return CanonicalText.Of(flow.Load);
        yield return CanonicalText.Of(flow.Mix?.Values.Order());
        yield return flow.Profile is { } profile
            ? CanonicalText.Of(
                new object[]
                {
                    profile.Months.OrderBy(m => m.Key),
                    profile.Weekdays.OrderBy(d => d.Key),
                    profile.Hours.OrderBy(h => h.Key.From.Minutes),
                }
            )
            : "";
        yield return CanonicalText.Of(map.SharesOf(name).Select(s => s.Share));
        yield return CanonicalText.Of(scenario.RateOf(flow));
        yield return CanonicalText.Of(stated with { RouteChoice = stated.RouteChoice is { } choice ? choice with { Prior = null } : null });
        yield return CanonicalText.Of(
            stated.RouteChoice?.Prior?.ByName.Select(belief => $"{PlacesOf(belief.Key)} {belief.Value:R}").Order(StringComparer.Ordinal)
        );
    }

    // A belief is about a checkpoint, a place, or a corridor.
    private string PlacesOf(string subject) =>
        scenario.Checkpoints.ContainsKey(subject) || scenario.Places.ContainsKey(subject)
            ? map.Order.WordOf(scenario.PlaceOf(subject))
            : string.Join(' ', map.Corridors.Where(c => c.Name == subject).SelectMany(c => c.Places).Select(map.Order.WordOf));

    private string UseOf(string kind) =>
        string.Join(' ', Flows.Select(flow => CanonicalText.Of(scenario.Flows[flow].Mix?.GetValueOrDefault(kind) ?? 0)));

    private static int Compare(string[] left, string[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (string.CompareOrdinal(left[i], right[i]) is int order and not 0)
            {
                return order;
            }
        }

        return 0;
    }
}
