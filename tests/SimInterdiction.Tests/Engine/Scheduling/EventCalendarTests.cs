using CsCheck;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Tests.Engine.Scheduling;

public sealed class EventCalendarTests
{
    [Test]
    public void Equal_times_come_out_in_scheduling_order()
    {
        using var calendar = new EventCalendar(1);
        for (int subject = 0; subject < 3000; subject++)
        {
            calendar.Schedule(new Instant(7), 3, subject);
        }

        Assert.That(TakeAll(calendar), Is.EqualTo(Enumerable.Range(0, 3000)));
    }

    [Test]
    public void Phases_come_before_scheduling_order_and_times_before_phases()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(2), 0, 5);
        calendar.Schedule(new Instant(1), 15, 4);
        calendar.Schedule(new Instant(1), 1, 2);
        calendar.Schedule(new Instant(1), 0, 1);
        calendar.Schedule(new Instant(1), 1, 3);

        Assert.That(TakeAll(calendar), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Where_events_have_a_rank_it_counts_and_not_their_order()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(1), 2, 3, rank: 7);
        calendar.Schedule(new Instant(1), 2, 5, rank: 6);
        calendar.Schedule(new Instant(1), 2, 2, rank: 7);
        calendar.Schedule(new Instant(1), 1, 4, rank: 9);
        calendar.Schedule(new Instant(1), 3, 1, rank: 1);

        Assert.That(TakeAll(calendar), Is.EqualTo(new[] { 4, 5, 2, 3, 1 }));
    }

    [Test]
    public void Any_sequence_of_calls_answers_as_a_sorted_list_would()
    {
        // Few distinct times and phases, so that most events have equals.
        var call = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 1000]);
        Gen.Select(Gen.Int[1, 4], call.Array[0, 120])
            .Sample(
                (capacity, calls) =>
                {
                    using var calendar = new EventCalendar(capacity);
                    var twin = new SortedListTwin(calendar);
                    foreach ((int kind, int delay, int phase, int pick) in calls)
                    {
                        twin.Try(kind, delay * 0.5, phase, pick);
                    }

                    while (twin.TakeBoth()) { }
                },
                iter: 20_000,
                seed: "0000000000001"
            );
    }

    [Test]
    public void Growth_keeps_the_order_of_thousands_of_random_times()
    {
        Gen.Int[0, 500]
            .Array[5000]
            .Sample(
                times =>
                {
                    using var calendar = new EventCalendar(1);
                    for (int subject = 0; subject < times.Length; subject++)
                    {
                        calendar.Schedule(new Instant(times[subject]), 0, subject);
                    }

                    Assert.That(TakeAll(calendar), Is.EqualTo(Enumerable.Range(0, times.Length).OrderBy(subject => times[subject])));
                },
                iter: 20,
                seed: "0000000000002"
            );
    }

    [Test]
    public void Of_events_before_a_clearing_nothing_remains()
    {
        using var calendar = new EventCalendar();
        for (int subject = 0; subject < 100; subject++)
        {
            calendar.Schedule(new Instant(1), 0, subject);
        }

        calendar.Clear();
        for (int subject = 0; subject < 7; subject++)
        {
            calendar.Schedule(new Instant(2 + subject), 0, subject);
        }

        Assert.That(TakeAll(calendar), Is.EqualTo(Enumerable.Range(0, 7)));
    }

    [Test]
    public void A_time_in_the_past_or_no_number_is_refused()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(3), 0, 0);
        calendar.TryTakeNext(out _);

        Assert.Multiple(() =>
        {
            Assert.That(() => calendar.Schedule(new Instant(2.999), 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => calendar.Schedule(new Instant(double.NaN), 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(
                () => calendar.Schedule(new Instant(double.NegativeInfinity), 0, 0),
                Throws.InstanceOf<ArgumentOutOfRangeException>()
            );
            Assert.That(() => calendar.Schedule(new Instant(3), 0, 0), Throws.Nothing);
        });
    }

    [Test]
    public void The_clock_can_not_be_set_back()
    {
        using var calendar = new EventCalendar();
        calendar.AdvanceTo(new Instant(3));
        Assert.That(() => calendar.AdvanceTo(new Instant(2.999)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => calendar.AdvanceTo(new Instant(double.NaN)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => calendar.Schedule(new Instant(2.999), 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(calendar.Now, Is.EqualTo(new Instant(3)));
    }

    [TestCase(-1, 0)]
    [TestCase(EventCalendar.MaxPhase + 1, 0)]
    [TestCase(0, -1)]
    [TestCase(0, EventCalendar.MaxSubject + 1)]
    public void Phases_and_subjects_out_of_range_are_refused(int phase, int subject)
    {
        using var calendar = new EventCalendar();
        Assert.That(() => calendar.Schedule(Instant.Zero, phase, subject), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(calendar.Pending, Is.Zero);
    }

    [Test]
    public void The_greatest_phase_and_subject_are_kept()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(Instant.Zero, EventCalendar.MaxPhase, EventCalendar.MaxSubject);
        Assert.That(TakeAll(calendar), Is.EqualTo(new[] { EventCalendar.MaxSubject }));
    }

    [Test]
    public void Minus_zero_is_zero()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(1), 0, 2);
        calendar.Schedule(new Instant(-0.0), 0, 1);
        Assert.That(TakeAll(calendar), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Cancelling_succeeds_once()
    {
        using var calendar = new EventCalendar();
        EventTicket ticket = calendar.Schedule(new Instant(1), 0, 1);
        Assert.That(calendar.Cancel(ticket), Is.True);
        Assert.That(calendar.Cancel(ticket), Is.False);
        Assert.That(calendar.PeekTime(), Is.EqualTo(Instant.Never));
        Assert.That(calendar.Cancel(ticket), Is.False);
        Assert.That(calendar.Pending, Is.Zero);
    }

    [Test]
    public void What_has_happened_can_not_be_cancelled()
    {
        using var calendar = new EventCalendar();
        EventTicket ticket = calendar.Schedule(new Instant(1), 5, 1);
        calendar.TryTakeNext(out _);
        Assert.That(calendar.Cancel(ticket), Is.False);

        calendar.Schedule(new Instant(1), 2, 2);
        calendar.TryTakeNext(out _);
        Assert.That(calendar.Cancel(ticket), Is.False);
    }

    [Test]
    public void The_very_first_event_can_be_cancelled()
    {
        using var calendar = new EventCalendar();
        Assert.That(calendar.Cancel(calendar.Schedule(Instant.Zero, 0, 0)), Is.True);
    }

    [Test]
    public void An_event_of_this_instant_in_an_earlier_phase_can_be_cancelled()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(1), 5, 1);
        calendar.TryTakeNext(out _);
        Assert.That(calendar.Cancel(calendar.Schedule(calendar.Now, 2, 2)), Is.True);
        Assert.That(calendar.TryTakeNext(out _), Is.False);
    }

    [Test]
    public void An_event_at_the_horizon_is_handled_and_one_after_it_is_not()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(10), 0, 1);
        calendar.Schedule(new Instant(Math.BitIncrement(10.0)), 0, 2);
        var log = new Log();

        Assert.That(calendar.RunThrough(new Instant(10), log), Is.EqualTo(1));
        Assert.That(log.Subjects, Is.EqualTo(new[] { 1 }));
        Assert.That(calendar.Pending, Is.EqualTo(1));
        Assert.That(calendar.Now, Is.EqualTo(new Instant(10)));
    }

    [Test]
    public void Events_scheduled_while_running_are_handled_in_the_same_run()
    {
        using var calendar = new EventCalendar();
        var chain = new Chain(calendar, 0.25);
        calendar.Schedule(Instant.Zero, 0, 0);
        Assert.That(calendar.RunThrough(new Instant(10), chain), Is.EqualTo(41));
    }

    [Test]
    public void Clearing_forgets_events_and_sets_the_clock_to_zero()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(1), 0, 1);
        calendar.Schedule(new Instant(2), 0, 2);
        calendar.TryTakeNext(out _);
        calendar.Clear();

        Assert.That(calendar.Now, Is.EqualTo(Instant.Zero));
        Assert.That(calendar.Pending, Is.Zero);
        Assert.That(calendar.PeekTime(), Is.EqualTo(Instant.Never));
        calendar.Schedule(Instant.Zero, 0, 3);
        Assert.That(TakeAll(calendar), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public void An_empty_calendar_leaves_the_clock_where_it_stands()
    {
        using var calendar = new EventCalendar();
        calendar.Schedule(new Instant(4), 0, 1);
        calendar.TryTakeNext(out _);
        Assert.That(calendar.TryTakeNext(out int subject), Is.False);
        Assert.That(subject, Is.EqualTo(-1));
        Assert.That(calendar.Now, Is.EqualTo(new Instant(4)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_disposed_calendar_is_empty_and_takes_no_events(bool whileHandling)
    {
        var calendar = new EventCalendar();
        calendar.Schedule(new Instant(1), 0, 1);
        if (whileHandling)
        {
            calendar.TryTakeNext(out _);
        }

        calendar.Dispose();
        calendar.Dispose();
        Assert.That(calendar.TryTakeNext(out _), Is.False);
        Assert.That(() => calendar.Schedule(new Instant(2), 0, 1), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void An_event_allocates_nothing()
    {
        using var calendar = new EventCalendar();
        var chain = new Chain(calendar, 1);
        for (int subject = 0; subject < 200; subject++)
        {
            calendar.Schedule(new Instant(subject), 0, subject);
        }

        RunAThousandHours();
        RunAThousandHours();
        long before = GC.GetAllocatedBytesForCurrentThread();
        long handled = RunAThousandHours();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(handled, Is.EqualTo(200_000));

        // The first time, methods are compiled, which allocates: those for what was cancelled in the second thousand
        // hours.
        long RunAThousandHours()
        {
            long handled = calendar.RunThrough(calendar.Now + 1000, chain);
            calendar.Cancel(calendar.Schedule(calendar.Now, 0, 0));
            return handled;
        }
    }

    private static List<int> TakeAll(EventCalendar calendar)
    {
        var subjects = new List<int>();
        while (calendar.TryTakeNext(out int subject))
        {
            subjects.Add(subject);
        }

        return subjects;
    }

    private sealed class Log : IHandleEvents
    {
        public List<int> Subjects { get; } = [];

        public void Handle(int subject) => Subjects.Add(subject);
    }

    private sealed class Chain(EventCalendar calendar, double gapHours) : IHandleEvents
    {
        public void Handle(int subject) => calendar.Schedule(calendar.Now + gapHours, 0, subject);
    }

    /// <summary>Does to a plain list what is done to the calendar, and compares the answers.</summary>
    private sealed class SortedListTwin(EventCalendar calendar)
    {
        private readonly List<(double Time, int Phase, int Sequence)> pending = [];
        private readonly List<(EventTicket Ticket, (double Time, int Phase, int Sequence) Key)> issued = [];
        private double now;

        public void Try(int kind, double delay, int phase, int pick)
        {
            switch (kind)
            {
                case < 5:
                    (double, int, int) key = (now + delay, phase, issued.Count);
                    issued.Add((calendar.Schedule(new Instant(now + delay), phase, issued.Count), key));
                    pending.Add(key);
                    pending.Sort();
                    break;
                case < 7:
                    TakeBoth();
                    break;
                case 7 when issued.Count > 0:
                    var (ticket, cancelled) = issued[pick % issued.Count];
                    Assert.That(calendar.Cancel(ticket), Is.EqualTo(pending.Remove(cancelled)));
                    break;
                case 8:
                    TakeBothThrough(now + delay);
                    break;
                case 9 when pending.Count == 0 || now + delay < pending[0].Time:
                    now += delay;
                    calendar.AdvanceTo(new Instant(now));
                    break;
                default:
                    Assert.That(calendar.PeekTime().Hours, Is.EqualTo(pending.Count == 0 ? double.PositiveInfinity : pending[0].Time));
                    break;
            }

            Assert.That(calendar.Pending, Is.EqualTo(pending.Count));
            Assert.That(calendar.Now.Hours, Is.EqualTo(now));
        }

        public bool TakeBoth()
        {
            bool isTaken = calendar.TryTakeNext(out int subject);
            Assert.That(isTaken, Is.EqualTo(pending.Count > 0));
            return isTaken && Remove(subject);
        }

        private void TakeBothThrough(double horizon)
        {
            bool isTaken = calendar.TryTakeNextThrough(new Instant(horizon), out int subject);
            Assert.That(isTaken, Is.EqualTo(pending.Count > 0 && pending[0].Time <= horizon));
            Assert.That(isTaken ? Remove(subject) : subject == -1);
        }

        private bool Remove(int subject)
        {
            Assert.That(subject, Is.EqualTo(pending[0].Sequence));
            now = pending[0].Time;
            pending.RemoveAt(0);
            return true;
        }
    }
}
