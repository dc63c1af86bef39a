using SimInterdiction.Engine.Tallies;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>The control variate against theory: what luck took is what was seized less what was to be expected, and 0
/// on average whatever happens.</summary>
public sealed class SearchLuckTests
{
    [Test]
    public void Where_lanes_are_never_short_luck_is_what_was_seized_beyond_the_chance_of_it()
    {
        CompiledScenario world = SmallWorlds.Compile(
            """
            places: { depot: { at: [29.42, -98.49] }, gate: { at: [28.5, -99.0] }, bridge: { at: [27.50, -99.51], kind: port } }
            corridors: { road: { path: [depot, gate, bridge] } }
            flows: { guns: { rate: 40 shipments per day, load: { varies: [1, 3, 9] }, routes: { road: 100% } } }
            team_types: { team: { officers: 4, stops: 30%, finds: 50% },
                pair: { officers: 4, stops: 20%, finds: 60%, further_team_adds: 50% } }
            task_forces: { border: { home: bridge, teams: { team: 1, pair: 2 } } }
            checkpoints: { gate: {}, bridge: {} }
            deployments:
              one: { post: { bridge: { task_force: border, team: team } } }
              two: { post: { gate: { task_force: border, team: team }, bridge: { task_force: border, team: pair, count: 2 } } }
            experiment: { seed: 5 }
            """
        );
        double[] one = SmallWorlds.Run(world, new Arm("one")).Totals;
        const double Chance = 0.3 * 0.5;
        Assert.That(one[(int)Total.ShipmentsSeized], Is.GreaterThan(100));
        Assert.That(
            one[(int)Total.ShipmentsByLuck],
            Is.EqualTo(one[(int)Total.ShipmentsSeized] - (Chance * one[(int)Total.ShipmentsDispatched])).Within(1e-8)
        );
        Assert.That(
            one[(int)Total.FirearmsByLuck],
            Is.EqualTo(one[(int)Total.FirearmsSeized] - (Chance * one[(int)Total.FirearmsDispatched])).Within(1e-8)
        );

        // Two of a type at the bridge, the second with half its chance, and only what the gate has let through.
        ReplicationRecord both = SmallWorlds.Run(world, new Arm("two"));
        const double AtBridge = 1 - ((1 - (0.2 * 0.6)) * (1 - (0.2 * 0.5 * 0.6)));
        double atGate = both.By(Dimension.Checkpoint)[0][(int)Total.ShipmentsSeized];
        double dispatched = both.Totals[(int)Total.ShipmentsDispatched];
        double expected = (Chance * dispatched) + (AtBridge * (dispatched - atGate));
        Assert.That(both.Totals[(int)Total.ShipmentsByLuck], Is.EqualTo(both.Totals[(int)Total.ShipmentsSeized] - expected).Within(1e-8));
    }

    [Test]
    public void Taking_it_out_leaves_what_is_dispatched_alone_however_rare_seizures_are([Values(2, 20, 30)] int replications)
    {
        // 300 shipments a month, of which a team finds .005 %: no month of these has one.
        Scenario scenario = ScenarioReader
            .ReadText(
                """
                length: 30 days
                places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
                corridors: { road: { path: [depot, bridge] } }
                flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
                team_types: { team: { officers: 4, stops: 0.01%, finds: 50% } }
                task_forces: { border: { home: bridge, teams: { team: 1 } } }
                checkpoints: { bridge: {} }
                deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
                experiment: { smallest_difference_that_matters: 1 point, seed: 1 }
                """
            )
            .Scenario!;
        StudyResult study = Study.Run(scenario, new StudyOptions { Replications = replications }, progress: null, CancellationToken.None);
        foreach (string measure in new[] { "shipments_dispatched", "firearms_dispatched" })
        {
            Assert.That(study.Deployments[1].Measures[measure], Is.EqualTo(study.Deployments[0].Measures[measure]));
            Assert.That(
                study.Deployments[1].By[Dimension.Corridor]["road"][measure],
                Is.EqualTo(study.Deployments[0].By[Dimension.Corridor]["road"][measure])
            );
        }

        Assert.That(
            study.Deployments[0].Measures["shipments_dispatched"].Mean,
            Is.EqualTo(300).Within(4 * Math.Sqrt(300.0 / replications))
        );
        Assert.That(study.Comparisons[0].Low!.Value, Is.LessThan(study.Comparisons[0].High!.Value));

        // The chance of a find is known, so from 20 replications on its average is too, whether or not one happened.
        double rate = study.Deployments[1].Measures["seizure_rate"].Mean!.Value;
        Assert.That(rate, Is.EqualTo(replications < 20 ? 0 : 5e-5).Within(1e-12));
    }

    [Test]
    public void Its_mean_is_zero_whatever_organizations_programmes_and_rotations_do()
    {
        // Of 160 scenarios, standard errors off zero: none by more than 5 (with so few replications about once in 1,000
        // draws of the seed), together by no more than 3.3.
        var off = new List<double>();
        RandomAdversaries.Any.SampleRepeatably(
            scenario =>
            {
                CompiledScenario world = CompiledScenario.Compile(scenario);
                using var replication = new Replication(world, new Arm("posted"));
                var record = new ReplicationRecord(world.EntryCounts);
                var luck = new Tally();
                for (int number = 0; number < 60; number++)
                {
                    replication.Run(number, record);
                    luck.Add(record.Totals[(int)Total.ShipmentsByLuck]);
                }

                if (luck.Variance > 0)
                {
                    off.Add(luck.Mean / Math.Sqrt(luck.Variance / luck.Count));
                    Assert.That(Math.Abs(off[^1]), Is.LessThan(5));
                }
            },
            iter: 160,
            seed: 31,
            RandomAdversaries.Describe
        );
        Assert.That(off, Has.Count.GreaterThan(40));
        Assert.That(Math.Abs(off.Sum()) / Math.Sqrt(off.Count), Is.LessThan(3.3));
    }
}
