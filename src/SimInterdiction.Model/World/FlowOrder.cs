using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.World;

/// <summary>The flows of a scenario in an order that hangs on what they are: from north to south by where they leave
/// from, and where several leave from one place, by what tells them apart.</summary>
internal sealed class FlowOrder
{
    private static readonly Dictionary<string, double> NoBeliefs = [];

    private readonly Scenario scenario;
    private readonly RouteMap map;
    private readonly Dictionary<string, string> words = [];

    /// <param name="scenario">A scenario whose names all exist.</param>
    /// <param name="map">Its corridors. Of those along the same places that a flow takes equally, which comes first
    /// does not matter here.</param>
    public FlowOrder(Scenario scenario, RouteMap map)
    {
        this.scenario = scenario;
        this.map = map;
        foreach (IGrouping<string, string> fromHere in scenario.Flows.Keys.GroupBy(map.OriginOf).OrderBy(g => map.Order.RankOf(g.Key)))
        {
            string origin = map.Order.WordOf(fromHere.Key);
            foreach ((int index, string name) in (fromHere.Count() == 1 ? fromHere : FlowsInOrder(fromHere)).Index())
            {
                words.Add(name, index == 0 ? origin : $"{origin} {index + 1}");
            }
        }
    }

    /// <summary>The flows' names, in order.</summary>
    public IReadOnlyCollection<string> Names => words.Keys;

    /// <summary>What a flow is called by random numbers.</summary>
    public string WordOf(string flow) => words[flow];

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
        Organization stated = scenario.OrganizationIn(null, organization);
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
        yield return LooksOf(stated);
        yield return string.Join(
            '\n',
            scenario
                .Experiment.Adversaries.Keys.Select(variant => LooksOf(scenario.OrganizationIn(variant, organization)))
                .Order(StringComparer.Ordinal)
        );
    }

    // Beliefs by what they are about, since it has a name.
    private string LooksOf(Organization organization)
    {
        Prior? prior = organization.RouteChoice?.Prior;
        Organization nameless = prior is null
            ? organization
            : organization with
            {
                RouteChoice = organization.RouteChoice! with { Prior = prior with { ByName = NoBeliefs } },
            };
        IEnumerable<string> beliefs = prior?.ByName.Select(belief => $"{PlacesOf(belief.Key)} {belief.Value:R}") ?? [];
        return string.Join('\n', beliefs.Order(StringComparer.Ordinal).Prepend(CanonicalText.Of(nameless)));
    }

    // A belief is about a checkpoint, a place, or a corridor.
    private string PlacesOf(string subject) =>
        scenario.Checkpoints.ContainsKey(subject) || scenario.Places.ContainsKey(subject)
            ? map.Order.WordOf(scenario.PlaceOf(subject))
            : string.Join(' ', map.Corridors.Where(c => c.Name == subject).SelectMany(c => c.Places).Select(map.Order.WordOf));

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
