using SimInterdiction.Model.Risks;

namespace SimInterdiction.Tests.Model.Risks;

public sealed class LaneBlockingTests
{
    [TestCase(5, 3, 0.1100543)]
    [TestCase(5, 4, 0.199066874)]
    [TestCase(10, 7, 0.0787408830)]
    [TestCase(1, 1, 0.5)]
    [TestCase(2, 1, 0.2)]
    public void Without_a_queue_it_is_Erlangs_loss(int lanes, double offered, double expected) =>
        Assert.That(LaneBlocking.Share(lanes, 0, offered), Is.EqualTo(expected).Within(1e-7));

    // Four lanes and six places to wait, 60 an hour, 12 an hour each; and M/M/1 with K places, (1 - r) r^K / (1 -
    // r^(K+1)).
    [TestCase(4, 6, 5, 0.2300243254)]
    [TestCase(1, 2, 0.5, 0.5 * 0.125 / (1 - 0.0625))]
    [TestCase(1, 3, 1, 1 / 5.0)]
    public void With_a_queue_it_is_that_of_so_many_places(int lanes, int queueLimit, double offered, double expected) =>
        Assert.That(LaneBlocking.Share(lanes, queueLimit, offered), Is.EqualTo(expected).Within(1e-9));

    // M/M/1 with K places is evenly spread over K + 1 states where as many come as can be served, and waves (r - 1) / r
    // through where r times as many do.
    [TestCase(2_000_000_000, 1, 1 / 2_000_000_002.0)]
    [TestCase(2_000_000_000, 0.5, 0)]
    [TestCase(2_000_000_000, 4, 0.75)]
    public void A_queue_of_billions_takes_no_longer(int queueLimit, double offered, double expected) =>
        Assert.That(LaneBlocking.Share(1, queueLimit, offered), Is.EqualTo(expected).Within(1e-15));

    [TestCase(3, int.MaxValue, 100)]
    [TestCase(int.MaxValue, 0, 100)]
    [TestCase(3, 0, 0)]
    public void Nobody_is_waved_through_with_room_for_all_or_nobody_there(int lanes, int queueLimit, double offered) =>
        Assert.That(LaneBlocking.Share(lanes, queueLimit, offered), Is.Zero);

    [Test]
    public void Even_a_flood_fills_no_more_than_the_lanes() =>
        Assert.That(LaneBlocking.Share(10, 5, 1e9), Is.EqualTo(1 - 1e-8).Within(1e-9));

    [Test]
    public void However_full_lanes_and_long_a_queue_the_share_waved_through_is_a_share()
    {
        // Twice as many as can be served: half are waved through, but for the time it takes to fill the queue.
        Assert.That(LaneBlocking.Share(1, 2000, 2), Is.EqualTo(0.5).Within(1e-12));
        Assert.That(LaneBlocking.Share(3, 5000, 3e9), Is.EqualTo(1).Within(1e-8));
    }

    // Erlang's C(4, 3) = .5094 over 4 - 3, and C(1, .5) = .5; M/M/1 with one place to wait and as many as can be
    // served: of those let in, half come while one is searched and none waits. M/M/1 with two places, where twice as
    // many come: 1, 2, 4 and 8 parts of 15, so that 1 x 4 + 2 x 8 wait, and 2 of 15 x 7 come in.
    [TestCase(4, int.MaxValue, 3, 0.5094339623)]
    [TestCase(1, int.MaxValue, 0.5, 1)]
    [TestCase(1, 1, 1, 0.5)]
    [TestCase(1, 2, 2, 20.0 / 14)]
    [TestCase(1, 2_000_000_000, 0.5, 1)]
    [TestCase(4, 0, 3, 0)]
    [TestCase(int.MaxValue, int.MaxValue, 3, 0)]
    [TestCase(4, int.MaxValue, 0, 0)]
    [TestCase(2, int.MaxValue, 2, double.PositiveInfinity)]
    public void Those_served_wait_as_theory_says(int lanes, int queueLimit, double offered, double expected) =>
        Assert.That(LaneBlocking.MeanWait(lanes, queueLimit, offered), Is.EqualTo(expected).Within(1e-9));
}
