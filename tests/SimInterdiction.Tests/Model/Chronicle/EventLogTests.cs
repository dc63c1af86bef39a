using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Chronicle;

public sealed class EventLogTests
{
    [Test]
    public void A_log_adds_up_to_the_totals_and_changes_none_of_them() =>
        RandomAdversaries.Any.SampleRepeatably(
            scenario => Check(CompiledScenario.Compile(scenario)),
            iter: 300,
            seed: 11,
            RandomAdversaries.Describe
        );

    [Test]
    public void A_delivery_is_told_at_the_time_that_distance_and_speed_give()
    {
        // 120 miles at 60 mph; luck lets no team stop anything, so that there is no event for it.
        CompiledScenario world = SmallWorlds.Compile(
            """
            places: { a: { at: [0, 0] }, b: { at: [1, 0] } }
            roads: { ab: { between: [a, b], length: 120 mi } }
            corridors: { road: { path: [a, b] } }
            travel: { speed: 60 mph }
            flows: { guns: { rate: 20 shipments per day, load: 2, routes: { road: 100% } } }
            deployments: { nobody: {} }
            """
        );
        IReadOnlyList<Fact> facts = Log(world, new Arm("nobody"), out _);
        Fact[] left = [.. facts.Where(f => f.Kind == FactKind.Dispatched)];
        var arrived = facts.Where(f => f.Kind == FactKind.Delivered).ToDictionary(f => f.Shipment!);
        Assert.That(left, Has.Length.GreaterThan(100));
        Assert.That(left.Select(f => arrived[f.Shipment!].At - f.At), Has.All.EqualTo(2).Within(1e-9));
    }

    [Test]
    public void Every_shipment_ends_once_and_no_fact_comes_before_its_cause() =>
        RandomAdversaries.Any.SampleRepeatably(
            scenario =>
            {
                IReadOnlyList<Fact> facts = Log(CompiledScenario.Compile(scenario), new Arm("posted"), out _);
                Assert.That(facts.Select(f => f.At.Hours), Is.Ordered);
                foreach (IGrouping<string?, Fact> shipment in facts.Where(f => f.Shipment is not null).GroupBy(f => f.Shipment))
                {
                    FactKind[] kinds = [.. shipment.Select(f => f.Kind)];
                    int left = Array.IndexOf(kinds, FactKind.Dispatched);
                    Assert.That(kinds.Count(k => k is FactKind.Seized or FactKind.Delivered), Is.LessThanOrEqualTo(1));
                    Assert.That(
                        kinds
                            .Index()
                            .Where(k => k.Item is FactKind.Stopped or FactKind.Seized or FactKind.Delivered)
                            .All(k => left >= 0 && k.Index > left),
                        Is.True,
                        shipment.Key
                    );
                }

                var cameUp = facts.Where(f => f.Kind == FactKind.Lead).ToDictionary(f => f.Lead!.Value);
                var shared = facts.Where(f => f.Kind == FactKind.LeadShared).ToLookup(f => f.Lead!.Value);
                foreach (Fact stop in facts.Where(f => f is { Kind: FactKind.Stopped, Lead: not null }))
                {
                    // A task force acts on a lead that it holds: its own, or one shared with it by then.
                    Fact lead = cameUp[stop.Lead!.Value];
                    Assert.That(lead.At <= stop.At && lead.Organization == stop.Organization, Is.True);
                    Assert.That(
                        lead.TaskForce == stop.TaskForce
                            || shared[stop.Lead.Value].Any(s => s.At <= stop.At && s.SharedWith!.Split(' ').Contains(stop.TaskForce)),
                        Is.True
                    );
                }
            },
            iter: 300,
            seed: 12,
            RandomAdversaries.Describe
        );

