using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Analysis;

/// <summary>Studies of the fake world, in which the luck of the searches in the north is told, and that in the south is
/// not.</summary>
public sealed class ControlledStudyTests
{
    private const double Rounding = 1e-12;

    private static readonly Scenario Scenario = FakeWorld.ScenarioOf(
        3,
        new ExperimentPlan
        {
            Replications = 200,
            Seed = 7,
            AlsoReport = ["firearms_delivered", "stops"],
        }
    );

    private static readonly StudyResult Told = Run(200, jobs: 2, tellsLuck: true);
    private static readonly StudyResult Untold = Run(200, jobs: 2, tellsLuck: false);

    [Test]
    public void Entries_of_a_dimension_add_up_to_the_total_shown(
        [Values(Dimension.Corridor, Dimension.Hour, Dimension.Checkpoint)] Dimension dimension
    )
    {
        foreach (DeploymentResult deployment in Told.Deployments)
        {
            foreach (string measure in new[] { "firearms_seized", "shipments_seized" })
            {
                Assert.That(
                    deployment.By[dimension].Values.Sum(entry => entry[measure].Mean!.Value),
                    Is.EqualTo(deployment.Measures[measure].Mean).Within(Rounding)
                );
            }
        }
    }

    [Test]
    public void Seized_and_delivered_add_up_to_dispatched_and_the_rate_is_their_ratio()
    {
        foreach (IReadOnlyDictionary<string, Estimate> measures in Told.Deployments.Select(d => d.Measures))
        {
            Assert.That(
                measures["firearms_seized"].Mean + measures["firearms_delivered"].Mean,
                Is.EqualTo(measures["firearms_dispatched"].Mean).Within(Rounding)
            );
            Assert.That(
                measures["shipments_seized"].Mean + measures["shipments_delivered"].Mean,
                Is.EqualTo(measures["shipments_dispatched"].Mean).Within(Rounding)
            );
            Assert.That(
                measures["seizure_rate"].Mean,
                Is.EqualTo(measures["firearms_seized"].Mean / measures["firearms_dispatched"].Mean).Within(Rounding)
            );
        }
    }

    [Test]
    public void Differences_leads_and_points_of_convergence_are_those_of_the_averages_shown()
    {
        double?[] rates = [.. Told.Deployments.Select(d => d.Measures["seizure_rate"].Mean)];
        Assert.That(
            Told.Comparisons.Select(c => c.Difference!.Value),
            Is.EqualTo(new[] { rates[1] - rates[0], rates[2] - rates[0] }).Within(Rounding)
        );
        Assert.That(
            Told.Best!.AgainstTheBest.Select(a => a.Difference),
            Is.EqualTo(new[] { rates[0] - rates[2], rates[1] - rates[2], rates[2] - rates[1] }).Within(Rounding)
        );
        Comparison first = Told.Comparisons[0];
        Assert.That(
            first.Convergence[^1],
            Is.EqualTo(new ConvergencePoint(200, first.Difference!.Value, first.Low!.Value, first.High!.Value))
        );
    }

    [Test]
    public void A_single_group_of_everything_comes_out_as_everything()
    {
        // What is dispatched by corridor adds up to everything; one corridor would be everything: its ratio and
        // interval are those of the study.
        var sums = new RunningSums([.. Enum.GetValues<Dimension>().Select(d => d == Dimension.Corridor ? 1 : 0)], [Dimension.Corridor]);
        var table = new TotalsTable(100);
        var random = new Random(3);
        for (int i = 0; i < 100; i++)
        {
            var record = new ReplicationRecord([.. Enum.GetValues<Dimension>().Select(d => d == Dimension.Corridor ? 1 : 0)]);
            double luck = random.NextDouble() - .5;
            record.Totals[(int)Total.FirearmsDispatched] = 50 + random.Next(20);
            record.Totals[(int)Total.FirearmsSeized] = 5 + luck + random.NextDouble();
            record.Totals[(int)Total.FirearmsByLuck] = luck;
            record.Totals.CopyTo(record.By(Dimension.Corridor)[0], 0);
            sums.Add(record, i);
            table.Add(record.Totals);
        }

        PointEstimate entry = sums.Estimate(
            Dimension.Corridor,
            0,
            BreakdownMeasures.Of(Dimension.Corridor).Index().Single(m => m.Item.Name == "seizure_rate").Index
        );
        PointEstimate all = table.Values(MeasureCatalog.Find("seizure_rate")!).Estimate();
        Assert.That((entry.Value, entry.StandardError), Is.EqualTo((all.Value, all.StandardError)).Within(1e-14));
    }

