using CsCheck;
using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Tests.Engine.Lanes;

public sealed class LaneBankTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(int.MaxValue)]
    public void Answers_are_those_of_a_queue_run_event_by_event(int queueLimit)
    {
        // Gaps and holding times in halves, shifts of five hours: arrivals, releases and shift ends often fall
        // together.
        var arrival = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 12]);
        Gen.Select(Gen.Int[1, 4], arrival.Array[1, 60])
            .Sample(
                (lanes, arrivals) =>
                {
                    var bank = new LaneBank(lanes, queueLimit);
                    var twin = new QueueTwin(lanes, queueLimit);
                    var answers = new List<LaneAnswer>();
                    double now = 0;
                    foreach ((int gap, int hold) in arrivals)
                    {
                        now += gap * 0.25;
                        answers.Add(bank.Offer(new Instant(now), hold * 0.5, new Instant(QueueTwin.CloseAfter(now))));
                        twin.Arrive(now, hold * 0.5);
                    }

                    Assert.That(answers, Is.EqualTo(twin.Finish()));
                },
                iter: 10_000,
                seed: "0000000000004"
            );
    }

    [Test]
    public void A_free_lane_serves_at_once_and_a_busy_one_when_it_falls_free()
    {
        var bank = new LaneBank(1, int.MaxValue);
        Assert.That(bank.Offer(new Instant(1), 2, Instant.Never), Is.EqualTo(new LaneAnswer(true, new Instant(1))));
        Assert.That(bank.Offer(new Instant(2), 4, Instant.Never), Is.EqualTo(new LaneAnswer(true, new Instant(3))));
        Assert.That(bank.Offer(new Instant(7), 1, Instant.Never), Is.EqualTo(new LaneAnswer(true, new Instant(7))));
    }

    [Test]
    public void As_many_lanes_as_needed_never_keep_anyone_waiting()
    {
        var bank = new LaneBank(int.MaxValue, 0);
        for (int i = 0; i < 100; i++)
        {
            Assert.That(bank.Offer(new Instant(1), 1000, new Instant(2)), Is.EqualTo(new LaneAnswer(true, new Instant(1))));
        }
    }

    [Test]
    public void Clearing_empties_lanes_and_queue()
    {
        var bank = new LaneBank(1, 1);
        bank.Offer(Instant.Zero, 100, Instant.Never);
        bank.Offer(Instant.Zero, 100, Instant.Never);
        bank.Clear();
        Assert.That(bank.Offer(Instant.Zero, 5, Instant.Never), Is.EqualTo(new LaneAnswer(true, Instant.Zero)));
        Assert.That(bank.Offer(Instant.Zero, 5, Instant.Never), Is.EqualTo(new LaneAnswer(true, new Instant(5))));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(int.MaxValue)]
    public void Lanes_set_back_to_an_hour_go_on_as_they_did(int queueLimit)
    {
        var arrival = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 12]);
        Gen.Select(Gen.Int[1, 4], arrival.Array[1, 60])
            .Sample(
                (lanes, arrivals) =>
                {
                    var bank = new LaneBank(lanes, queueLimit);
                    var history = new LaneHistory();
                    var times = new List<double>();
                    var answers = new List<LaneAnswer>();
                    double now = 0;
                    foreach ((int gap, int hold) in arrivals)
                    {
                        double before = now;
                        now += gap * 0.25;
                        if (Math.Floor(now) > Math.Floor(before))
                        {
                            history.Keep(new Instant(Math.Floor(now)), bank);
                        }

                        times.Add(now);
                        answers.Add(bank.Offer(new Instant(now), hold * 0.5, new Instant(QueueTwin.CloseAfter(now))));
                    }

                    double middle = Math.Floor(times[times.Count / 2]);
                    if (middle == 0)
                    {
                        return;
                    }

                    var other = new LaneBank(lanes, queueLimit);
                    other.Offer(Instant.Zero, 1000, Instant.Never);
                    history.Restore(new Instant(middle), other);
                    int first = times.FindIndex(time => time >= middle);
                    IEnumerable<LaneAnswer> again = times
                        .Zip(arrivals)
                        .Skip(first)
                        .Select(a => other.Offer(new Instant(a.First), a.Second.Item2 * 0.5, new Instant(QueueTwin.CloseAfter(a.First))));
                    Assert.That(again, Is.EqualTo(answers.Skip(first)));
                },
                iter: 10_000,
                seed: "0000000000004"
            );
    }

    [Test]
    public void Lanes_are_only_set_back_to_what_was_kept()
    {
        var history = new LaneHistory();
        history.Keep(new Instant(1), new LaneBank(1, 0));
        Assert.That(() => history.Restore(new Instant(2), new LaneBank(1, 0)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_bank_needs_a_lane_and_a_queue_limit_from_0()
    {
        Assert.That(() => new LaneBank(0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LaneBank(1, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    /// <summary>Lanes and queue moved step by step: the shift ends first, then lanes fall free, then vehicles
    /// arrive.</summary>
    private sealed class QueueTwin(int lanes, int queueLimit)
    {
        private const double ShiftHours = 5;

        private readonly List<double> busyUntil = [];
        private readonly Queue<(int Number, double Hold)> waiting = [];
        private readonly SortedDictionary<int, LaneAnswer> answers = [];
        private double nextClose = ShiftHours;
        private int arrived;

        // The team goes on duty again at once, so that a shift's end is only a sweep of the queue.
        public static double CloseAfter(double now) => (Math.Floor(now / ShiftHours) + 1) * ShiftHours;

        public void Arrive(double now, double hold)
        {
            RunThrough(now);
            int number = arrived++;
            if (busyUntil.Count < lanes)
            {
                Serve(number, now, hold);
            }
            else if (waiting.Count < queueLimit)
            {
                waiting.Enqueue((number, hold));
            }
            else
            {
                answers[number] = new LaneAnswer(false, new Instant(now));
            }
        }

        public List<LaneAnswer> Finish()
        {
            RunThrough(1e4);
            return [.. answers.Values];
        }

        private void RunThrough(double end)
        {
            while (true)
            {
                double release = busyUntil.Count > 0 ? busyUntil.Min() : double.PositiveInfinity;
                if (Math.Min(release, nextClose) > end)
                {
                    return;
                }

                if (nextClose <= release)
                {
                    while (waiting.TryDequeue(out (int Number, double Hold) vehicle))
                    {
                        answers[vehicle.Number] = new LaneAnswer(false, new Instant(nextClose));
                    }

                    nextClose += ShiftHours;
                    continue;
                }

                busyUntil.Remove(release);
                if (waiting.TryDequeue(out (int Number, double Hold) next))
                {
                    Serve(next.Number, release, next.Hold);
                }
            }
        }

        private void Serve(int number, double at, double hold)
        {
            answers[number] = new LaneAnswer(true, new Instant(at));
            busyUntil.Add(at + hold);
        }
    }
}
