using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Store;

public sealed class SavingPaceTests
{
    [TestCase(0.0, 3.0)]
    [TestCase(10.0, 3.0)]
    [TestCase(100.0, 5.0)]
    [TestCase(86_400.0, 60.0)]
    public void What_may_be_lost_grows_with_the_run_up_to_a_minute(double secondsRun, double secondsLost)
    {
        var clock = new SetClock();
        var pace = new SavingPace(clock);
        clock.Seconds = secondsRun;
        pace.Saved();
        clock.Seconds = secondsRun + secondsLost - 0.01;
        Assert.That(pace.IsDue(100), Is.False);
        clock.Seconds = secondsRun + secondsLost + 0.01;
        Assert.That(pace.IsDue(100), Is.True);
    }

    [Test]
    public void Much_is_written_at_once() => Assert.That(new SavingPace(new SetClock()).IsDue(40_000_000), Is.True);
}
