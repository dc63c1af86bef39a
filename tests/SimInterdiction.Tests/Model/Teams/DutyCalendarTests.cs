using CsCheck;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Teams;

public sealed class DutyCalendarTests
{
    private const int MinutesChecked = 12 * 24 * 60;
    private static readonly DateOnly Saturday = new(2022, 10, 1);
    private static readonly Weekday[] Week = Enum.GetValues<Weekday>();

    [Test]
    public void Every_minute_is_on_duty_or_off_as_the_posting_says()
    {
        Any()
            .SampleRepeatably(
                any =>
                {
                    (Posting posting, int warmUpMinutes, int step) = any;
                    Timeline timeline = Clock(warmUpMinutes / 60.0);
                    var calendar = new DutyCalendar(posting, timeline);
                    for (int minute = 0; minute < MinutesChecked; minute += step)
                    {
                        bool isOn = calendar.IsOnDuty(Middle(minute), out Shift shift);
                        Assert.That(isOn, Is.EqualTo(IsOn(posting, minute - warmUpMinutes)), $"minute {minute}");
                        if (isOn)
                        {
                            Assert.That(
                                shift.To.Hours * 60,
                                Is.EqualTo(EndOfShift(posting, minute, warmUpMinutes)).Within(1e-6),
                                $"shift of minute {minute}"
                            );
                        }
                    }
                },
                iter: 400,
                seed: 3
            );
    }

    [Test]
    public void Hours_within_are_the_minutes_on_duty()
    {
        Gen.Select(Any(), Gen.Int[0, MinutesChecked].Array[2])
            .SampleRepeatably(
                sample =>
                {
                    ((Posting posting, int warmUpMinutes, int step), int[] ends) = sample;
                    (int from, int to) = (ends.Min(), ends.Max());
                    var calendar = new DutyCalendar(posting, Clock(warmUpMinutes / 60.0));

                    // Asked for at any time, also when the present has moved on.
                    calendar.IsOnDuty(Middle(step * 10), out _);
                    int minutes = Enumerable.Range(from, to - from).Count(m => IsOn(posting, m - warmUpMinutes));
                    Assert.That(
                        calendar.HoursWithin(new Instant(from / 60.0), new Instant(to / 60.0)) * 60,
                        Is.EqualTo(minutes).Within(1e-6)
                    );
                },
                iter: 300,
                seed: 4
            );
    }

    [TestCase(0, 1440)]
    [TestCase(360, 360)]
    [TestCase(20, 20)]
    public void Round_the_clock_to_a_last_day_is_one_shift_whenever_first_asked(int from, int to)
    {
        var calendar = new DutyCalendar(Post(new(At(from), At(to))) with { To = Saturday.AddDays(20) }, Clock(0));
        Assert.That(calendar.IsOnDuty(new Instant(100), out Shift shift), Is.True);
        Assert.That((shift.From.Hours, shift.To.Hours), Is.EqualTo((0.0, (21 * 24) + (from / 60.0))).Within(1e-9));
        Assert.That(calendar.CurrentOrNext(new Instant(600)), Is.Null);
    }

    [TestCase(0)]
    [TestCase(500)]
    [TestCase(1439)]
    [TestCase(100_003)]
    public void Where_one_shift_ends_and_the_next_begins_there_is_one_team_at_every_minute(int warmUpMinutes)
    {
        // Past midnight, over the end of a month, with a clock that begins at any time of day.
        Timeline timeline = Clock(warmUpMinutes / 60.0);
        for (int minute = 0; minute < 1440; minute++)
        {
            var early = new DutyCalendar(Post(new(At((minute + 980) % 1440), At(minute))), timeline);
            var late = new DutyCalendar(Post(new(At(minute), At((minute + 980) % 1440))), timeline);
            for (int day = 28; day < 34; day++)
            {
                var handover = new Instant(timeline.ClockHours(Saturday.AddDays(day), minute));
                Assert.That(
                    (early.IsOnDuty(handover, out _), late.IsOnDuty(handover, out Shift shift)),
                    Is.EqualTo((false, true)),
                    $"minute {minute}"
                );
                Assert.That(shift.From, Is.EqualTo(handover), $"minute {minute}");
            }
        }
    }

