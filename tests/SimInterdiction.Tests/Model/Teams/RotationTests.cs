using CsCheck;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Teams;

public sealed class RotationTests
{
    private static readonly DateOnly Saturday = new(2022, 10, 1);

    [TestCase(0.5, ExpectedResult = "abababab")]
    [TestCase(1.0, ExpectedResult = "aaaaaaaa")]
    [TestCase(0.0, ExpectedResult = "bbbbbbbb")]
    public string A_fixed_order_of_two_takes_turns_unless_one_is_never_visited(double share) => Visits(Fixed(share, 1 - share), days: 8);

    [Test]
    public void A_fixed_order_is_never_half_a_visit_away_from_its_shares() =>
        Gen.Double[0, 1]
            .SampleRepeatably(
                share =>
                {
                    string visits = Visits(Fixed(share, 1 - share), days: 200);
                    for (int days = 1; days <= 200; days++)
                    {
                        Assert.That(
                            visits[..days].Count(v => v == 'a'),
                            Is.EqualTo(share * days).Within(0.5 + 1e-9),
                            $"{share} after {days} days"
                        );
                    }
                },
                iter: 50,
                seed: 5
            );

    [Test]
    public void A_fixed_order_of_equal_shares_goes_round() => Assert.That(Visits(Fixed(1, 1, 1), days: 7), Is.EqualTo("abcabca"));

    [Test]
    public void A_team_stays_for_as_long_as_it_says()
    {
        string visits = Visits(Rotating(Fixed(0.5, 0.5) with { EveryHours = 48 }), days: 9);
        Assert.That(visits[^8..].Chunk(2).Count(two => two[0] == two[1]), Is.EqualTo(4).Or.EqualTo(0));
        Assert.That(visits.Zip(visits.Skip(2)).All(p => p.First != p.Second), visits);
    }

    // Means of 20,000 independent days; a fair draw fails one such check in 15,000 (4 standard deviations).
    [Test]
    public void Chance_sends_a_team_where_it_says_as_often_as_it_says()
    {
        Rotation rotation = Rotating(ByChance(0.5, 0.3, 0.2));
        int[] visits = new int[3];
        for (int day = 0; day < 20_000; day++)
        {
            visits[rotation.PartOn((uint)(day % 4), Saturday.AddDays(day / 4))]++;
        }

        foreach ((int count, double share) in visits.Zip([0.5, 0.3, 0.2]))
        {
            Assert.That(count / 20_000.0, Is.EqualTo(share).Within(4 * Math.Sqrt(share * (1 - share) / 20_000)));
        }
    }

    [Test]
    public void Chance_goes_by_the_key_and_the_day_and_nothing_else()
    {
        Rotation one = Rotating(ByChance(0.5, 0.5));
        Rotation later = new(RotationOrder.Random, 24, [0.5, 0.5], KeyOf("roving"), Saturday.AddDays(30));
        Rotation other = new(RotationOrder.Random, 24, [0.5, 0.5], KeyOf("other"), Saturday);
        DateOnly[] days = [.. Enumerable.Range(30, 200).Select(Saturday.AddDays)];
        Assert.That(days.All(day => one.PartOn(3, day) == later.PartOn(3, day)));
        Assert.That(days.All(day => one.PartOn(3, day) == other.PartOn(3, day)), Is.False);
        Assert.That(days.All(day => one.PartOn(3, day) == one.PartOn(4, day)), Is.False);
    }

    [Test]
    public void A_team_is_never_at_two_places_and_loses_no_hour(
        [Values] RotationOrder order,
        [Values(6, 18)] int from,
        [Values(24, 72)] int every
    )
    {
        var posting = new Posting
        {
            TaskForce = "any",
            Team = "any",
            Hours = new HoursOfDay(new(from), new(12)),
            At = ByChance(0.2, 0.5, 0.3) with { Order = order, EveryHours = every },
        };
        Timeline clock = Clock();
        var rotation = new Rotation(
            posting.At.Order,
            posting.At.EveryHours,
            [.. posting.At.Rotate!.Values],
            KeyOf("roving"),
            clock.FirstDay.AddDays(-1)
        );
        DutyCalendar[] places =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(place => Begun(new DutyRules(posting, clock, DutyRules.Always, new RotationPart(rotation, [place])))),
        ];
        var anywhere = new DutyCalendar(posting with { At = null }, clock);
        for (double hour = 0.25; hour < 400; hour += 0.5)
        {
            int present = places.Count(duty => duty.IsOnDuty(new Instant(hour), out _));
            Assert.That(present, Is.EqualTo(anywhere.IsOnDuty(new Instant(hour), out _) ? 1 : 0), $"hour {hour}");
        }
    }

    [Test]
    public void A_checkpoint_that_the_rotation_never_comes_to_is_off_duty_for_ever([Values] RotationOrder order)
    {
        var posting = new Posting
        {
            TaskForce = "any",
            Team = "any",
            At = ByChance(1, 0) with { Order = order },
        };
        var never = new RotationPart(
            new Rotation(
                posting.At.Order,
                posting.At.EveryHours,
                [.. posting.At.Rotate!.Values],
                KeyOf("roving"),
                Clock().FirstDay.AddDays(-1)
            ),
            [1]
        );
        DutyCalendar duty = Begun(new DutyRules(posting, Clock(), DutyRules.Always, never));
        for (int years = 0; years < 20; years++)
        {
            Assert.That(duty.IsOnDuty(new Instant(years * 365.0 * 24), out _), Is.False);
        }

        Assert.That(duty.HoursWithin(Instant.Zero, new Instant(20 * 365 * 24)), Is.Zero);
    }

    private static string Visits(PostedAt at, int days) => Visits(Rotating(at), days);

    private static string Visits(Rotation rotation, int days) =>
        string.Concat(Enumerable.Range(0, days).Select(day => "abc"[rotation.PartOn(0, Saturday.AddDays(day))]));

    private static Rotation Rotating(PostedAt at) => new(at.Order, at.EveryHours, [.. at.Rotate!.Values], KeyOf("roving"), Saturday);

    private static PostedAt Fixed(params double[] shares) => ByChance(shares) with { Order = RotationOrder.Fixed };

    private static PostedAt ByChance(params double[] shares) => new() { Rotate = RandomScenarios.Named(["a", "b", "c"], shares) };

    private static StreamKey KeyOf(string posting) => new StreamRegister(7).KeyOf("rotation", posting);

    private static DutyCalendar Begun(DutyRules rules)
    {
        var duty = new DutyCalendar(rules);
        duty.Begin(2);
        return duty;
    }

    private static Timeline Clock() =>
        new(
            new Scenario
            {
                Start = Saturday,
                Places = new Dictionary<string, Place>(),
                Corridors = new CorridorPlan(),
                Flows = new Dictionary<string, Flow>(),
                Deployments = new Dictionary<string, Deployment>(),
            }
        );
}
