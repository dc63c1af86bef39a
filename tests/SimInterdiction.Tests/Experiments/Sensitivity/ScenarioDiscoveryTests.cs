using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>The doubtful team is better by (finds - 40 %) / 2, and worth it by 1 point or more: from 42 % on. What the
/// idle team finds changes nothing. Seeds are fixed.</summary>
public sealed class ScenarioDiscoveryTests
{
    private const string Finds = "team_types.doubtful.finds";

    [Test]
    public void The_region_ends_where_the_difference_begins_to_matter()
    {
        Discovery discovery = Discover(UncertainWorlds.Linear);
        RegionLimit limit = discovery.Region!.Limits.Single();
        Assert.That((discovery.SeeksWorth, limit.Path, limit.IsLeast), Is.EqualTo((false, Finds, false)));

        // A peel is a twentieth of the range from 20 % to 60 %.
        Assert.That(limit.Value, Is.EqualTo(.42).Within(.02));
        Assert.That(limit.QuasiP, Is.LessThan(1e-6));
        Assert.That(discovery.ChanceOfAsClear, Is.EqualTo(1 / 200.0), "none of 199 shufflings");
        Assert.That(discovery.Region.Density.High, Is.GreaterThan(.95));
        Assert.That(discovery.Region.HeldOutDensity, Is.GreaterThan(.9));
        Assert.That(discovery.Region.HeldOutCoverage, Is.GreaterThan(.9));
        Assert.That(
            (discovery.Trajectory[0].Settings, discovery.Trajectory[0].Coverage, discovery.Trajectory[0].LimitedInputs),
            Is.EqualTo((120, 1.0, 0))
        );
    }

    [Test]
    public void Settings_are_decided_by_their_intervals()
    {
        Discovery discovery = Discover(UncertainWorlds.Linear);
        foreach (DrawnSetting setting in discovery.Settings)
        {
            bool? expected =
                setting.Difference.Low >= .01 ? false
                : setting.Difference.High < .01 ? true
                : null;
            Assert.That(setting.IsSought, Is.EqualTo(expected));
            Assert.That(setting.IsInside, Is.EqualTo(setting.Inputs[0] <= discovery.Region!.Limits[0].Value));
        }

        int inside = discovery.Settings.Count(s => s.IsInside);
        int surely = discovery.Settings.Count(s => s is { IsInside: true, IsSought: true });
        int open = discovery.Settings.Count(s => s is { IsInside: true, IsSought: null });
        Assert.That(discovery.Region!.Density.Low, Is.EqualTo((double)surely / inside));
        Assert.That(discovery.Region.Density.High, Is.EqualTo((double)(surely + open) / inside));
        Assert.That(discovery.NotDecided, Is.EqualTo(discovery.Settings.Count(s => s.IsSought is null)).And.GreaterThan(0));
    }

    [Test]
    public void What_surely_is_not_worth_it_at_best_guess_is_sought_where_it_is()
    {
        Discovery discovery = Discover(UncertainWorlds.Linear.Replace("[20%, 50%, 60%]", "[20%, 30%, 60%]", StringComparison.Ordinal));
        RegionLimit limit = discovery.Region!.Limits.Single();
        Assert.That((discovery.SeeksWorth, limit.Path, limit.IsLeast), Is.EqualTo((true, Finds, true)));
        Assert.That(limit.Value, Is.EqualTo(.42).Within(.02));
    }

    [Test]
    public void Where_less_is_better_the_sides_are_turned()
    {
        // Firearms delivered: fewer the more are found, and every difference of another measure than the file's
        // matters.
        Discovery discovery = Discover(UncertainWorlds.Linear, "firearms_delivered");
        RegionLimit limit = discovery.Region!.Limits.Single();
        Assert.That((limit.Path, limit.IsLeast), Is.EqualTo((Finds, false)));
        Assert.That(limit.Value, Is.EqualTo(.4).Within(.02));
    }

    [TestCase("[45%, 50%, 60%]", "seizure_rate")]
    [TestCase("[20%, 50%, 60%]", "disruption_days")]
    public void Where_all_settings_agree_there_is_no_region(string finds, string measure)
    {
        string yaml = UncertainWorlds.Linear.Replace("[20%, 50%, 60%]", finds, StringComparison.Ordinal);
        Discovery discovery = Discover(yaml, measure);
        Assert.That(discovery.Region, Is.Null);
        Assert.That(discovery.Trajectory, Is.Empty);
        Assert.That(discovery.ChanceOfAsClear, Is.Null);
    }

    [Test]
    public void What_chance_alone_decides_has_no_region()
    {
        // Equal teams whose luck differs, at every setting alike but for the number that nothing depends on.
        string yaml = UncertainWorlds
            .Linear.Replace("finds: { uncertain: [20%, 50%, 60%] }", "finds: 42%", StringComparison.Ordinal)
            .Replace("seed: 5", "seed: 6", StringComparison.Ordinal);
        Assert.That(Discover(yaml).Region, Is.Null);
    }

    [Test]
    public void Whole_numbers_are_drawn_as_whole_numbers()
    {
        // So many officers cost nothing that is measured: only what is drawn is looked at.
        UncertainScenario uncertain = UncertainWorlds.Of(UncertainWorlds.Linear);
        var counts = new UncertainScenario([new UncertainRange("count", 2, 1, 4)], values =>
            uncertain.At([.5, .2]) is var scenario && values[0] == Math.Round(values[0]) ? scenario : throw new InvalidDataException()
        )
        {
            Whole = new HashSet<string> { "count" },
        };
        Discovery discovery = SensitivityAnalysis.Run(counts, Options("seizure_rate"), null, CancellationToken.None).Discovery!;
        Assert.That(
            discovery.Settings.GroupBy(s => s.Inputs[0]).OrderBy(g => g.Key).Select(g => g.Key),
            Is.EqualTo(new[] { 1.0, 2, 3, 4 })
        );
        Assert.That(discovery.Settings.GroupBy(s => s.Inputs[0]).Select(g => g.Count()), Is.All.InRange(15, 47), "120 / 4, give or take");
    }

    [Test]
    public void A_setting_is_the_same_however_many_there_are()
    {
        SensitivityOptions options = Options("seizure_rate") with { Replications = 2 };
        double[][] few = Drawn(options with { Samples = 50 });
        double[][] many = Drawn(options with { Samples = 60 });
        Assert.That(many.Take(50), Is.EqualTo(few));

        static double[][] Drawn(SensitivityOptions options) =>
            [.. UncertainWorlds.Run(UncertainWorlds.Linear, options).Discovery!.Settings.Select(s => s.Inputs.ToArray())];
    }

    [Test]
    public void Too_few_settings_are_no_discovery() =>
        Assert.That(
            () => UncertainWorlds.Run(UncertainWorlds.Linear, Options("seizure_rate") with { Samples = 49 }),
            Throws.InstanceOf<ArgumentException>()
        );

    private static Discovery Discover(string yaml, string measure = "seizure_rate") =>
        UncertainWorlds.Run(yaml, Options(measure)).Discovery!;

    private static SensitivityOptions Options(string measure) =>
        UncertainWorlds.Options(SensitivityMethod.Discover, "with_doubtful", 20) with
        {
            Samples = 120,
            Measure = SimInterdiction.Model.Measures.MeasureCatalog.Find(measure)!,
        };
}
