using CsCheck;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification;

/// <summary>
/// Random scenarios with organizations that learn, split, lie low and watch, with programmes, partners and rotating
/// postings, full of borders: nothing takes time, nothing is ever forgotten or everything at once, nobody is patient,
/// every lead opens a case.
/// </summary>
internal static class RandomAdversaries
{
    private static readonly Gen<Prior?> Prior = Gen.Frequency(
        (2, Gen.Const(() => (Prior?)null)),
        (2, RandomScenarios.OneOf(0, 0.05, 0.5, 1).Select(everywhere => (Prior?)new Prior { Everywhere = everywhere })),
        (1, Gen.Const(() => (Prior?)new Prior { Everywhere = 0.1, ByName = RandomScenarios.Named(["second", "p2"], [0.6, 0.0]) }))
    );

    // With a prior worth nothing and a memory much shorter than the time between losses, a belief is a ratio of numbers
    // too small to be told from nothing.
    private static readonly Gen<(double PriorWeight, double MemoryHours)> Memory = RandomScenarios.OneOf(
        (0.0, 6.0),
        (0, 1e4),
        (0.5, 0.05),
        (1, 0.5),
        (1, 24),
        (20, 6),
        (20, 48),
        (20, 1e4)
    );

    private static readonly Gen<RouteChoice> Choice =
        from aversion in RandomScenarios.OneOf(0, 3, 20, 20, 1e3, 1e6)
        from shares in Gen.Enum<ShareMeaning>()
        from learns in RandomScenarios.OneOf(
            Learning.Place,
            Learning.Place,
            Learning.Place,
            Learning.Corridor,
            Learning.Corridor,
            Learning.Off,
            Learning.Known
        )
        from memory in Memory
        from hears in RandomScenarios.OneOf(0.0, 0, 3, 30)
        from prior in Prior
        select new RouteChoice
        {
            RiskAversion = aversion,
            Shares = shares,
            Learns = learns,
            PriorWeight = memory.PriorWeight,
            MemoryHours = memory.MemoryHours,
            HearsAfterHours = hears,
            Prior =
                learns == Learning.Corridor && prior is { ByName.Count: > 0 }
                    ? prior with
                    {
                        ByName = RandomScenarios.Named(["way0"], [0.6]),
                    }
                    : prior,
        };

    private static readonly Gen<Rings?> AnyRings =
        from number in Gen.Int[0, 5]
        from sizes in RandomScenarios.OneOf<Distribution>(new Fixed(1), new LogNormal(1, 1.7), new Empirical([(1, 0.5), (9, 0.5)]))
        from life in RandomScenarios.OneOf<double?>(null, 3, 30, 1000)
        from areStated in Gen.Bool
        select number == 0
            ? null
            : new Rings
            {
                Number = areStated ? null : number,
                Sizes = areStated ? new Fixed(1) : sizes,
                Shares = areStated ? (double[])[0.5, 0.3, 0.2] : null,
                LifeHours = life,
            };

    private static readonly Gen<Organization> AnyOrganization =
        from choice in Choice
        from rings in AnyRings
        from splits in Maybe(
            Gen.Select(Gen.Int[1, 3], RandomScenarios.OneOf(0.0, 5, 1000), RandomScenarios.OneOf(1, 0.5, 0.4, 0.1))
                .Select(
                    (after, within, factor) =>
                        new LoadSplitting
                        {
                            AfterSeizures = after,
                            WithinHours = within,
                            Factor = factor,
                        }
                )
        )
        from low in Maybe(
            Gen.Select(RandomScenarios.OneOf(0.0, 1, 12, 500), Gen.Enum<LyingLowShipments>())
                .Select((hours, what) => new LyingLow { ForHours = hours, Shipments = what })
        )
        from watches in Maybe(
            Gen.Select(RandomScenarios.OneOf(0, 0.5, 1), RandomScenarios.OneOf(0.0, 3, 12, 48))
                .Select((share, patience) => new Scouting { Share = share, PatienceHours = patience })
        )
        select new Organization
        {
            RouteChoice = choice,
            Rings = rings,
            SplitsLoads = splits,
            LiesLow = low,
            Watches = watches,
        };

