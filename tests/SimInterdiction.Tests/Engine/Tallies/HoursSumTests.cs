using CsCheck;
using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Tests.Engine.Tallies;

public sealed class HoursSumTests
{
    private static readonly Gen<double[]> Times = Gen.OneOf(Gen.Double[0, 1], Gen.Double[0, 1e6], Gen.Const(1e-9)).Array[1, 50];

    [Test]
    public void The_order_decides_nothing() =>
        Times.Sample(times =>
        {
            HoursSum forward = Sum(times);
            Array.Sort(times);
            Assert.That(Sum(times), Is.EqualTo(forward));
        });

    [Test]
    public void What_is_taken_off_was_never_there() =>
        Gen.Select(Times, Times).Sample((some, more) => Assert.That(Sum([.. some, .. more]) - Sum(more), Is.EqualTo(Sum(some))));

    [Test]
    public void It_is_right_within_a_tenth_of_a_microsecond_a_time() =>
        Times.Sample(times =>
            Assert.That(Sum(times).Hours, Is.EqualTo(times.Sum()).Within((times.Length * 1e-7 / 3600) + (times.Sum() * 1e-14)))
        );

    [Test]
    public void It_holds_more_than_any_study_waits()
    {
        HoursSum sum = HoursSum.Of(9e7);
        for (int doubled = 0; doubled < 40; doubled++)
        {
            sum += sum;
        }

        Assert.That(sum.Hours, Is.EqualTo(9e7 * Math.Pow(2, 40)));
    }

    private static HoursSum Sum(double[] times) => times.Aggregate(default(HoursSum), (sum, time) => sum + HoursSum.Of(time));
}