    [Test]
    public void Shifts_that_touch_are_one_whatever_the_minute()
    {
        // Round the clock to a last day.
        for (int minute = 0; minute < 1440; minute += 7)
        {
            var all = new DutyCalendar(Post(new(At(minute), At(minute))) with { To = Saturday.AddDays(300) }, Clock(1000 / 3.0));
            Assert.That(
                all.CurrentOrNext(new Instant(3000)),
                Is.EqualTo(new Shift(Instant.Zero, new Instant(Clock(1000 / 3.0).ClockHours(Saturday.AddDays(301), minute))))
            );
        }
    }

    [Test]
    public void Seven_days_listed_are_every_day()
    {
        var calendar = new DutyCalendar(Post(HoursOfDay.Always) with { Days = [.. Week.Reverse()] }, Clock(36));
        Assert.That(calendar.CurrentOrNext(new Instant(1000)), Is.EqualTo(new Shift(Instant.Zero, Instant.Never)));
    }

    [TestCase(4, 4, 0, 40)]
    [TestCase(4, 4, 1003, 40, Description = "a first day on after the window")]
    [TestCase(4, 4, -1003, 40, Description = "a first day on before it")]
    [TestCase(5, 2, 0, 58, Description = "11 weeks of 5, and 3 of 3 days")]
    [TestCase(5, 2, 4, 57, Description = "2 days on and 2 off, 10 weeks of 5, and 5 of 6 days")]
    [TestCase(14, 14, 0, 42)]
    public void Days_on_and_off_take_turns(int on, int off, int first, int shifts)
    {
        var turns = new DutyCycle
        {
            DaysOn = on,
            DaysOff = off,
            From = Saturday.AddDays(first),
        };
        var calendar = new DutyCalendar(Post(new(new(8), new(16))) with { Every = turns }, Clock(0));
        Assert.That(calendar.HoursWithin(Instant.Zero, new Instant(80 * 24)), Is.EqualTo(8 * shifts).Within(1e-9));
    }

    [Test]
    public void Round_the_clock_but_for_a_day_off_is_two_shifts()
    {
        var calendar = new DutyCalendar(Post(HoursOfDay.Always) with { Except = [Saturday.AddDays(3), Saturday.AddDays(3)] }, Clock(0));
        Assert.That(
            calendar.Within(Instant.Zero, new Instant(240)),
            Is.EqualTo(new[] { new Shift(Instant.Zero, new Instant(72)), new Shift(new Instant(96), new Instant(240)) })
        );
    }

    [Test]
    public void Turns_weekdays_and_exceptions_hold_together()
    {
        // On from Saturday to Tuesday, off from Wednesday to Saturday; of those on, Mondays only, and not the second.
        Posting posting = Post(new(new(8), new(16))) with
        {
            Every = new DutyCycle
            {
                DaysOn = 4,
                DaysOff = 4,
                From = Saturday,
            },
            Days = [Weekday.Mon],
            Except = [Saturday.AddDays(9)],
        };
        int[] days = [.. Enumerable.Range(0, 30).Where(day => posting.StartsOn(Saturday.AddDays(day)))];
        Assert.That(days, Is.EqualTo(new[] { 2, 16 }));
    }

    [Test]
    public void Past_midnight_belongs_to_the_starting_day()
    {
        // From Friday night into Saturday, the day the window starts.
        var friday = new DutyCalendar(Post(new(new(22), new(4))) with { Days = [Weekday.Fri] }, Clock(0));
        var saturday = new DutyCalendar(Post(new(new(22), new(4))) with { Days = [Weekday.Sat] }, Clock(0));
        Assert.That(friday.CurrentOrNext(Instant.Zero), Is.EqualTo(new Shift(Instant.Zero, new Instant(4))));
        Assert.That(saturday.CurrentOrNext(Instant.Zero), Is.EqualTo(new Shift(new Instant(22), new Instant(28))));
    }

    [Test]
    public void A_rewound_calendar_answers_as_a_new_one()
    {
        var calendar = new DutyCalendar(Post(new(new(6), new(18))), Clock(0));
        calendar.IsOnDuty(new Instant(200), out _);
        calendar.Begin(1);
        Assert.That(calendar.CurrentOrNext(Instant.Zero), Is.EqualTo(new Shift(new Instant(6), new Instant(18))));
    }

