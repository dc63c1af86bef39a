using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Tests.Engine.Tallies;

public sealed class TimeAverageTests
{
    [Test]
    public void A_level_counts_for_as_long_as_it_lasts()
    {
        var average = new TimeAverage(new Instant(10));
        average.Set(new Instant(12), 3);
        average.Set(new Instant(12), 5);
        average.Set(new Instant(16), 1);

        // Two hours at 0, four at 5, four at 1.
        Assert.That(average.Through(new Instant(20)), Is.EqualTo(2.4).Within(1e-15));
        Assert.That(average.Level, Is.EqualTo(1));
    }

    [Test]
    public void Over_no_time_there_is_no_average() => Assert.That(new TimeAverage(new Instant(3)).Through(new Instant(3)), Is.NaN);

    [Test]
    public void The_past_is_refused()
    {
        var average = new TimeAverage(Instant.Zero);
        average.Set(new Instant(2), 1);
        Assert.Multiple(() =>
        {
            Assert.That(() => average.Set(new Instant(1), 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => average.Set(new Instant(double.NaN), 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => average.Through(new Instant(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }
}
