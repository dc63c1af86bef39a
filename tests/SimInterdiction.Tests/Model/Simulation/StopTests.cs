using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Model.Simulation;

/// <summary>A replication that would never end is ended when somebody wants it, wherever it is, and the next one is as
/// ever.</summary>
public sealed class StopTests
{
    // Only to fail instead of hanging: a stop that isn't heard would wait for years.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private const int MostEventsBetweenLooks = 256;

    private static IEnumerable<TestCaseData> Endless()
    {
        // Rates as a checked scenario may not have them: what is tested here is what happens when an estimate is wrong.
        yield return Case("dispatches", s => WithRate(s, 1e12));
        yield return Case("legitimate traffic", s =>
            s with
            {
                Checkpoints = new OrderedDictionary<string, Checkpoint> { ["port"] = s.Checkpoints["port"] with { Traffic = new(1e12) } },
            }
        );
        yield return Case("a queue that only grows", s =>
            WithTeam(s, t => t with { Lanes = 1, SearchHours = new Fixed(876_000), WhenFull = WhenFull.Wait })
        );
        yield return Case("very many lanes", s =>
            WithTeam(s, t => t with { Lanes = 30_000_000, SearchHours = new Fixed(876_000), StopsTraffic = 1 })
        );
        yield return Case("kinds of the firearms of a load", s => WithFlow(s, f => f with { Load = new Fixed(2_000_000_000) }));
        yield return Case("a load on very many vehicles", s =>
            WithFlow(s, f => f with { Load = new Fixed(2_000_000_000), Mix = null, Organization = "gang" }) with
            {
                Organizations = new OrderedDictionary<string, Organization>
                {
                    ["gang"] = new()
                    {
                        SplitsLoads = new() { AfterSeizures = 1, Factor = 1e-9 },
                    },
                },
            }
        );
        static TestCaseData Case(string name, Func<Scenario, Scenario> change) => new TestCaseData(change).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Endless))]
    public void A_stop_is_heard_wherever_a_replication_is(Func<Scenario, Scenario> change)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        Assert.That(RunUntil(change, stop.Token).Ended, Is.InstanceOf<OperationCanceledException>());
    }

    [TestCaseSource(nameof(Endless))]
    public void A_stop_asked_for_before_is_heard_within_few_events(Func<Scenario, Scenario> change)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        (OperationCanceledException? ended, long shipments) = RunUntil(change, stop.Token);
        Assert.That(ended, Is.InstanceOf<OperationCanceledException>());
        Assert.That(shipments, Is.AtMost(MostEventsBetweenLooks));
    }

    [Test]
    public void The_replication_after_a_stopped_one_is_to_the_last_bit_what_it_is_alone()
    {
        var world = CompiledScenario.Compile(WithFlow(Small, f => f with { Rate = new(2000, Counted.Shipments) }));
        using var alone = new Replication(world, new Arm("posted"));
        using var stopped = new Replication(world, new Arm("posted"));
        var expected = new ReplicationRecord(world.EntryCounts);
        var found = new ReplicationRecord(world.EntryCounts);
        alone.Run(5, expected);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => stopped.Run(4, found, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        stopped.Run(5, found);
        Assert.That(
            found.Totals.Select(BitConverter.DoubleToInt64Bits),
            Is.EqualTo(expected.Totals.Select(BitConverter.DoubleToInt64Bits))
        );
    }

    [Test]
    public void What_was_shared_halfway_when_stopped_is_begun_anew()
    {
        var world = CompiledScenario.Compile(Small);
        var inputs = new SharedInputs(world);
        using var alone = new Replication(world, new Arm("posted"));
        using var sharing = new Replication(world, new Arm("posted"), inputs: inputs);
        using var other = new Replication(world, new Arm("posted"), inputs: inputs);
        var expected = new ReplicationRecord(world.EntryCounts);
        var found = new ReplicationRecord(world.EntryCounts);
        alone.Run(5, expected);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => sharing.Run(5, found, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        other.Run(5, found);
        Assert.That(found.Totals, Is.EqualTo(expected.Totals));
    }

    // On a thread of its own, which the process doesn't wait for should it never end.
    private static (OperationCanceledException? Ended, long Shipments) RunUntil(Func<Scenario, Scenario> change, CancellationToken stop)
    {
        var world = CompiledScenario.Compile(change(Small));
        var replication = new Replication(world, new Arm("posted"));
        OperationCanceledException? ended = null;
        var thread = new Thread(() => ended = Catch(() => replication.Run(0, new ReplicationRecord(world.EntryCounts), stop)))
        {
            IsBackground = true,
        };
        thread.Start();
        Assert.That(thread.Join(Hang), Is.True, "The stop was not heard.");
        long shipments = replication.Shipments;
        replication.Dispose();
        return (ended, shipments);
    }

    private static OperationCanceledException? Catch(Action run)
    {
        try
        {
            run();
            return null;
        }
        catch (OperationCanceledException stopped)
        {
            return stopped;
        }
    }

    private static Scenario Small
    {
        get
        {
            ScenarioReading reading = ScenarioReader.ReadText(
                """
                length: 30 days
                places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
                corridors: { road: { path: [city, port] } }
                flows: { guns: { rate: 10 shipments per day, mix: { pistol: 50%, rifle: 50% }, routes: { road: 100% } } }
                team_types: { team: { stops: 100%, stops_traffic: 50%, finds: 50%, search: 5 min, lanes: 1 } }
                task_forces: { all: { home: port, teams: { team: 1 } } }
                checkpoints: { port: { traffic: 100 per hour } }
                deployments: { posted: { post: { port: { task_force: all, team: team } } } }
                """
            );
            Assert.That(reading.Problems.Where(p => p.IsError), Is.Empty);
            return reading.Scenario!;
        }
    }

    private static Scenario WithFlow(Scenario s, Func<Flow, Flow> change) =>
        s with
        {
            Flows = new OrderedDictionary<string, Flow> { ["guns"] = change(s.Flows["guns"]) },
        };

    private static Scenario WithTeam(Scenario s, Func<TeamType, TeamType> change) =>
        s with
        {
            TeamTypes = new OrderedDictionary<string, TeamType> { ["team"] = change(s.TeamTypes["team"]) },
        };

    private static Scenario WithRate(Scenario s, double perHour) => WithFlow(s, f => f with { Rate = new(perHour, Counted.Shipments) });
}
