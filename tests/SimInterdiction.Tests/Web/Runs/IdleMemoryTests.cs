using SimInterdiction.Web.Runs;

namespace SimInterdiction.Tests.Web.Runs;

[NonParallelizable]
public sealed class IdleMemoryTests
{
    [Test]
    public void Memory_is_given_back_ten_seconds_after_the_last_request_unless_something_runs()
    {
        bool isBusy = true;
        var clock = new TimerClock();
        using var memory = new IdleMemory(() => isBusy, clock);
        Assert.That(clock.Due, Is.EqualTo(Timeout.InfiniteTimeSpan), "nobody asked for anything yet");
        memory.Asked();
        Assert.That(clock.Due, Is.EqualTo(TimeSpan.FromSeconds(10)));

        clock.Fire();
        Assert.That(clock.Due, Is.EqualTo(TimeSpan.FromSeconds(10)), "while something runs it looks again later");
        isBusy = false;
        int before = GC.CollectionCount(GC.MaxGeneration);
        clock.Fire();
        Assert.That(GC.CollectionCount(GC.MaxGeneration), Is.GreaterThan(before));
        Assert.That(clock.Due, Is.EqualTo(Timeout.InfiniteTimeSpan), "once is enough");
    }
}
