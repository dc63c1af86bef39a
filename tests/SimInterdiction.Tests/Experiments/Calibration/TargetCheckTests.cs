using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Calibration;

namespace SimInterdiction.Tests.Experiments.Calibration;

/// <summary>A figure is met when the interval of the average says so.</summary>
public sealed class TargetCheckTests
{
    [TestCase(25, 5, 22, 28, Met.Yes)]
    [TestCase(25, 5, 20, 30, Met.Yes)]
    [TestCase(25, 5, 10, 27, Met.NotDecided)]
    [TestCase(25, 5, 19, 31, Met.NotDecided)]
    [TestCase(25, 5, 10, 19, Met.No)]
    [TestCase(25, 5, 31, 40, Met.No)]
    [TestCase(25, 0, 24, 27, Met.Yes, TestName = "An exact figure is met where the interval holds it")]
    [TestCase(25, 0, 26, 27, Met.No)]
    public void The_whole_interval_must_come_to_the_figure(double figure, double giveOrTake, double low, double high, Met expected) =>
        Assert.That(Check(figure, giveOrTake, new Estimate((low + high) / 2, low, high)).Met, Is.EqualTo(expected));

    [Test]
    public void Without_an_interval_nothing_is_decided() =>
        Assert.That(Check(25, 5, new Estimate(25, null, null)).Met, Is.EqualTo(Met.NotDecided));

    [Test]
    public void Words_say_what_is_known()
    {
        Assert.That(
            CalibrationWords.Met(Check(25, 5, new Estimate(18, 10, 27))),
            Is.EqualTo("given 25 +- 5, simulated 18 (10 to 27): not decided; more replications would tell")
        );
        Assert.That(CalibrationWords.Met(Check(25, 5, new Estimate(12, 10, 14))), Does.EndWith(": NOT met"));
    }

    [Test]
    public void A_figure_and_what_is_simulated_have_one_notation()
    {
        var check = new TargetCheck(CalibrationWorlds.Target("cost_usd", 12_000, 1_000), new Estimate(12_004, 11_990, 12_018));
        Assert.That(CalibrationWords.Met(check), Does.StartWith("given USD 12,000 +- USD 1,000, simulated USD 12,00"));
        check = new TargetCheck(CalibrationWorlds.Target("seizure_rate", 0.02, 0.001), new Estimate(0.02, 0.0199, 0.0201));
        Assert.That(CalibrationWords.Met(check), Does.StartWith("given 2% +- 0.1 points, simulated 2.00% (1.99% to 2.01%)"));
    }

    private static TargetCheck Check(double figure, double giveOrTake, Estimate average) =>
        new(CalibrationWorlds.Target("shipments_seized", figure, giveOrTake), average);
}