    [Test]
    public void Calendars_that_share_their_shifts_answer_as_ones_of_their_own()
    {
        Gen.Select(Any(), Gen.Bool.Array[30])
            .SampleRepeatably(
                drawn =>
                {
                    (var any, bool[] turns) = drawn;
                    Timeline timeline = Clock(any.WarmUpMinutes / 60.0);
                    DutyRules rules = new(any.Posting, timeline, DutyRules.Always, Rotation: null);
                    DutyRules equal = rules with { Posting = any.Posting with { TaskForce = "another" } };
                    var book = new DutyBook();
                    (DutyCalendar Shared, DutyCalendar Own, int Hour)[] pairs =
                    [
                        (book.CalendarOf(rules), new DutyCalendar(rules), 0),
                        (book.CalendarOf(equal), new DutyCalendar(equal), 0),
                    ];
                    foreach (bool isSecond in turns)
                    {
                        ref (DutyCalendar Shared, DutyCalendar Own, int Hour) pair = ref pairs[isSecond ? 1 : 0];
                        var now = new Instant(pair.Hour += 7);
                        Assert.That(pair.Shared.IsOnDuty(now, out Shift shared), Is.EqualTo(pair.Own.IsOnDuty(now, out Shift own)));
                        Assert.That(shared, Is.EqualTo(own));
                    }

                    Assert.That(book.PresenceOf([rules, equal]), Is.SameAs(book.PresenceOf([equal, rules])));
                },
                iter: 200,
                seed: 5
            );
    }

    private static Gen<(Posting Posting, int WarmUpMinutes, int Step)> Any()
    {
        // Most minutes have no exact binary fraction of an hour; neither have such warm-ups.
        Gen<int> minute = Gen.Int[0, 1439];
        Gen<HoursOfDay> hours = Gen.Frequency(
            (1, Gen.Const(HoursOfDay.Always)),
            (1, minute.Select(m => new HoursOfDay(At(m), At(m)))),
            (3, Gen.Select(minute, minute).Select((from, to) => new HoursOfDay(At(from), At(to == 0 ? 1440 : to))))
        );
        Gen<DateOnly> date = Gen.Int[-3, 10].Select(Saturday.AddDays);
        return from range in hours
            from someDays in Gen.Bool
            from days in Gen.Enum<Weekday>().Array[1, 10]
            from dates in Gen.Select(Gen.Bool, date, Gen.Bool, date)
            from warmUp in Gen.Int[0, 3000]
            from step in Gen.Int[1, 2000]
            select (
                Post(range) with
                {
                    Days = someDays ? days : null,
                    From = dates.Item1 ? dates.Item2 : null,
                    To = dates.Item3 ? dates.Item4 : null,
                },
                warmUp,
                step
            );
    }

    private static Posting Post(HoursOfDay hours) =>
        new()
        {
            TaskForce = "any",
            Team = "any",
            Hours = hours,
        };

    private static Timeline Clock(double warmUpHours) =>
        new(
            new Scenario
            {
                Start = Saturday,
                WarmUpHours = warmUpHours,
                Places = null!,
                Corridors = null!,
                Flows = null!,
                Deployments = null!,
            }
        );

    private static TimeOfDay At(int minute) => new(minute / 60, minute % 60);

    private static Instant Middle(int minute) => new((minute + 0.5) / 60);

    /// <summary>Whether the minute, counted from the midnight the window starts at, is on duty: of the shift of its
    /// day, or of the day before.</summary>
    private static bool IsOn(Posting posting, int minute)
    {
        int day = (int)Math.Floor(minute / 1440.0);
        return Covers(posting, day, minute) || Covers(posting, day - 1, minute);
    }

    private static bool Covers(Posting posting, int day, int minute)
    {
        DateOnly date = Saturday.AddDays(day);
        Weekday weekday = Week[(5 + (day % 7) + 7) % 7];
        int from = (1440 * day) + posting.Hours.From.Minutes;
        int to = (1440 * day) + posting.Hours.To.Minutes;
        to += to <= from ? 1440 : 0;
        return !(date < posting.From)
            && !(date > posting.To)
            && (posting.Days is null || posting.Days.Contains(weekday))
            && minute >= from
            && minute < to;
    }

    private static double EndOfShift(Posting posting, int minute, int warmUpMinutes)
    {
        for (int end = minute; end < minute + (60 * 24 * 60); end++)
        {
            if (!IsOn(posting, end - warmUpMinutes))
            {
                return end;
            }
        }

        return double.PositiveInfinity;
    }
}
