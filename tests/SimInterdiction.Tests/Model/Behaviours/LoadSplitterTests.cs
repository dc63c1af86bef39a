using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Behaviours;

namespace SimInterdiction.Tests.Model.Behaviours;

public sealed class LoadSplitterTests
{
    [TestCase(10, ExpectedResult = 2, Description = "both within ten hours, the border included")]
    [TestCase(10.001, ExpectedResult = 1)]
    public int Loads_are_split_while_enough_losses_are_young_enough(double now)
    {
        LoadSplitter splitter = Heard(
            new LoadSplitting
            {
                AfterSeizures = 2,
                WithinHours = 10,
                Factor = 0.5,
            },
            0,
            5
        );
        return splitter.VehiclesFor(100, new Instant(now));
    }

    [Test]
    public void Too_few_losses_split_nothing()
    {
        var rule = new LoadSplitting
        {
            AfterSeizures = 3,
            WithinHours = 1000,
            Factor = 0.5,
        };
        Assert.That(Heard(rule, 1, 2).VehiclesFor(100, new Instant(2)), Is.EqualTo(1));
        Assert.That(Heard(rule, 1, 2, 2).VehiclesFor(100, new Instant(2)), Is.EqualTo(2));
    }

    [Test]
    public void Only_the_latest_losses_count()
    {
        var rule = new LoadSplitting
        {
            AfterSeizures = 2,
            WithinHours = 10,
            Factor = 0.5,
        };
        Assert.That(Heard(rule, 0, 20, 40, 45).VehiclesFor(100, new Instant(50)), Is.EqualTo(2));
        Assert.That(Heard(rule, 0, 20, 21, 45).VehiclesFor(100, new Instant(50)), Is.EqualTo(1));
    }

    [TestCase(1, ExpectedResult = 1)]
    [TestCase(0.7, ExpectedResult = 1)]
    [TestCase(0.6, ExpectedResult = 2)]
    [TestCase(0.5, ExpectedResult = 2)]
    [TestCase(0.4, ExpectedResult = 3, Description = "two and a half is rounded up")]
    [TestCase(0.1, ExpectedResult = 10)]
    [TestCase(0.01, ExpectedResult = 20, Description = "no vehicle goes empty")]
    public int A_factor_is_the_size_of_the_parts(double factor) =>
        Heard(new LoadSplitting { AfterSeizures = 1, Factor = factor }, 0).VehiclesFor(20, Instant.Zero);

    [Test]
    public void Nothing_is_left_of_one_replication_in_the_next()
    {
        LoadSplitter splitter = Heard(new LoadSplitting { AfterSeizures = 1, WithinHours = 1e9 }, 0);
        splitter.Begin(1);
        Assert.That(splitter.VehiclesFor(100, Instant.Zero), Is.EqualTo(1));
    }

    private static LoadSplitter Heard(LoadSplitting rule, params double[] hours)
    {
        var splitter = new LoadSplitter(rule);
        foreach (double at in hours)
        {
            splitter.Hear(new HeardFate(0, 0, IsSeized: true), new Instant(at));
        }

        return splitter;
    }
}
