using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;
using SimInterdiction.Tests.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Analysis;

public sealed class BestGroupsTests
{
    private static readonly Measure Seized = MeasureCatalog.Find("firearms_seized")!;
    private static readonly Measure Delivered = MeasureCatalog.Find("firearms_delivered")!;
    private static readonly Measure Rate = MeasureCatalog.Find("seizure_rate")!;
    private static readonly string[] Names = [.. Samples.FourSystems.Keys];

    [Test]
    public void Of_the_four_systems_the_computed_ones_may_be_the_best()
    {
        Assert.That(Find(Seized)!.MayBeBest, Is.EqualTo(new[] { "One", "Two" }));
        Assert.That(Find(Delivered)!.MayBeBest, Is.EqualTo(new[] { "Three" }));
    }

    [TestCase(0, 0, 0, 0)]
    [TestCase(5, 5, 0, 0)]
    [TestCase(5, 0, 0, 5)]
    public void Of_exact_ties_for_the_best_none_is_named_alone(params double[] leads)
    {
        double[] luck = [.. Samples.Seized.Take(10)];
        BestGroup group = BestGroups.Find(
            Seized,
            Names,
            [.. leads.Select(lead => new MeasureValues([.. luck.Select(value => value + lead)], null))]
        )!;
        double most = leads.Max();
        Assert.That(group.MayBeBest, Is.EqualTo(Names.Where((_, i) => leads[i] == most)));
        Assert.That(group.AgainstTheBest.Select(a => a.Difference), Is.EqualTo(leads.Select(lead => lead - most)).Within(1e-12));
        Assert.That(
            group.AgainstTheBest.All(a => a.Low <= a.Difference + 1e-12 && a.Difference <= a.High + 1e-12 && a.Low <= 0 && a.High >= 0)
        );
    }

    // The intervals published for a minimum.
    [TestCase("One", 5.686, 0, 7.849)]
    [TestCase("Two", 4.886, 0, 7.049)]
    [TestCase("Three", -4.428, -6.591, 0)]
    [TestCase("Four", 4.428, 0, 6.591)]
    public void Where_less_is_better_the_best_is_below_all_others(string name, double difference, double low, double high)
    {
        AgainstTheBest against = Find(Delivered)!.AgainstTheBest.Single(each => each.Deployment == name);
        Assert.That(against.Difference, Is.EqualTo(difference).Within(1e-9));
        Assert.That(against.Low, Is.EqualTo(low).Within(5e-4));
        Assert.That(against.High, Is.EqualTo(high).Within(5e-4));
    }

    [Test]
    public void A_rate_leads_by_the_difference_of_the_rates_shown()
    {
        MeasureValues rate = new(Samples.Seized, Samples.Dispatched);
        MeasureValues more = new([.. Samples.Seized.Select((y, i) => y + (i % 3))], Samples.Dispatched);
        AgainstTheBest against = BestGroups.Find(Rate, ["this", "that"], [more, rate])!.AgainstTheBest[0];
        Assert.That(
            against.Difference,
            Is.EqualTo((more.Numerators.Sum() - Samples.Seized.Sum()) / Samples.Dispatched.Sum()).Within(1e-14)
        );
        Assert.That(against.Low, Is.Zero);
        Assert.That(against.High, Is.GreaterThan(against.Difference));
    }

    [Test]
    public void Replications_in_which_any_has_no_value_are_left_out_for_all()
    {
        List<MeasureValues> values =
        [
            .. Samples.FourSystems.Values.Select((system, i) => new MeasureValues([.. system, i == 2 ? double.NaN : 1e9], null)),
        ];
        Assert.That(BestGroups.Find(Seized, Names, values)!.AgainstTheBest, Is.EqualTo(Find(Seized)!.AgainstTheBest));
    }

    [Test]
    public void Without_a_direction_a_second_deployment_or_a_second_replication_none_is_best()
    {
        MeasureValues values = new([1, 2], null);
        Measure neutral = MeasureCatalog.All.First(measure => measure.BetterWhen == 0);
        Assert.That(BestGroups.Find(neutral, ["a", "b"], [values, values]), Is.Null);
        Assert.That(BestGroups.Find(Seized, ["a"], [values]), Is.Null);
        Assert.That(BestGroups.Find(Seized, ["a", "b"], [new([1], null), new([2], null)]), Is.Null);
        Assert.That(BestGroups.Find(Rate, ["a", "b"], [new([0, 0], [0, 0]), new([0, 0], [0, 0])]), Is.Null);
    }

    [Test]
    public void A_study_names_the_deployment_that_seizes_most()
    {
        StudyResult study = FakeWorld.Run(FakeWorld.ScenarioOf(4, new ExperimentPlan { Replications = 400 }), new StudyOptions());
        Assert.That(study.Best!.MayBeBest, Is.EqualTo(new[] { "plan_3" }));
        Assert.That(study.Best.AgainstTheBest.Select(each => each.Deployment), Is.EqualTo(study.Deployments.Select(each => each.Name)));
    }

    private static BestGroup? Find(Measure measure) =>
        BestGroups.Find(measure, Names, [.. Samples.FourSystems.Values.Select(values => new MeasureValues(values, null))]);
}
