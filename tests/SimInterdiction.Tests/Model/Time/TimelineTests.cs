using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Tests.Model.Time;

public sealed class TimelineTests
{
    [TestCase(0)]
    [TestCase(24)]
    [TestCase(30)]
    [TestCase(100 / 3.0)]
    public void The_window_starts_at_midnight_whatever_the_warm_up(double warmUpHours)
    {
        Timeline timeline = Clock(warmUpHours);
        Assert.That(timeline.At(timeline.WindowStart), Is.EqualTo(new DateTime(2022, 10, 1)).Within(TimeSpan.FromTicks(1)));
        Assert.That(timeline.ClockHours(new DateOnly(2022, 10, 1)), Is.EqualTo(warmUpHours).Within(1e-9));
        Assert.That(timeline.At(timeline.WindowStart + 36), Is.EqualTo(new DateTime(2022, 10, 2, 12, 0, 0)).Within(TimeSpan.FromTicks(1)));
        Assert.That(timeline.WindowEnd - timeline.WindowStart, Is.EqualTo(720).Within(1e-9));
    }

    [Test]
    public void The_first_day_is_the_one_the_clock_begins_in()
    {
        Assert.That(Clock(0).FirstDay, Is.EqualTo(new DateOnly(2022, 10, 1)));
        Assert.That(Clock(24).FirstDay, Is.EqualTo(new DateOnly(2022, 9, 30)));
        Assert.That(Clock(25).FirstDay, Is.EqualTo(new DateOnly(2022, 9, 29)));
        Assert.That(Clock(25).ClockHours(new DateOnly(2022, 9, 29)), Is.EqualTo(-23));
    }

    [Test]
    public void The_window_holds_its_first_instant_and_not_its_last()
    {
        Timeline timeline = Clock(24);
        Assert.That(timeline.IsObserved(new Instant(Math.BitDecrement(24))), Is.False);
        Assert.That(timeline.IsObserved(new Instant(24)), Is.True);
        Assert.That(timeline.IsObserved(new Instant(Math.BitDecrement(744))), Is.True);
        Assert.That(timeline.IsObserved(new Instant(744)), Is.False);
    }

    private static Timeline Clock(double warmUpHours) => new(new Scenario
    {
        Start = new DateOnly(2022, 10, 1),
        LengthHours = 720,
        WarmUpHours = warmUpHours,
        Places = null!,
        Corridors = null!,
        Flows = null!,
        Deployments = null!,
    });
}
