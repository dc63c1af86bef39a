using System.Globalization;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Proposals;

/// <summary>Traffickers of several kinds, as sections of a file that is based on a scenario: a run of it then compares
/// deployments against each of them.</summary>
/// <param name="stated">The scenario.</param>
/// <param name="assumed">The same scenario against each kind, by a name for the kind: its organizations, of which those
/// that the scenario has not are of flows without any.</param>
public sealed class ProposedAdversaries(Scenario stated, IReadOnlyList<(string Name, Scenario Scenario)> assumed)
{
    private static readonly Mark Nowhere = new("proposed", 0, 0, 0);

    /// <summary>The sections: organizations for flows without any, those flows, and the kinds.</summary>
    internal IEnumerable<(string Key, Node Value)> Sections()
    {
        if (assumed.Count == 0)
        {
            yield break;
        }

        string[] further = [.. assumed[0].Scenario.Organizations.Keys.Except(stated.Organizations.Keys)];
        KeyValuePair<string, Flow>[] without = [.. stated.Flows.Where(flow => flow.Value.Organization is null)];
        if (without.Length > 0)
        {
            yield return ("organizations", Map(further.Select(name => (name, (Node)Map([])))));
            yield return (
                "flows",
                Map(
                    without.Select(flow =>
                        (flow.Key, (Node)Map([("organization", Text(assumed[0].Scenario.Flows[flow.Key].Organization!))]))
                    )
                )
            );
        }

        yield return ("experiment", Map([("adversaries", Map(assumed.Select(kind => (kind.Name, (Node)Variant(kind.Scenario)))))]));
    }

    private MapNode Variant(Scenario kind)
    {
        HashSet<string> send = [.. kind.Flows.Values.Select(flow => flow.Organization!)];
        return Map([
            (
                "organizations",
                Map(
                    kind.Organizations.Where(each => send.Contains(each.Key))
                        .Select(each => (each.Key, (Node)Changes(stated.Organizations.GetValueOrDefault(each.Key), each.Value)))
                )
            ),
        ]);
    }

    // What is stated and not meant here is said to do nothing.
    private static MapNode Changes(Organization? stated, Organization kind) =>
        Map([
            .. kind.RouteChoice is { } choice
                ? [("route_choice", Map([("risk_aversion", Number(choice.RiskAversion)), ("learns", Word(choice.Learns))]))]
                : Array.Empty<(string, Node)>(),
            .. kind.Watches is { } watches
                ? [("watches", Map([("share", Share(watches.Share)), ("patience", Text($"{Shown(watches.PatienceHours)} h"))]))]
            : stated?.Watches is not null ? [("watches", Map([("share", Share(0))]))]
            : Array.Empty<(string, Node)>(),
            .. stated?.SplitsLoads is not null ? [("splits_loads", Map([("factor", Share(1))]))] : Array.Empty<(string, Node)>(),
            .. stated?.LiesLow is not null ? [("lies_low", Map([("for", Text("0 h"))]))] : Array.Empty<(string, Node)>(),
        ]);

    private static MapNode Map(IEnumerable<(string Key, Node Value)> entries) =>
        new(Nowhere, entries.Select(each => new Entry(each.Key, Nowhere, each.Value)));

    private static ScalarNode Word(Learning learning) => Text($"{learning}".ToLowerInvariant());

    private static ScalarNode Share(double share) => Text($"{Shown(100 * share)}%");

    private static ScalarNode Number(double value) => Text(Shown(value));

    private static string Shown(double value) => ((decimal)value).ToString("0.######", CultureInfo.InvariantCulture);

    private static ScalarNode Text(string text) => new(Nowhere, text, isQuoted: false);
}
