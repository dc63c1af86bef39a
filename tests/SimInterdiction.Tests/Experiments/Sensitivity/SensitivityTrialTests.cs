using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>How long an analysis takes, by a clock that is set forward by the first input at each setting.</summary>
public sealed class SensitivityTrialTests
{
    private const int Settings = 54;

    private static readonly string[] Deployments = ["team", "nobody"];

    // From .1 by .2 to .6: levels are on average .35, and of a triangle .3 (a third of the sum of its three).
    [TestCase(SensitivityMethod.Morris, .35)]
    [TestCase(SensitivityMethod.Sobol, .3)]
    [TestCase(SensitivityMethod.Map, .35)]
    public void What_takes_longer_with_an_input_is_told_on_average(SensitivityMethod method, double each) =>
        Assert.That(Seconds(method, CancellationToken.None), Is.EqualTo(each * Settings).Within(3).Percent);

    /// <summary>By the time of the processor, which other programs hardly change; saving, which is not
    /// tried, takes up to a third of it.</summary>
    [Explicit]
    [Category("Slow")]
    [TestCase(SensitivityMethod.Morris)]
    [TestCase(SensitivityMethod.Sobol)]
    [TestCase(SensitivityMethod.Map)]
    public void It_is_right_within_two_fifths(SensitivityMethod method)
    {
        const string Rate = "rate: { uncertain: [200 shipments per day, 600 shipments per day, 2_000 shipments per day] }";
        UncertainScenario uncertain = UncertainWorlds.Of(
            UncertainWorlds.Product.Replace("rate: 40 shipments per day", Rate, StringComparison.Ordinal)
        );
        using var folder = new TemporaryFolder();
        var clock = new ProcessorClock();
        SensitivityOptions options = UncertainWorlds.Options(method, "team", replications: 20) with
        {
            Jobs = 1,
            Samples = 40,
            MapInputs = method == SensitivityMethod.Map ? [.. uncertain.Inputs.Take(2).Select(input => input.Name)] : [],
            Store = new RunStore { Folder = folder },
        };
        int settings = PlannedSettings.Of(uncertain, options).Count;
        double told = SensitivityTrial.Seconds(uncertain, options, Deployments, settings, TimeSpan.FromSeconds(3), clock, default)!.Value;
        long began = clock.GetTimestamp();
        SensitivityAnalysis.Run(uncertain, options, progress: null, default);
        double took = clock.GetElapsedTime(began).TotalSeconds;
        TestContext.Out.WriteLine($"{method}: told {told:0.0} s, took {took:0.0} s");
        Assert.That(told, Is.EqualTo(took).Within(40).Percent);
    }

    [Test]
    public void Nothing_is_told_where_it_is_stopped() =>
        Assert.That(Seconds(SensitivityMethod.Morris, new CancellationToken(canceled: true)), Is.Null);

    private static double? Seconds(SensitivityMethod method, CancellationToken cancellation)
    {
        var clock = new SetClock();
        UncertainScenario product = UncertainWorlds.Of(UncertainWorlds.Product);
        UncertainScenario timed = product with
        {
            At = values =>
            {
                clock.Seconds += values[0];
                return product.At(values);
            },
        };
        return SensitivityTrial.Seconds(
            timed,
            UncertainWorlds.Options(method, "team", replications: 8),
            Deployments,
            Settings,
            TimeSpan.FromMinutes(5),
            clock,
            cancellation
        );
    }

    private sealed class ProcessorClock : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
    }
}