    [Test]
    public void Where_nobody_listens_nothing_is_allocated_for_what_happens()
    {
        CompiledScenario world = SmallWorlds.Compile(
            """
            places: { a: { at: [0, 0] }, b: { at: [1, 0] } }
            corridors: { road: { path: [a, b] } }
            organizations:
              gulf: { route_choice: { risk_aversion: 5 }, lies_low: { for: 30 min }, splits_loads: { after: 2 seizures } }
              other: {}
            flows:
              guns: { rate: 100 shipments per day, load: 4, organization: gulf, routes: { road: 100% } }
              more: { rate: 100 shipments per day, load: 4, organization: other, routes: { road: 100% } }
            team_types: { team: { stops: 40%, finds: 50%, search: 10 min } }
            task_forces: { border: { home: b, teams: { team: 1 } } }
            checkpoints: { b: {} }
            tracing: { takes: 2 days, lead: { raises_stops: 2 } }
            sharing: { delay: 1 day }
            trafficking_group: { opens_at: 5 leads, takes: 1 day, disruption: 50%, recovery_time: 2 days, substitution: 50% }
            deployments:
              posted:
                post: { b: { task_force: border, team: team } }
                programmes: { tracing: on, sharing: on, trafficking_group: on }
            """
        );
        var arm = new Arm("posted");
        HashSet<FactKind> kinds = [.. Log(world, arm, out ReplicationRecord record).Select(f => f.Kind)];
        Assert.That(
            kinds,
            Is.SupersetOf([
                FactKind.Split,
                FactKind.Postponed,
                FactKind.LiesLow,
                FactKind.Dropped,
                FactKind.TakenOver,
                FactKind.Missed,
                FactKind.LeadShared,
                FactKind.CaseClosed,
            ])
        );
        using var replication = new Replication(world, arm);
        replication.Run(0, record);

        // The same again: every pool and queue has been as long as it will be. A kilobyte for opening and closing the
        // books, for more than 10,000 facts.
        long before = GC.GetAllocatedBytesForCurrentThread();
        replication.Run(0, record);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1024));
    }

    private static void Check(CompiledScenario world)
    {
        var arm = new Arm("posted");
        IReadOnlyList<Fact> facts = Log(world, arm, out ReplicationRecord record);
        ReplicationRecord unobserved = SmallWorlds.Run(world, arm);
        Assert.That(record.Totals, Is.EqualTo(unobserved.Totals));
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            Assert.That(record.By(dimension), Is.EqualTo(unobserved.By(dimension)), $"{dimension}");
        }

        Fact[] counted = [.. facts.Where(f => f.Counts)];
        double[] totals = record.Totals;
        double delivered = totals[(int)Total.ShipmentsDispatched] - totals[(int)Total.ShipmentsSeized];
        double deliveredFirearms = totals[(int)Total.FirearmsDispatched] - totals[(int)Total.FirearmsSeized];
        Assert.Multiple(() =>
        {
            Assert.That(Count(FactKind.Dispatched), Is.EqualTo(totals[(int)Total.ShipmentsDispatched]));
            Assert.That(Firearms(FactKind.Dispatched), Is.EqualTo(totals[(int)Total.FirearmsDispatched]));
            Assert.That(Count(FactKind.Seized), Is.EqualTo(totals[(int)Total.ShipmentsSeized]));
            Assert.That(Firearms(FactKind.Seized), Is.EqualTo(totals[(int)Total.FirearmsSeized]));
            Assert.That(
                counted.Count(f => f is { Kind: FactKind.Seized, Lead: not null }),
                Is.EqualTo(totals[(int)Total.ShipmentsSeizedOnLeads])
            );
            Assert.That(Count(FactKind.Delivered), Is.EqualTo(delivered));
            Assert.That(Firearms(FactKind.Delivered), Is.EqualTo(deliveredFirearms));
            Assert.That(Count(FactKind.Stopped), Is.EqualTo(totals[(int)Total.Stops] - totals[(int)Total.LegitimateStops]));
            Assert.That(Count(FactKind.TraceSubmitted), Is.EqualTo(totals[(int)Total.TracesSubmitted]));
            Assert.That(Count(FactKind.Lead) + Count(FactKind.StaleLead), Is.EqualTo(totals[(int)Total.Leads]));
            Assert.That(Count(FactKind.StaleLead), Is.EqualTo(totals[(int)Total.StaleLeads]));
            Assert.That(Count(FactKind.TraceUnresolved), Is.EqualTo(totals[(int)Total.TracesEnded] - totals[(int)Total.Leads]));
            Assert.That(Count(FactKind.CaseOpened), Is.EqualTo(totals[(int)Total.CasesOpened]));
            Assert.That(Count(FactKind.RingDismantled), Is.EqualTo(totals[(int)Total.RingsDismantled]));
            Assert.That(
                Count(FactKind.CaseClosed) + Count(FactKind.RingDismantled) + Count(FactKind.CaseTooLate),
                Is.EqualTo(totals[(int)Total.CasesClosed])
            );
        });
        foreach ((int entry, string checkpoint) in world.EntryNames(Dimension.Checkpoint).Index())
        {
            Assert.That(
                counted.Count(f => f.Kind == FactKind.Seized && f.Checkpoint == checkpoint),
                Is.EqualTo(record.By(Dimension.Checkpoint)[entry][(int)Total.ShipmentsSeized])
            );
        }

        foreach ((int entry, string corridor) in world.EntryNames(Dimension.Corridor).Index())
        {
            Assert.That(
                counted.Count(f => f.Kind == FactKind.Dispatched && f.Corridor == corridor),
                Is.EqualTo(record.By(Dimension.Corridor)[entry][(int)Total.ShipmentsDispatched])
            );
        }

        int Count(FactKind kind) => counted.Count(f => f.Kind == kind);

        int Firearms(FactKind kind) => counted.Where(f => f.Kind == kind).Sum(f => f.Firearms!.Value);
    }

    private static IReadOnlyList<Fact> Log(CompiledScenario world, Arm arm, out ReplicationRecord record)
    {
        var log = new EventLog(world);
        using var replication = new Replication(world, arm, log);
        record = new ReplicationRecord(world.EntryCounts);
        replication.Run(0, record);
        return log.Facts;
    }
}