    private static readonly Gen<Tracing> AnyTracing =
        from submitted in RandomScenarios.OneOf(0, 0.5, 1, 1)
        from takes in RandomScenarios.OneOf<Distribution>(new Fixed(0), new Fixed(5), new Exponential(10), new Uniform(0, 48))
        from resolved in RandomScenarios.OneOf(0, 0.5, 1, 1, 1)
        from lead in Maybe(
            Gen.Select(RandomScenarios.OneOf(0, 0.5, 1, 3, 3, 3, 100), RandomScenarios.OneOf(0, 5, 48, 1e4, 1e4))
                .Select((raises, life) => new LeadEffect { RaisesStops = raises, LifeHours = life })
        )
        select new Tracing
        {
            Submitted = submitted,
            TakesHours = takes,
            Resolved = resolved,
            Lead = lead,
            CostUsd = 40,
        };

    private static readonly Gen<TraffickingGroup> AnyGroup =
        from opensAt in Gen.Int[1, 3]
        from within in RandomScenarios.OneOf<double?>(null, 0, 5, 100)
        from capacity in RandomScenarios.OneOf(1, 1, 2, 1000)
        from takes in RandomScenarios.OneOf<Distribution>(new Fixed(0), new Fixed(3), new Exponential(5), new Uniform(0, 20))
        from disruption in RandomScenarios.OneOf(0, 0.5, 1)
        from recovery in RandomScenarios.OneOf(0.0, 10, 1000)
        from substitution in RandomScenarios.OneOf(0, 0.5, 1)
        from first in Gen.Enum<CaseOrder>()
        from replaced in RandomScenarios.OneOf<Distribution?>(null, new Fixed(0), new Exponential(20), new Fixed(40))
        select new TraffickingGroup
        {
            OpensAtLeads = opensAt,
            WithinHours = within,
            Capacity = capacity,
            TakesHours = takes,
            Disruption = disruption,
            RecoveryHours = recovery,
            Substitution = substitution,
            First = first,
            ReplacedAfterHours = replaced,
            Officers = 24,
            CostPerOfficerHourUsd = 85,
        };

    private static readonly Gen<Programmes?> AnyProgrammes =
        from tracing in Gen.Frequency((1, Gen.Const(() => (Tracing?)null)), (5, AnyTracing.Select(t => (Tracing?)t)))
        from access in Maybe(
            Gen.Select(
                    RandomScenarios.OneOf(0, 0.3, 1),
                    RandomScenarios.OneOf<Distribution>(new Fixed(0), new Exponential(10)),
                    RandomScenarios.OneOf(0.5, 1)
                )
                .Select(
                    (recovered, after, submitted) =>
                        new MexicanAccess
                        {
                            Recovered = recovered,
                            AfterHours = after,
                            Submitted = submitted,
                        }
                )
        )
        from sharing in Maybe(
            Gen.Select(RandomScenarios.OneOf(0.0, 0, 5, 100), RandomScenarios.OneOf<IReadOnlyList<string>?>(null, null, ["north"], []))
                .Select((delay, with) => new Sharing { DelayHours = delay, With = with })
        )
        from trafficking in Maybe(AnyGroup)
        from partners in Gen.Bool
        select (Programmes?)
            new Programmes
            {
                Tracing = tracing,
                MexicanAccess = access,
                Sharing = sharing,
                TraffickingGroup = trafficking,
                Partners = partners,
            };

