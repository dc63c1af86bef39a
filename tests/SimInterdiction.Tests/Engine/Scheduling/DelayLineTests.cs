using CsCheck;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Engine.Scheduling;

public sealed class DelayLineTests
{
    // They come up to a hundred hours ahead of their time, in any order, many more or fewer than was foreseen.
    [Test]
    public void Everything_is_taken_once_at_its_time_and_in_order() =>
        Gen.Select(
                RandomScenarios.OneOf(0.001, 0.1, 1, 100),
                RandomScenarios.OneOf(0, 1, 1000, 1e6),
                Gen.Select(Gen.Double[0, 3], Gen.Double[0, 100], Gen.Int[0, 5]).Array[0, 300]
            )
            .SampleRepeatably(
                sample =>
                {
                    (double perHour, double delay, (double Gap, double Ahead, int Added)[] steps) = sample;
                    var line = new DelayLine<int>(perHour, delay);
                    var waiting = new List<(Instant At, int Number)>();
                    double now = 0;
                    int number = 0;
                    foreach ((double gap, double ahead, int added) in steps)
                    {
                        now += gap;
                        for (int i = 0; i < added; i++)
                        {
                            var at = new Instant(now + delay + (ahead * i / 5));
                            line.Add(at, number);
                            waiting.Add((at, number++));
                        }

                        // Only now and then does anybody look.
                        if (added < 4)
                        {
                            (Instant At, int Number)[] taken = [.. TakeAll(line, now)];
                            Assert.That(taken.Zip(taken.Skip(1)).All(f => f.First.At <= f.Second.At));
                            Assert.That(taken.OrderBy(t => t.Number).SequenceEqual(waiting.Where(w => w.At.Hours <= now)));
                            waiting.RemoveAll(w => w.At.Hours <= now);
                        }
                    }

                    Assert.That(TakeAll(line, now + delay + 1000).OrderBy(t => t.Number).SequenceEqual(waiting));
                },
                iter: 300,
                seed: 32
            );

    [Test]
    public void What_is_due_now_is_taken_now()
    {
        var line = new DelayLine<int>(1, 0);
        line.Add(new Instant(5), 1);
        Assert.That(line.TryTake(new Instant(4.999), out _, out _), Is.False);
        Assert.That(line.TryTake(new Instant(5), out Instant at, out int item), Is.True);
        Assert.That((at.Hours, item), Is.EqualTo((5.0, 1)));
    }

    [Test]
    public void Nothing_is_left_after_clearing()
    {
        var line = new DelayLine<int>(1, 10);
        line.Add(new Instant(15), 1);
        line.TryTake(new Instant(12), out _, out _);
        line.Clear();
        Assert.That(line.TryTake(new Instant(1e6), out _, out _), Is.False);
    }

    private static IEnumerable<(Instant At, int Number)> TakeAll(DelayLine<int> line, double now)
    {
        while (line.TryTake(new Instant(now), out Instant at, out int number))
        {
            yield return (at, number);
        }
    }
}
