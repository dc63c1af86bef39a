using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Proposals;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Plans drawn by chance, simulated beside a deployment that stays, against several kinds of
/// traffickers.</summary>
internal static class RandomConfirmation
{
    private const string Nobody = "unorganized";

    /// <summary>Simulates them.</summary>
    /// <param name="scenario">With both.</param>
    /// <param name="stays">The deployment that stays.</param>
    /// <param name="random">The one that rotates among plans.</param>
    /// <param name="replications">How often; 0 for not at all.</param>
    /// <param name="stop">Ends it; what is not done is left out.</param>
    public static IEnumerable<RandomAgainst> Of(Scenario scenario, string stays, string random, int replications, CancellationToken stop)
    {
        foreach (TraffickerKind kind in Enum.GetValues<TraffickerKind>())
        {
            if (
                replications > 0
                && Confirmation.Of(With(scenario, kind), [stays, random], replications, isMainOnly: true, howElse: null, stop)
                    is { Comparisons: [var comparison] } study
            )
            {
                yield return new RandomAgainst(
                    kind,
                    Confirmation.ValueOf(study.Deployments[0].Measures[Confirmation.Measure]),
                    Confirmation.ValueOf(study.Deployments[1].Measures[Confirmation.Measure]),
                    new SimulatedValue(comparison.Difference, comparison.Low, comparison.High)
                );
            }
        }
    }

    /// <summary>The same traffickers for a file, but for those who keep their shares, whom every run has.</summary>
    public static ProposedAdversaries Adversaries(Scenario scenario) =>
        new(
            scenario,
            [
                .. new[] { TraffickerKind.Learn, TraffickerKind.Know, TraffickerKind.Watch }.Select(kind =>
                    ($"those_who_{kind}".ToLowerInvariant(), With(scenario, kind))
                ),
            ]
        );

    /// <summary>The same scenario with traffickers of one kind: as averse and as patient as they are stated, or as
    /// <see cref="AssumedTraffickers"/> says.</summary>
    internal static Scenario With(Scenario scenario, TraffickerKind kind)
    {
        var organizations = new OrderedDictionary<string, Organization>(
            scenario.Organizations.Select(each => KeyValuePair.Create(each.Key, Of(each.Value, kind)))
        );
        organizations.TryAdd(Nobody, Of(new Organization(), kind));
        return scenario with
        {
            Organizations = organizations,
            Flows = new OrderedDictionary<string, Flow>(
                scenario.Flows.Select(each =>
                    KeyValuePair.Create(each.Key, each.Value with { Organization = each.Value.Organization ?? Nobody })
                )
            ),
        };
    }

    private static Organization Of(Organization stated, TraffickerKind kind)
    {
        Organization frozen = stated.Frozen();
        return kind switch
        {
            TraffickerKind.KeepShares => frozen,
            TraffickerKind.Watch => frozen with
            {
                Watches = stated.Watches is { Share: > 0 } watches
                    ? watches
                    : new Scouting { Share = AssumedTraffickers.ShareOfWatchers, PatienceHours = AssumedTraffickers.PatienceHours },
            },
            _ => frozen with
            {
                RouteChoice = (stated.RouteChoice ?? new RouteChoice()) with
                {
                    RiskAversion = stated.RouteChoice is { RiskAversion: > 0 and var aversion }
                        ? aversion
                        : AssumedTraffickers.RiskAversion,
                    Learns =
                        kind == TraffickerKind.Know ? Learning.Known
                        : stated.RouteChoice is { Learns: Learning.Corridor } ? Learning.Corridor
                        : Learning.Place,
                },
            },
        };
    }
}
