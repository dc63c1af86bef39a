using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.World;

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

    [TestCase(1e8)]
    [TestCase(1e14)]
    [TestCase(double.PositiveInfinity)]
    public void What_is_later_than_every_calendar_is_at_its_end(double hours) =>
        Assert.That(Clock(0).At(new Instant(hours)), Is.EqualTo(DateTime.MaxValue));

    [Test]
    public void The_same_time_is_the_same_number_however_it_is_come_by()
    {
        // 1,000 minutes before the window: 07:20 on the day before.
        Timeline timeline = Clock(1000 / 60.0);
        var start = new DateOnly(2022, 10, 1);
        for (int minute = 0; minute < 1440; minute++)
        {
            double late = timeline.ClockHours(start.AddDays(31), minute);
            Assert.That(timeline.ClockHours(start.AddDays(30), minute + 1440), Is.EqualTo(late));
            Assert.That(timeline.ClockHours(start, minute + (31 * 1440)), Is.EqualTo(late));
            Assert.That(timeline.At(new Instant(late)), Is.EqualTo(new DateTime(2022, 11, 1).AddMinutes(minute)));
        }

        Assert.That(timeline.WindowStart.Hours, Is.EqualTo(timeline.ClockHours(start)));
        Assert.That(timeline.WindowEnd.Hours, Is.EqualTo(timeline.ClockHours(start.AddDays(30))));
        Assert.That(timeline.WindowHours, Is.EqualTo(720));
    }

    [TestCase(0)]
    [TestCase(1000 / 60.0)]
    [TestCase(100 / 7.0)]
    public void An_instant_lies_in_its_hour_of_the_calendar(double warmUpHours)
    {
        Timeline timeline = Clock(warmUpHours);
        for (int hour = 1; hour < 1000; hour++)
        {
            Instant begins = timeline.BeginningOf(hour);
            Assert.That(
                (timeline.CalendarHour(begins), timeline.HourOfDay(begins), timeline.At(begins).Hour),
                Is.EqualTo((hour, hour % 24, hour % 24))
            );
            foreach (double before in (double[])[Math.BitDecrement(begins.Hours), begins.Hours - 1e-7, begins.Hours - 1e-3])
            {
                var instant = new Instant(before);
                Assert.That(
                    (timeline.CalendarHour(instant), timeline.HourOfDay(instant), timeline.At(instant).Hour),
                    Is.EqualTo((hour - 1, (hour + 23) % 24, (hour + 23) % 24)),
                    $"{before:R}"
                );
            }
        }
    }

    [TestCase(0, 0)]
    [TestCase(1 / 60.0, 1)]
    [TestCase(24, 1)]
    [TestCase(24 + 1e-12, 1)]
    [TestCase(24 + (1 / 60.0), 2)]
    [TestCase(4368, 182)]
    public void Days_are_counted_in_whole(double hours, int days) => Assert.That(Timeline.DaysOf(hours), Is.EqualTo(days));

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

    private static Timeline Clock(double warmUpHours) =>
        new(
            new Scenario
            {
                Start = new DateOnly(2022, 10, 1),
                LengthHours = 720,
                WarmUpHours = warmUpHours,
                Places = null!,
                Corridors = null!,
                Flows = null!,
                Deployments = null!,
            }
        );
}