    [Test]
    public void Taking_luck_out_narrows_intervals_and_says_how_much()
    {
        foreach ((Comparison told, Comparison untold) in Told.Comparisons.Zip(Untold.Comparisons))
        {
            double narrower = (told.High - told.Low)!.Value / (untold.High - untold.Low)!.Value;
            Assert.That(told.VarianceLeft, Is.EqualTo(narrower * narrower).Within(1e-9).And.InRange(.3, .8));
        }

        foreach (
            (Estimate told, Estimate untold) in Told.Deployments.Zip(Untold.Deployments, (a, b) =>
                (a.Measures["firearms_seized"], b.Measures["firearms_seized"])
            )
        )
        {
            double narrower = (told.High - told.Low)!.Value / (untold.High - untold.Low)!.Value;
            Assert.That(told.VarianceLeft, Is.EqualTo(narrower * narrower).Within(1e-9).And.LessThan(.9));
        }
    }

    [Test]
    public void Leads_over_the_best_other_are_surer_too()
    {
        // Of one that is not the best, the lower end lies half a width below its lead.
        Assert.That(HalfWidth(Told), Is.LessThan(.9 * HalfWidth(Untold)));

        static double HalfWidth(StudyResult study) => study.Best!.AgainstTheBest[0].Difference - study.Best.AgainstTheBest[0].Low;
    }

    [Test]
    public void What_single_periods_show_stays_as_it_is()
    {
        foreach ((DeploymentResult told, DeploymentResult untold) in Told.Deployments.Zip(Untold.Deployments))
        {
            Assert.That(told.Periods, Is.EqualTo(untold.Periods));
            foreach ((string name, Estimate estimate) in told.Measures)
            {
                Estimate plain = untold.Measures[name];
                Assert.That(
                    (estimate.Sd, estimate.P10, estimate.P90, estimate.P10Interval, estimate.P90Interval),
                    Is.EqualTo((plain.Sd, plain.P10, plain.P90, plain.P10Interval, plain.P90Interval))
                );
            }
        }

        Assert.That(Told.Comparisons.Select(c => c.BetterIn), Is.EqualTo(Untold.Comparisons.Select(c => c.BetterIn)));
    }

    [Test]
    public void What_is_dispatched_is_the_same_to_the_last_bit_for_all_also_by_entry([Values(2, 19, 20, 21, 57)] int replications)
    {
        StudyResult study = Run(replications, 2, tellsLuck: true);
        DeploymentResult first = study.Deployments[0];
        foreach (string measure in new[] { "shipments_dispatched", "firearms_dispatched" })
        {
            Assert.That(study.Deployments.Select(d => d.Measures[measure]), Is.All.EqualTo(first.Measures[measure]));
            foreach (DeploymentResult deployment in study.Deployments)
            {
                Assert.That(
                    deployment.By[Dimension.Corridor].Select(e => e.Value[measure]),
                    Is.EqualTo(first.By[Dimension.Corridor].Select(e => e.Value[measure]))
                );
            }
        }
    }

