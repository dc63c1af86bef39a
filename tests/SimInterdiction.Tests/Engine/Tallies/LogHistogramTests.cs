using CsCheck;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Engine.Tallies;

public sealed class LogHistogramTests
{
    // As the law of the class says.
    private const double Within = 0.01;

    [Test]
    public void Quantiles_are_those_of_the_sorted_sample_within_one_percent()
    {
        // From minutes to months, and many at the same value, as searches of fixed length make them.
        Gen<double> delay = Gen.Frequency((1, Gen.Double[-6, 9].Select(Math.Exp)), (1, Gen.Int[0, 4].Select(n => n * 0.25)));
        Gen.Select(delay.Array[1, 200], Gen.Double[0.01, 1])
            .SampleRepeatably(
                sample =>
                {
                    (double[] delays, double share) = sample;
                    var histogram = new LogHistogram();
                    foreach (double hours in delays)
                    {
                        histogram.Add(hours);
                    }

                    double exact = delays.Order().ElementAt((int)Math.Ceiling(share * delays.Length) - 1);
                    Assert.That(histogram.Quantile(share), Is.EqualTo(exact).Within(Within * exact));
                },
                iter: 20_000,
                seed: 2
            );
    }

    [Test]
    public void What_is_taken_back_was_never_counted_and_what_others_counted_is()
    {
        Gen<double[]> delays = Gen.OneOf(Gen.Double[-6, 9].Select(Math.Exp), Gen.Const(0.0), Gen.Const(1e7)).Array[1, 50];
        Gen.Select(delays, delays, Gen.Double[0, 1])
            .Sample(
                (some, more, share) =>
                {
                    LogHistogram both = Of([.. some, .. more]);
                    LogHistogram sum = Of(some);
                    sum.Add(Of(more));
                    Assert.That(sum.Quantile(share), Is.EqualTo(both.Quantile(share)));
                    foreach (double hours in more)
                    {
                        both.Add(hours, -1);
                    }

                    Assert.That(both.Quantile(share), Is.EqualTo(Of(some).Quantile(share)));
                }
            );
    }

    private static LogHistogram Of(double[] delays)
    {
        var histogram = new LogHistogram();
        Array.ForEach(delays, hours => histogram.Add(hours));
        return histogram;
    }

    [Test]
    public void Delays_all_alike_have_that_quantile() // The widest bins of a doubling begin at a power of two.
    {
        var histogram = new LogHistogram();
        for (int i = 0; i < 1000; i++)
        {
            histogram.Add(1);
        }

        Assert.That(histogram.Quantile(0.95), Is.EqualTo(1).Within(Within));
    }

    [Test]
    public void No_delays_have_no_quantile_and_no_delay_is_nought()
    {
        var histogram = new LogHistogram();
        Assert.That(histogram.Quantile(0.5), Is.NaN);
        histogram.Add(0);
        histogram.Add(0);
        histogram.Add(3);
        Assert.That(histogram.Quantile(0.5), Is.Zero);
        Assert.That(histogram.Quantile(1), Is.EqualTo(3).Within(3 * Within));
    }

    [Test]
    public void Clearing_forgets_everything()
    {
        var histogram = new LogHistogram();
        histogram.Add(1e9);
        histogram.Add(0);
        histogram.Clear();
        Assert.That(histogram.Quantile(0.5), Is.NaN);
        histogram.Add(2);
        Assert.That(histogram.Quantile(0.5), Is.EqualTo(2).Within(2 * Within));
    }
}
