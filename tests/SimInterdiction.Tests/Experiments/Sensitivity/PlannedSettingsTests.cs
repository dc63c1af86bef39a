using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>What is said before an analysis of how much it will simulate, against what it then simulates.</summary>
public sealed class PlannedSettingsTests
{
    private static readonly string[] Deployments = ["team", "nobody"];

    private static readonly UncertainScenario Product = UncertainWorlds.Of(UncertainWorlds.Product);

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase(SensitivityMethod.Tornado)]
    [TestCase(SensitivityMethod.Morris)]
    [TestCase(SensitivityMethod.Sobol)]
    [TestCase(SensitivityMethod.Discover)]
    [TestCase(SensitivityMethod.Map)]
    [TestCase(SensitivityMethod.Verdicts)]
    public void As_many_settings_are_planned_as_are_simulated(SensitivityMethod method)
    {
        SensitivityOptions options = Options(method);
        var planned = PlannedSettings.Of(Product, options);
        Assert.That(planned.More, Is.Zero);
        Assert.That(planned.Count, Is.EqualTo(SensitivityAnalysis.Run(Product, options, progress: null, default).Settings));
    }

    [Test]
    public void Of_a_map_of_any_two_inputs_the_grid_is_not_known_before()
    {
        var planned = PlannedSettings.Of(Product, Options(SensitivityMethod.Map) with { MapInputs = [] });
        Assert.That((planned.Known.Count, planned.More), Is.EqualTo((5, 49)));
    }

    [TestCase(SensitivityMethod.Morris)]
    [TestCase(SensitivityMethod.Sobol)]
    [TestCase(SensitivityMethod.Verdicts)]
    public void What_was_simulated_is_not_missing(SensitivityMethod method)
    {
        SensitivityOptions options = Options(method) with { Store = Store };
        var planned = PlannedSettings.Of(Product, options);
        Assert.That(Missing(options), Is.EqualTo(1));
        SensitivityAnalysis.Run(Product, options, progress: null, default);
        Assert.Multiple(() =>
        {
            Assert.That(Missing(options), Is.Zero);
            Assert.That(Missing(options with { Replications = 8 }), Is.EqualTo(.5), "the first half of the replications");
            Assert.That(Missing(options with { Seed = 6 }), Is.EqualTo(1), "other luck");
        });

        double Missing(SensitivityOptions asked) => planned.MissingShare(Product, asked, Deployments, holdsMore: false);
    }

    [Test]
    public void What_another_analysis_has_simulated_is_not_missing_and_the_rest_may_be()
    {
        SensitivityAnalysis.Run(Product, Options(SensitivityMethod.Tornado) with { Store = Store }, progress: null, default);
        using var other = new TemporaryFolder();
        SensitivityOptions map = Options(SensitivityMethod.Map) with
        {
            MapInputs = [],
            Store = new RunStore { Folder = other, Others = [folder] },
        };
        var planned = PlannedSettings.Of(Product, map);
        Assert.That(planned.MissingShare(Product, map, Deployments, holdsMore: false), Is.EqualTo(49.0 / 54).Within(1e-12));
        Assert.That(planned.MissingShare(Product, map, Deployments, holdsMore: true), Is.Zero);
    }

    private RunStore Store => new() { Folder = folder };

    private static SensitivityOptions Options(SensitivityMethod method) =>
        UncertainWorlds.Options(method, "team", replications: 4) with
        {
            Samples = method == SensitivityMethod.Discover ? SensitivityAnalysis.FewestSettings : 6,
            MapInputs = method == SensitivityMethod.Map ? [.. Product.Inputs.Select(input => input.Name)] : [],
        };
}