    [Test]
    public void The_luck_of_searches_is_taken_out_of_nothing_but_what_they_decide()
    {
        // Of every measure: the part of its numerator and denominator that they decide, at 1 more of everything that
        // was seized, and of what followed from it.
        double[] nothing = new double[ReplicationRecord.TotalCount];
        double[] dispatched = [.. nothing];
        foreach (
            Total total in new[]
            {
                Total.ShipmentsDispatched,
                Total.FirearmsDispatched,
                Total.OfficerHours,
                Total.CostUsd,
                Total.WindowHours,
                Total.LaneHours,
                Total.LegitimateStops,
            }
        )
        {
            dispatched[(int)total] = 1;
        }

        foreach (Measure measure in MeasureCatalog.All.Where(m => m.Searched is not null))
        {
            Searches part = measure.Searched!.In(dispatched, dispatched);
            Assert.That((part.OfNumerator, part.OfDenominator), Is.EqualTo((0.0, 0.0)), measure.Name);
        }
    }

    [Test]
    public void Measures_that_no_search_decides_come_out_to_the_last_bit_as_without_a_control()
    {
        foreach (Measure measure in MeasureCatalog.All.Where(m => m.Searched is null))
        {
            Assert.That(
                Told.Deployments.Select(d => d.Measures[measure.Name]),
                Is.EqualTo(Untold.Deployments.Select(d => d.Measures[measure.Name])),
                measure.Name
            );
            Assert.That(Told.Deployments.Select(d => d.Measures[measure.Name].VarianceLeft), Is.All.Null, measure.Name);
        }

        Comparison stops = Told.AlsoCompared.First(c => c.Measure == "stops");
        Comparison plain = Untold.AlsoCompared.First(c => c.Measure == "stops");
        Assert.That(
            (stops.Difference, stops.Low, stops.High, stops.VarianceLeft),
            Is.EqualTo((plain.Difference, plain.Low, plain.High, (double?)null))
        );
    }

    [Test]
    public void Averages_of_few_replications_are_to_the_last_bit_those_without_a_control()
    {
        (StudyResult told, StudyResult untold) = (Run(19, 1, tellsLuck: true), Run(19, 1, tellsLuck: false));
        Assert.That(told.Comparisons.Select(c => c.Difference), Is.EqualTo(untold.Comparisons.Select(c => c.Difference)));
        foreach ((DeploymentResult one, DeploymentResult other) in told.Deployments.Zip(untold.Deployments))
        {
            Assert.That(one.Measures.Values.Select(e => e.Mean), Is.EqualTo(other.Measures.Values.Select(e => e.Mean)));
            Assert.That(
                one.By[Dimension.Hour].Values.SelectMany(e => e.Values).Select(e => e.Mean),
                Is.EqualTo(other.By[Dimension.Hour].Values.SelectMany(e => e.Values).Select(e => e.Mean))
            );
        }
    }

    [Test]
    public void No_number_depends_on_threads([Values(1, 3)] int jobs) =>
        Assert.That(StoredStudies.Everything(Run(200, jobs, tellsLuck: true)), Is.EqualTo(StoredStudies.Everything(Told)));

    [Test]
    public void A_precision_is_reached_with_fewer_replications()
    {
        ExperimentPlan precise = Scenario.Experiment with { Replications = 50, Precision = .004, AtMost = 5000 };
        (StudyResult told, StudyResult untold) = (Run(precise, true), Run(precise, false));
        Assert.That((told.Precision!.IsReached, untold.Precision!.IsReached), Is.EqualTo((true, true)));
        Assert.That(told.Replications, Is.LessThan(.8 * untold.Replications));
    }

    private static StudyResult Run(ExperimentPlan plan, bool tellsLuck) =>
        Study.Run(
            Scenario with
            {
                Experiment = plan,
            },
            new StudyOptions { Jobs = 2 },
            s => new FakeWorld(s) { TellsLuck = tellsLuck, OwnLuck = true },
            progress: null,
            CancellationToken.None
        );

    private static StudyResult Run(int replications, int jobs, bool tellsLuck) =>
        Study.Run(
            Scenario,
            new StudyOptions { Jobs = jobs, Replications = replications },
            s => new FakeWorld(s) { TellsLuck = tellsLuck },
            progress: null,
            CancellationToken.None
        );
}
