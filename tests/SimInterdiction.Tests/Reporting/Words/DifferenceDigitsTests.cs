using CsCheck;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>The same numbers never have two verdicts: an end next to what decides has the digits that show on which
/// side of it it lies.</summary>
public sealed class DifferenceDigitsTests
{
    private static readonly MeasureScale Points = MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!, .002);

    [TestCase(.4, .2003, .6, "+0.4 (0.2 to 0.6)", Description = "just what matters does")]
    [TestCase(.4, .1997, .6, "+0.4 (0.1997 to 0.6)")]
    [TestCase(-.33, -.5, -.1998, "−0.3 (−0.5 to −0.1998)")]
    [TestCase(.1, .003, .21, "+0.1 (0.003 to 0.2)")]
    [TestCase(.1, -.03, .196, "+0.1 (−0.03 to +0.196)")]
    [TestCase(.1, .03, .17, "+0.1 (0.03 to 0.17)")]
    [TestCase(-.03, -.09, .03, "0.0 (−0.1 to +0.03)", Description = "on which side of 0 it ends")]
    [TestCase(.0, -.04, .04, "0.0 (±0.1)")]
    [TestCase(-.4, -.8, 0, "−0.4 (−0.8 to 0.0)", Description = "an end that is 0")]
    [TestCase(.19, .1, .197, "+0.19 (0.10 to 0.197)", Description = "a number lies within its interval")]
    [TestCase(.22, .21, .24, "+0.22 (0.21 to 0.24)", Description = "0.2 give or take 0.1 leaves it open")]
    [TestCase(.8, .66, .98, "+0.8 (0.7 to 1.0)")]
    public void An_end_next_to_what_decides_has_the_digits_it_needs(double difference, double low, double high, string words) =>
        Assert.That(Points.Difference(difference / 100, low / 100, high / 100), Is.EqualTo(words));

    [Test]
    public void What_is_shown_has_the_verdict_of_what_is_known() =>
        Gen.Select(Gen.Int[-1_000, 1_000], Gen.Int[0, 600], Gen.Int[0, 600])
            .Sample(
                (value, below, above) =>
                {
                    (double low, double high) = ((value - below) / 1_000.0, (value + above) / 1_000.0);
                    string ends = Digits.Ends(value / 1_000.0, low, high, finest: -1, matters: .2);
                    return ends.StartsWith('±')
                        || ends.Replace('−', '-').Split(" to ") is [var from, var to]
                            && Verdicts.Decide(new Interval(double.Parse(from), double.Parse(to)), .2)
                                == Verdicts.Decide(new Interval(low, high), .2);
                }
            );

    // From a thousandth to a million, whatever matters: no end that isn't 0 looks like it, and all are in order.
    [Test]
    public void No_end_looks_like_nothing_that_is_not() =>
        Gen.Select(Gen.Int[-3, 6], Gen.Int[-1_000, 1_000], Gen.Int[1, 2_000], Gen.Int[1, 2_000], Gen.Int[0, 2])
            .Sample(
                (power, value, below, above, few) =>
                {
                    double matters = .2 * few;
                    double one = Math.Pow(10, power) / 1_000;
                    (double low, double high) = ((value - below) * one, (value + above) * one);
                    string words = Digits.SignedWithInterval(value * one, low, high, Digits.Finest(matters), matters);
                    string ends = words[(words.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
                    return ends.StartsWith('±')
                        || (
                            ends.Split(" to ") is [var from, var to]
                            && (low == 0 || from.Any(c => c is >= '1' and <= '9'))
                            && (high == 0 || to.Any(c => c is >= '1' and <= '9'))
                        );
                }
            );

    [Test]
    public void Times_are_told_to_about_a_second()
    {
        var minutes = MeasureScale.Of(MeasureCatalog.Find("delay_per_vehicle_h")!);
        Assert.That(minutes.ValueWithInterval(new Estimate(.4473 / 60, .4285 / 60, .4661 / 60)), Is.EqualTo("0.45 min (0.43 to 0.47 min)"));
        Assert.That(minutes.Outwards(5.638 / 60, 5.684 / 60), Is.EqualTo("5.63 to 5.69 min"));
        Assert.That(minutes.Difference(-.00008 / 60, -.00012 / 60, -.00004 / 60), Is.EqualTo("0.00 (±0.01)"));
    }

    [Test]
    public void Officer_hours_that_do_not_vary_are_no_finding()
    {
        var hours = MeasureScale.Of(MeasureCatalog.Find("officer_hours")!);
        Assert.That(hours.Difference(6_720, 6_720, 6_720), Is.EqualTo("+6,720"));
    }
}
