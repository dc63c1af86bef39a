using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class MserTests
{
    // 100, 90, …, 10, then 90 values that wander between 0 and 10.
    private static readonly double[] Falling =
    [
        .. Enumerable.Range(0, 10).Select(i => 100.0 - (10 * i)),
        .. Enumerable.Range(0, 90).Select(i => (double)(7 * i % 11)),
    ];

    [Test]
    public void The_falling_start_is_left_out()
    {
        WarmUp warmUp = Mser.Truncate(Falling, 1);
        Assert.That(warmUp.Deleted, Is.EqualTo(11));
        Assert.That(warmUp.Statistic, Is.EqualTo(.1115964).Within(5e-8));
    }

    [Test]
    public void Batches_of_five_leave_out_whole_batches() => Assert.That(Mser.Truncate(Falling, 5).Deleted, Is.EqualTo(10));

    [Test]
    public void A_series_without_warm_up_keeps_everything() =>
        Assert.That(Mser.Truncate([.. Enumerable.Range(0, 50).Select(i => (double)(i % 2))], 1).Deleted, Is.Zero);

    [Test]
    public void What_never_settles_gives_half_the_series() =>
        Assert.That(Mser.Truncate([.. Enumerable.Range(0, 50).Select(i => Math.Exp(-i))], 1).Deleted, Is.EqualTo(25));

    [Test]
    public void One_batch_can_not_be_judged() =>
        Assert.That(() => Mser.Truncate(new double[9], 5), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
