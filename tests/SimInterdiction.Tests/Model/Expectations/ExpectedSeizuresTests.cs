using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Expectations;

/// <summary>What theory expects, against closed forms.</summary>
public sealed class ExpectedSeizuresTests
{
    private const string Road = """
        start: 2022-10-03
        length: 28 days
        places:
          north: { at: [29, -98] }
          one: { at: [28.5, -98] }
          two: { at: [28, -98] }
          three: { at: [27.5, -98] }
          south: { at: [27, -98], country: MX }
        roads:
          first: { between: [north, one], length: 40 mi }
          second: { between: [one, two], length: 40 mi }
          third: { between: [two, three], length: 40 mi }
          fourth: { between: [three, south], length: 40 mi }
        corridors: { road: { path: [north, one, two, three, south] } }
        checkpoints: { one: {}, two: {}, three: {} }
        task_forces: { all: { home: two, reach: 500 mi, teams: { tenth: 9, fifth: 9, third: 9 } } }
        team_types:
          tenth: { stops: 20%, finds: 50% }
          fifth: { stops: 40%, finds: 50% }
          third: { stops: 60%, finds: 50% }

        """;

    private const string Flow = "flows: { guns: { rate: 10 shipments per day, load: 3, routes: { road: 100% } } }\n";

    private const string SureTeam = "sure: { stops: 100%, finds: 100% }\n  tenth: { stops";

    // All leave between noon and one.
    private static readonly string AtNoon =
        Road
        + "travel: { speed: 40 mph }\n"
        + Flow.Replace("load: 3", "load: 3, profile: { hours: { 12:00-13:00: 1, 13:00-12:00: 0 } }", StringComparison.Ordinal);

    /// <summary>Independent chances, model.md's first oracle: 1 - .9 * .8 * .7, and .1, .9 * .2, .72 * .3 by
    /// checkpoint.</summary>
    [Test]
    public void Checkpoints_one_after_another_thin_the_flow()
    {
        ExpectedSeizures expected = Of(
            Road + Flow,
            Posts(
                "one: { task_force: all, team: tenth }",
                "two: { task_force: all, team: fifth }",
                "three: { task_force: all, team: third }"
            )
        );
        Assert.Multiple(() =>
        {
            Assert.That(expected.Dispatched, Is.EqualTo(10 * 28 * 3).Within(1e-9));
            Assert.That(expected.SeizureRate, Is.EqualTo(0.496).Within(1e-9));
            Assert.That(expected.SeizedBy(Dimension.Checkpoint), Is.EqualTo([84, 0.18 * 840, 0.216 * 840]).Within(1e-9));
            Assert.That(expected.Simplifications, Is.Empty);
        });
    }

    [TestCase("06:00-18:00", 0.05)]
    [TestCase("18:00-06:00", 0.05)]
    [TestCase("23:10-23:40", 0.1 / 48)]
    public void A_shift_of_flat_traffic_seizes_its_share_of_the_day(string hours, double rate) =>
        Assert.That(
            Of(Road + Flow, Posts($"one: {{ task_force: all, team: tenth, hours: {hours} }}")).SeizureRate,
            Is.EqualTo(rate).Within(1e-9)
        );

    /// <summary>All leave between noon and one, 40 miles at 40 mph: they pass between one and two.</summary>
    [TestCase("13:00-14:00", 0.1)]
    [TestCase("13:00-13:30", 0.05)]
    [TestCase("12:00-13:00", 0)]
    [TestCase("13:45-15:00", 0.025)]
    public void A_fixed_speed_moves_hours_along_the_road(string hours, double rate)
    {
        string flow =
            "travel: { speed: 40 mph }\n"
            + Flow.Replace("load: 3", "load: 3, profile: { hours: { 12:00-13:00: 1, 13:00-12:00: 0 } }", StringComparison.Ordinal);
        Assert.That(
            Of(Road + flow, Posts($"one: {{ task_force: all, team: tenth, hours: {hours} }}")).SeizureRate,
            Is.EqualTo(rate).Within(1e-9)
        );
    }

    /// <summary>Speeds of 20 to 40 mph take the 40 miles in 1 to 2 hours: 2 - 40/v, whatever hour they leave in, and
    /// those of 12:00 have passed by 13:30 with the chance that v is above 26.67 mph.</summary>
    [Test]
    public void A_law_of_speeds_spreads_arrivals()
    {
        string flow =
            "travel: { speed: { uniform: [20 mph, 40 mph] } }\n"
            + Flow.Replace("load: 3", "load: 3, profile: { hours: { 12:00-12:05: 1, 12:05-12:00: 0 } }", StringComparison.Ordinal);
        double byHalfPast = Of(Road + flow, Posts("one: { task_force: all, team: tenth, hours: 12:00-13:30 }")).SeizureRate!.Value / 0.1;

        // The mean over the five minutes of leaving of P(40/v <= t), t from 85 to 90 minutes.
        double expected = Enumerable.Range(0, 1000).Average(i => (40 - (40 / ((85 + (5 * (i + 0.5) / 1000)) / 60))) / 20);
        Assert.That(byHalfPast, Is.EqualTo(expected).Within(1e-5));
    }