    /// <summary>One with the deployments <c>today</c>, with which it is compared, and <c>posted</c>.</summary>
    public static Gen<Scenario> Any { get; } =
        from scenario in RandomScenarios.Any
        from organizations in AnyOrganization.Array[2]
        from members in RandomScenarios.OneOf<string?>("org0", "org0", "org1", null).Array[3]
        from mix in Gen.Bool
        from programmes in AnyProgrammes.Array[2]
        from areSame in Gen.Bool
        from warmUp in Gen.Enum<DuringWarmUp>()
        from partners in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))).Array[5]
        from rotating in Maybe(RandomScenarios.Rotating).Array[5]
        from plans in Gen.Select(RandomScenarios.Plans, Gen.Int[0, 3])
        select Settle(
            Enrich(scenario, organizations, partners) with
            {
                Flows = RandomScenarios.Map(
                    scenario
                        .Flows.Append(new("flow2", scenario.Flows["flow0"]))
                        .Zip(members, (flow, member) =>
                            new KeyValuePair<string, Flow>(
                                flow.Key,
                                flow.Value with
                                {
                                    Organization = member,
                                    Mix = mix && flow.Key != "flow1" ? RandomScenarios.Named(["pistol", "rifle"], [0.6, 0.4]) : null,
                                }
                            )
                        ),
                    flow => flow
                ),
                Windows = RandomScenarios.Named(
                    ["second_day"],
                    [new NamedWindow { From = scenario.Start.AddDays(1), To = scenario.Start.AddDays(1) }]
                ),
                Deployments = RandomScenarios.Named(
                    ["today", "posted"],
                    new[]
                    {
                        new Deployment { Post = Posts(scenario, "fewer", rotating), Programmes = areSame ? programmes[1] : programmes[0] },
                        new Deployment { Post = Posts(scenario, "posted", rotating), Programmes = programmes[1] },
                    }.Select(deployment => plans.Item2 == 0 ? RandomScenarios.With(plans.Item1, deployment) : deployment)
                ),
                Experiment = scenario.Experiment with
                {
                    DuringWarmUp = warmUp,
                    Adversaries = RandomScenarios.Named(
                        ["swapped"],
                        [new AdversaryVariant { Organizations = RandomScenarios.Named(["org0", "org1"], organizations.Reverse()) }]
                    ),
                },
            }
        );

    /// <summary>What matters of one, for the message of a failure.</summary>
    public static string Describe(Scenario scenario)
    {
        string organizations = string.Join(
            '\n',
            scenario.Organizations.Select(o =>
                $"{o.Key}: {o.Value} {string.Join(',', o.Value.RouteChoice?.Prior?.ByName ?? new Dictionary<string, double>())}"
            )
        );
        string programmes = string.Join(
            '\n',
            scenario.Deployments.Select(d =>
                $"{d.Key}: {string.Join(',', d.Value.Post.Keys)} {d.Value.Programmes} with "
                + $"{string.Join(',', d.Value.Programmes?.Sharing?.With ?? ["all"])}"
            )
        );
        string rotating = string.Join(
            '\n',
            scenario
                .Deployments["posted"]
                .Post.Where(p => p.Value.At!.Rotate is not null)
                .Select(p => $"{p.Key}: {string.Join(',', p.Value.At!.Rotate!)}")
        );
        string checkpoints = string.Join('\n', scenario.Checkpoints);
        return $"{scenario.Experiment}\n{RandomScenarios.Describe(scenario)}\n{checkpoints}\n{organizations}\n{programmes}\n{rotating}";
    }

    private static Scenario Enrich(Scenario scenario, Organization[] organizations, bool[] partners) =>
        RandomScenarios.Settle(isLone: false, scenario) with
        {
            Organizations = RandomScenarios.Named(RandomScenarios.Names("org", organizations.Length), organizations),
            Checkpoints = RandomScenarios.Map(
                scenario.Checkpoints.Zip(partners, (c, isPartner) =>
                    new KeyValuePair<string, Checkpoint>(c.Key, c.Value with { Partner = isPartner })
                ),
                c => c
            ),
        };

    // Those who watch arrive together, just after a shift, and which of two is first is a matter of rounding. So lanes
    // are never short for them, and what comes of their arrival takes a time of its own.
    private static Scenario Settle(Scenario scenario) =>
        !scenario.Organizations.Values.Any(o => o.Watches is not null)
            ? scenario
            : scenario with
            {
                TeamTypes = RandomScenarios.Map(scenario.TeamTypes, type =>
                    type with
                    {
                        Lanes = null,
                        SearchHours = Spread(type.SearchHours),
                    }
                ),
                Deployments = RandomScenarios.Map(scenario.Deployments, deployment =>
                    deployment with
                    {
                        Programmes = Settle(deployment.Programmes),
                    }
                ),
            };

    private static Programmes? Settle(Programmes? programmes) =>
        programmes is null
            ? null
            : programmes with
            {
                Tracing = programmes.Tracing is { } tracing ? tracing with { TakesHours = Spread(tracing.TakesHours) } : null,
                TraffickingGroup = programmes.TraffickingGroup is { WithinHours: 0 } group
                    ? group with
                    {
                        WithinHours = 1,
                    }
                    : programmes.TraffickingGroup,
            };

    private static Distribution Spread(Distribution law) => law is Fixed ? new Uniform(0, 0.5) : law;

    private static OrderedDictionary<string, Posting> Posts(Scenario scenario, string deployment, PostedAt?[] rotating) =>
        RandomScenarios.Map(
            scenario
                .Deployments[deployment]
                .Post.Zip(rotating, (post, at) =>
                    new KeyValuePair<string, Posting>(post.Key, at is null ? post.Value : post.Value with { At = at })
                ),
            post => post
        );

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, Gen.Const(() => (T?)null)), (1, gen.Select(value => (T?)value)));
}
