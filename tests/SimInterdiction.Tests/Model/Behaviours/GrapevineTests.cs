using CsCheck;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Behaviours;

public sealed class GrapevineTests
{
    private static readonly Comparer<HeardFate> ByNumber = Comparer<HeardFate>.Create(
        (one, other) => one.Corridor.CompareTo(other.Corridor)
    );

    // Fates come up to a hundred hours ahead of their time, in any order, many more or fewer than was foreseen.
    [Test]
    public void Every_fate_is_heard_once_at_its_time_and_in_order() =>
        Gen.Select(
                RandomScenarios.OneOf(0.001, 0.1, 1, 100),
                RandomScenarios.OneOf(0, 1, 1000, 1e6),
                Gen.Select(Gen.Double[0, 3], Gen.Double[0, 100], Gen.Int[0, 5]).Array[0, 300]
            )
            .SampleRepeatably(
                sample =>
                {
                    (double perHour, double delay, (double Gap, double Ahead, int Added)[] steps) = sample;
                    var grapevine = new Grapevine(perHour, delay);
                    var waiting = new List<HeardFate>();
                    double now = 0;
                    int number = 0;
                    foreach ((double gap, double ahead, int added) in steps)
                    {
                        now += gap;
                        for (int i = 0; i < added; i++)
                        {
                            var fate = new HeardFate(
                                new Instant(now + delay + (ahead * i / 5)),
                                Corridor: number++,
                                LastStep: 0,
                                IsSeized: i % 2 == 0
                            );
                            grapevine.Add(fate);
                            waiting.Add(fate);
                        }

                        // Now and then the organization listens.
                        if (added < 4)
                        {
                            HeardFate[] heard = [.. Hear(grapevine, now)];
                            Assert.That(heard.Zip(heard.Skip(1)).All(f => f.First.At <= f.Second.At));
                            Assert.That(heard.Order(ByNumber).SequenceEqual(waiting.Where(f => f.At.Hours <= now)));
                            waiting.RemoveAll(f => f.At.Hours <= now);
                        }
                    }

                    Assert.That(Hear(grapevine, now + delay + 1000).Order(ByNumber).SequenceEqual(waiting));
                },
                iter: 300,
                seed: 32
            );

    [Test]
    public void What_is_heard_at_once_is_heard_at_once()
    {
        var grapevine = new Grapevine(1, 0);
        grapevine.Add(new HeardFate(new Instant(5), 1, 0, true));
        Assert.That(grapevine.TryHear(new Instant(4.999), out _), Is.False);
        Assert.That(grapevine.TryHear(new Instant(5), out HeardFate fate), Is.True);
        Assert.That(fate.Corridor, Is.EqualTo(1));
    }

    [Test]
    public void Nothing_is_left_of_one_replication_in_the_next()
    {
        var grapevine = new Grapevine(1, 10);
        grapevine.Add(new HeardFate(new Instant(15), 1, 0, true));
        grapevine.TryHear(new Instant(12), out _);
        grapevine.Clear();
        Assert.That(grapevine.TryHear(new Instant(1e6), out _), Is.False);
    }

    private static IEnumerable<HeardFate> Hear(Grapevine grapevine, double now)
    {
        while (grapevine.TryHear(new Instant(now), out HeardFate fate))
        {
            yield return fate;
        }
    }
}