    /// <summary>With a load effect of 1, a load of k is found with 1 - .5^k.</summary>
    [Test]
    public void Large_loads_are_found_more_easily()
    {
        string flow = Flow.Replace("load: 3", "load: { empirical: { 1: 50%, 3: 50% } }", StringComparison.Ordinal);
        string yaml =
            Road.Replace("tenth: { stops: 20%, finds: 50% }", "tenth: { stops: 20%, finds: 50%, load_effect: 1 }", StringComparison.Ordinal)
            + flow;
        Assert.That(
            Of(yaml, Posts("one: { task_force: all, team: tenth }")).Seized,
            Is.EqualTo(280 * 0.2 * ((0.5 * 1 * 0.5) + (0.5 * 3 * 0.875))).Within(1e-9)
        );
    }

    /// <summary>All reach the first place between one and two, and wait there until it opens: at three all are there at
    /// once, and at the second place at four.</summary>
    [TestCase("15:00-16:00", "one", "15:00-15:01", 0.1)]
    [TestCase("15:00-16:00", "one", "13:00-15:00", 0)]
    [TestCase("15:00-16:00", "two", "16:00-16:01", 0.1)]
    [TestCase("15:00-16:00", "two", "16:01-16:00", 0)]
    [TestCase("13:20-13:23", "one", "13:20-13:21", (60.0 - 2) / 60 * 0.1)]
    [TestCase("13:30-12:00", "one", "13:30-13:45", 0.075)]
    public void What_comes_to_a_closed_place_is_there_when_it_opens(string open, string at, string hours, double rate) =>
        Assert.That(
            Of(
                AtNoon.Replace(
                    "one: { at: [28.5, -98] }",
                    $"one: {{ at: [28.5, -98], open: {{ hours: {open} }} }}",
                    StringComparison.Ordinal
                ),
                Posts($"{at}: {{ task_force: all, team: tenth, hours: {hours} }}")
            ).SeizureRate,
            Is.EqualTo(rate).Within(1e-9)
        );

    /// <summary>A road that opens on Sundays but for those of October: what left in October comes on 6 November, the
    /// last week's after the window.</summary>
    [Test]
    public void Waiting_may_take_longer_than_the_window()
    {
        const string Opening = "{ hours: 10:00-11:00, days: [sun], except: [2022-10-09, 2022-10-16, 2022-10-23, 2022-10-30] }";
        string yaml = AtNoon.Replace("[one, two], length: 40 mi", $"[one, two], length: 40 mi, open: {Opening}", StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(
                Of(yaml, Posts("two: { task_force: all, team: tenth, from: 2022-11-06, to: 2022-11-06 }")).SeizureRate,
                Is.EqualTo(0.1).Within(1e-9)
            );
            Assert.That(
                Of(yaml, Posts("two: { task_force: all, team: tenth, except: [2022-11-06] }")).SeizureRate,
                Is.EqualTo(0).Within(1e-9)
            );
        });
    }

    /// <summary>A team that misses nobody, at the first or the second place for so many days: it misses a shipment only
    /// if it was at the second while that passed the first, an hour before, and has moved since; that is so with the
    /// chance of 1 in 4 for those who pass the first in the last hour before it may move.</summary>
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(10)]
    public void A_team_that_rotates_at_random_is_somewhere(int days)
    {
        double moves = Enumerable.Range(1, 28).Count(day => new DateOnly(2022, 10, 3).AddDays(day).DayNumber % days == 0);
        ExpectedSeizures expected = Of(
            Road.Replace("tenth: { stops", SureTeam, StringComparison.Ordinal)
                .Replace("tenth: 9", "tenth: 9, sure: 1", StringComparison.Ordinal)
                + "travel: { speed: 40 mph }\n"
                + Flow,
            Posts($"sure: {{ at: {{ rotate: {{ one: 50%, two: 50% }}, every: {days} days, order: random }}, task_force: all, team: sure }}")
        );
        Assert.Multiple(() =>
        {
            Assert.That(expected.SeizureRate, Is.EqualTo(1 - (moves / 4 / (28 * 24))).Within(1e-9));
            Assert.That(expected.Simplifications, Is.Empty);
        });
    }

    /// <summary>The night from 20:00 to 04:00 belongs to the evening on which it begins: a team does not move at
    /// midnight, and nobody who passes both places in a night is missed.</summary>
    [Test]
    public void A_team_that_rotates_at_random_stays_for_the_night()
    {
        ExpectedSeizures expected = Of(
            Road.Replace("tenth: { stops", SureTeam, StringComparison.Ordinal)
                .Replace("tenth: 9", "tenth: 9, sure: 1", StringComparison.Ordinal)
                + "travel: { speed: 40 mph }\n"
                + Flow.Replace("load: 3", "load: 3, profile: { hours: { 21:30-22:30: 1, 22:30-21:30: 0 } }", StringComparison.Ordinal),
            Posts(
                "sure: { at: { rotate: { one: 50%, two: 50% }, every: 1 day, order: random }, task_force: all, team: sure, "
                    + "hours: 20:00-04:00 }"
            )
        );
        Assert.That(expected.SeizureRate, Is.EqualTo(1).Within(1e-9));
    }

    private static string Posts(params string[] posts) =>
        $"deployments: {{ nobody: {{}}, posted: {{ post: {{ {string.Join(", ", posts)} }} }} }}\n";

    private static ExpectedSeizures Of(string yaml, string deployments)
    {
        CompiledScenario world = SmallWorlds.Compile(yaml + deployments);
        return ExpectedSeizures.Of(world, new Arm("posted"));
    }
}
