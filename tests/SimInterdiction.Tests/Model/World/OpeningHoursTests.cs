using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.World;

/// <summary>When what is not always open lets vehicles through.</summary>
public sealed class OpeningHoursTests
{
    // The clock begins on a Saturday at midnight.
    private static readonly Timeline Clock = new(Files.Good(Files.ReadOverBase("start: 2022-10-01")));

    [TestCase(5.99, 6)]
    [TestCase(6, 6)]
    [TestCase(21.99, 21.99)]
    [TestCase(22, 30)]
    [TestCase(23, 30)]
    public void By_day_from_opening_to_just_before_closing(double comes, double through) =>
        Assert.That(Opens(new Opening { Hours = new(new(6), new(22)) }, comes), Is.EqualTo(through));

    [TestCase(0, 0, Description = "open since the evening before")]
    [TestCase(3.99, 3.99)]
    [TestCase(4, 20)]
    [TestCase(19, 20)]
    [TestCase(23, 23)]
    public void Past_midnight(double comes, double through) =>
        Assert.That(Opens(new Opening { Hours = new(new(20), new(4)) }, comes), Is.EqualTo(through));

    [TestCase(1, 48 + 6, Description = "Saturday to Monday")]
    [TestCase((5 * 24) + 10, (5 * 24) + 10, Description = "Thursday")]
    [TestCase((6 * 24) + 23, (9 * 24) + 6, Description = "Friday night")]
    [TestCase((9 * 24) + 7, (10 * 24) + 6, Description = "a holiday on Monday")]
    public void By_weekday_and_but_for_holidays(double comes, double through)
    {
        var opening = new Opening
        {
            Hours = new(new(6), new(22)),
            Days = [Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri],
            Except = through == (10 * 24) + 6 ? [new DateOnly(2022, 10, 10)] : [],
        };
        Assert.That(Opens(opening, comes), Is.EqualTo(through));
    }

    [Test]
    public void What_never_opens_is_refused()
    {
        Problem problem = Files.ReadOverBase("places: { laredo: { open: { days: [] } } }").Problems.Single(p => p.IsError);
        Assert.That(
            (problem.Code, problem.Message),
            Is.EqualTo(("S157", "'laredo' never opens, and what comes there would wait for ever"))
        );
    }

    private static double Opens(Opening opening, double comes) => new OpeningHours([opening], Clock).NextOpen(new Instant(comes)).Hours;
}
