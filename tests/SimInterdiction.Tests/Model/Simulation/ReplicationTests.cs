using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Model.Simulation;

public sealed class ReplicationTests
{
    [Test]
    public void Each_team_that_tries_has_luck_of_its_own_also_when_the_shift_before_has_ended()
    {
        // Every search of the day team ends in the hours of the night team: .5 x .5, and of those not found another
        // quarter.
        double[] totals = Run(
            """
            length: 1000 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 100 shipments per day, routes: { road: 100% } } }
            team_types: { team: { stops: 50%, finds: 50%, search: 12 h } }
            task_forces: { all: { home: port, teams: { team: 2 } } }
            checkpoints: { port: {} }
            deployments:
              posted:
                post:
                  day: { at: port, task_force: all, team: team, hours: 06:00-18:00 }
                  night: { at: port, task_force: all, team: team, hours: 18:00-06:00 }
            """
        ).Totals;

        // 100,000 shipments: standard error .0014; 3.3 of them are an error rate of .001, the seed is fixed.
        double expected = (0.25 + (0.25 * 0.25) + 0.25) / 2;
        Assert.That(totals[(int)Total.ShipmentsSeized] / totals[(int)Total.ShipmentsDispatched], Is.EqualTo(expected).Within(0.0047));
    }

    [TestCase(0, 0.5)]
    [TestCase(1, 1 - (0.5 * 0.5 * 0.5 * 0.5))]
    [TestCase(0.5, 1 - (0.5 * 0.5))]
    public void A_large_load_is_found_as_the_load_effect_says(double loadEffect, double expected)
    {
        double[] totals = Run(
            $$"""
            length: 1000 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 50 shipments per day, load: 4, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, finds: 50%, load_effect: {{loadEffect}} } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            deployments: { posted: { post: { port: { task_force: all, team: team } } } }
            """
        ).Totals;

        // 50,000 shipments: standard error at most .00224; 3.3 of them are an error rate of .001, the seed is fixed.
        Assert.That(totals[(int)Total.FirearmsSeized] / totals[(int)Total.FirearmsDispatched], Is.EqualTo(expected).Within(0.0074));
    }

    [Test]
    public void A_shipment_of_the_window_is_counted_by_every_team_that_tries_it_at_any_time()
    {
        // All leave in the twelve hours before the window, so that no cohort is waited for; the second team tries them
        // when the window is over.
        double[][] byTeam = Run(
                """
                start: 2022-10-01
                length: 12 h
                warm_up: 12 h
                places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
                roads: { road: { between: [city, port], length: 400 mi } }
                travel: { speed: 40 mph }
                corridors: { road: { path: [city, port] } }
                flows: { guns: { rate: 100 shipments per day, routes: { road: 100% }, profile: { hours: { "00:00-12:00": 0% } } } }
                team_types: { team: { stops: 100%, finds: 0%, search: 24 h } }
                task_forces: { all: { home: port, teams: { team: 2 } } }
                checkpoints: { first: { place: port }, second: { place: port } }
                deployments: { posted: { post: { first: { task_force: all, team: team }, second: { task_force: all, team: team } } } }
                """
            )
            .By(Dimension.Checkpoint);

        Assert.That(byTeam[0][(int)Total.Stops], Is.GreaterThan(20).And.EqualTo(byTeam[1][(int)Total.Stops]));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Replications_in_steady_state_allocate_nothing_per_event(bool isShared)
    {
        Scenario scenario = Read(
            """
            length: 30 days
            warm_up: 1 day
            windows: { first: { from: 2022-10-01, to: 2022-10-07 } }
            places: { a: { at: [30, -100] }, b: { at: [29, -100] }, c: { at: [28, -100], kind: port } }
            corridors: { road: { path: [a, b, c] }, direct: { path: [a, c] } }
            flows:
              guns:
                rate: 200 firearms per day
                load: { lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] }
                routes: { road: 60%, direct: 40% }
                mix: { pistol: 60%, rifle: 40% }
                profile: { weekdays: { sat: 150% }, hours: { "20:00-04:00": 180% } }
            team_types:
              lanes:
                {
                  stops: 40%, stops_traffic: 5%, finds: 50%, search: { exponential: 20 min },
                  lanes: 2, when_full: wait, queue_limit: 20, seizure_time: 2 h
                }
              unit: { works: leads, acts_on: 10%, finds: 50% }
            task_forces: { all: { home: c, teams: { lanes: 3, unit: 1 } } }
            checkpoints: { b: { traffic: 20 per hour }, c: { traffic: 60 per hour } }
            deployments:
              posted:
                post:
                  b: { task_force: all, team: lanes, hours: 06:00-18:00 }
                  c: { task_force: all, team: lanes, count: 2 }
                  unit: { at: c, task_force: all, team: unit, days: [mon, tue, wed] }
            """
        );
        CompiledScenario world = CompiledScenario.Compile(scenario);
        var inputs = new SharedInputs(world);
        using var replication = new Replication(world, new Arm("posted"), inputs: inputs);
        using var sharing = isShared ? new Replication(world, new Arm("posted"), inputs: inputs) : null;
        var record = new ReplicationRecord(world.EntryCounts);
        const int replications = 50;
        for (int number = 0; number < replications; number++)
        {
            replication.Run(number, record);
        }

        // The same ones again: every pool and queue has been as long as it will be.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int number = 0; number < replications; number++)
        {
            replication.Run(number, record);
        }

        // Some 8,000 events and vehicles a replication; a kilobyte for opening and closing its books.
        long perReplication = (GC.GetAllocatedBytesForCurrentThread() - before) / replications;
        Assert.That(record.Totals[(int)Total.Stops], Is.GreaterThan(2000));
        Assert.That(perReplication, Is.LessThan(1024));
    }

    [Test]
    public void Who_was_there_before_the_window_only_is_no_team_of_the_deployment()
    {
        ReplicationRecord record = Run(
            """
            length: 20 days
            warm_up: 10 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
            team_types: { team: { stops: 50%, finds: 50% } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            deployments:
              today: { post: { port: { task_force: all, team: team, hours: 06:00-18:00 } } }
              posted: {}
            experiment: { during_warm_up: today }
            """
        );
        double dispatched = record.Totals[(int)Total.ShipmentsDispatched];
        Assert.Multiple(() =>
        {
            Assert.That(dispatched, Is.GreaterThan(100));
            Assert.That(record.Totals[(int)Total.PassagesOffDuty], Is.Zero);
            Assert.That(record.By(Dimension.Fate)[(int)Fate.NoTeam][(int)Total.ShipmentsDispatched], Is.EqualTo(dispatched));
        });
    }

    private static ReplicationRecord Run(string yaml)
    {
        CompiledScenario world = CompiledScenario.Compile(Read(yaml));
        using var replication = new Replication(world, new Arm("posted"));
        var record = new ReplicationRecord(world.EntryCounts);
        replication.Run(0, record);
        return record;
    }

    private static Scenario Read(string yaml)
    {
        ScenarioReading reading = ScenarioReader.ReadText(yaml);
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return reading.Scenario!;
    }
}
