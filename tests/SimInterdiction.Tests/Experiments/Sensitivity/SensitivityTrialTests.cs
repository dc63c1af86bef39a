using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;

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
}
