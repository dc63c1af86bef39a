using SimInterdiction.Application.Runs;

namespace SimInterdiction.Tests.Application;

public sealed class TimeLeftTests
{
    [Test]
    public void The_first_of_all_which_includes_the_start_says_nothing_about_the_rest()
    {
        var clock = new SetClock();
        var left = new TimeLeft(clock);
        Assert.That(left.At(0, 100), Is.Null);
        clock.Seconds += 3;
        Assert.That(left.At(1, 100), Is.Null);
        clock.Seconds += 0.5;
        Assert.That(left.At(3, 100), Is.Null, "half a second is too little to tell");
        clock.Seconds += 0.5;
        Assert.That(left.At(5, 100), Is.EqualTo(95 * 0.25).Within(1e-9));
    }

    [Test]
    public void What_counts_is_the_pace_of_the_last_while()
    {
        var clock = new SetClock();
        var left = new TimeLeft(clock);
        left.At(50, 1000);
        for (int done = 51; done <= 75; done++)
        {
            clock.Seconds += 1;
            left.At(done, 1000);
        }

        Assert.That(left.At(75, 1000), Is.EqualTo(925).Within(1e-9), "one a second, once what was stored is read");
    }

    [Test]
    public void Asking_often_changes_nothing()
    {
        var clock = new SetClock();
        var left = new TimeLeft(clock);
        double? said = null;
        for (int done = 1; done <= 41; done++)
        {
            said = left.At(done, 100);
            clock.Seconds += 0.1;
        }

        Assert.That(said, Is.EqualTo(59 * 0.1).Within(1e-6));
    }
}
