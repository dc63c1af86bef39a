using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class BootstrapTests
{
    private static readonly double[] Skewed = [10, 12, 12.5, 12.5, 13.9, 15, 21, 22, 23, 34, 50, 81, 89, 121, 134, 213];

    private static readonly Bootstrap Resampling = new(new StreamKey(1), 20_000);

    // An end of the interval errs by about .3 in 20,000 resamples (binomial error of the percentile over its density),
    // and the published ones, of 10,000 or fewer, by some .4: within 1.5, three standard errors.
    [Test]
    public void The_corrected_interval_of_a_skewed_sample_is_the_published_one()
    {
        Interval interval = Resampling.Bca(Skewed.Length, Mean, .95);
        Assert.That(interval.Low, Is.EqualTo(32.31).Within(1.5));
        Assert.That(interval.High, Is.EqualTo(91.43).Within(1.5));
    }

    [Test]
    public void The_percentile_interval_of_a_skewed_sample_is_the_published_one()
    {
        Interval interval = Resampling.Percentile(Skewed.Length, Mean, .95);
        Assert.That(interval.Low, Is.EqualTo(28.86).Within(1.5));
        Assert.That(interval.High, Is.EqualTo(84.21).Within(1.5));
    }

    [Test]
    public void What_never_varies_has_an_interval_of_no_width()
    {
        Interval interval = new Bootstrap(new StreamKey(2), 100).Bca(5, _ => 7, .95);
        Assert.That(interval, Is.EqualTo(new Interval(7, 7)));
    }

    [Test]
    public void Resamples_that_have_no_value_leave_no_interval_however_few() =>
        Assert.That(
            new Bootstrap(new StreamKey(3), 1000)
                .Percentile(5, numbers => numbers[0] + numbers[1] + numbers[2] == 0 ? double.NaN : 1, .95)
                .Low,
            Is.NaN
        );

    [Test]
    public void Every_replication_is_drawn_equally_often()
    {
        // 30,000 draws of ten: chi-square on 9 degrees of freedom is below 27.9 with .999.
        int[] drawn = new int[10];
        new Bootstrap(new StreamKey(4), 3_000).Percentile(10, numbers => Count(numbers, drawn), .95);
        Assert.That(drawn.Sum(count => (count - 3_000.0) * (count - 3_000.0) / 3_000), Is.LessThan(27.9));
        Assert.That(drawn.Sum(), Is.EqualTo(30_000));
    }

    private static double Count(ReadOnlySpan<int> numbers, int[] drawn)
    {
        foreach (int number in numbers)
        {
            drawn[number]++;
        }

        return 0;
    }

    private static double Mean(ReadOnlySpan<int> numbers)
    {
        double sum = 0;
        foreach (int number in numbers)
        {
            sum += Skewed[number];
        }

        return sum / numbers.Length;
    }
}
