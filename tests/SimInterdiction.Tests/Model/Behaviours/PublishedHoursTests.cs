using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Behaviours;

/// <summary>A driver at noon (12 hours on the clock) and a way of three places, reached at once, after two hours and
/// after ten.</summary>
public sealed class PublishedHoursTests
{
    private const double Margin = 2e-6;
    private static readonly double[] HoursTo = [0, 2, 10];

    [Test]
    public void Who_meets_nobody_leaves_at_once() =>
        Assert.That(WaitAtNoon("port: { task_force: all, team: team, hours: 06:00-18:00 }", 24), Is.Zero);

    // The town is reached at 14:00; its shift ends at 18:00, four hours later.
    [Test]
    public void A_driver_passes_just_after_the_shift_has_ended() =>
        Assert.That(
            WaitAtNoon("town: { task_force: all, team: team, hours: 06:00-18:00 }", 24),
            Is.EqualTo(4).Within(Margin).And.GreaterThan(4)
        );

    [TestCase(3.9, ExpectedResult = false)]
    [TestCase(4, ExpectedResult = false)]
    [TestCase(4.1, ExpectedResult = true)]
    [TestCase(0, ExpectedResult = false)]
    public bool Nobody_waits_beyond_their_patience(double patience)
    {
        double wait = WaitAtNoon("town: { task_force: all, team: team, hours: 06:00-18:00 }", patience);
        Assert.That(wait, Is.InRange(0, patience));
        return wait > 0;
    }

    // The city at 12:00 until 13:00; the town, then at 15:00, until 16:00: after one hour one of two is left, after two
    // nobody.
    [TestCase(1.5, 1)]
    [TestCase(3, 2)]
    public void The_shortest_wait_for_the_fewest_teams(double patience, double expected)
    {
        const string posts = """
            city: { task_force: all, team: team, hours: 06:00-13:00 }
            town: { task_force: all, team: team, hours: 06:00-16:00 }
            """;
        Assert.That(WaitAtNoon(posts, patience), Is.EqualTo(expected).Within(Margin));
    }

    // At 14:00 a whole team is at the town; after 15:00 four are there in parts that add up to one, but for rounding:
    // in whatever order, their sum is the number below 1.
    [Test]
    public void Chances_that_come_to_as_many_teams_are_no_reason_to_wait()
    {
        IEnumerable<string> parts = new[] { 9, 21, 35, 35 }.Select(
            (share, i) =>
                $"part{i}: {{ at: {{ rotate: {{ town: {share}%, elsewhere: {100 - share}% }}, order: random }}, task_force: all, "
                + "team: team, hours: 15:00-18:00 }"
        );
        string whole = "whole: { at: town, task_force: all, team: team, hours: 06:00-15:00 }";
        Assert.That(WaitAtNoon(string.Join('\n', parts.Append(whole)), 2), Is.Zero);
    }

    // Whenever the driver leaves, one of the two is there.
    [Test]
    public void Who_can_only_meet_another_team_leaves_at_once()
    {
        const string posts = """
            day: { at: town, task_force: all, team: team, hours: 06:00-18:00 }
            night: { at: town, task_force: all, team: team, hours: 18:00-06:00 }
            """;
        Assert.That(WaitAtNoon(posts, 48), Is.Zero);
    }

    // By day a team that is there in three cases of ten, by night one that is there in seven: the plan tells the
    // chance, not the draw.
    [TestCase("06:00-13:00", "13:00-06:00", 0)]
    [TestCase("13:00-06:00", "06:00-13:00", 1)]
    public void Where_chance_sends_a_team_the_chance_counts(string seldom, string often, double expected)
    {
        string posts = $$"""
            seldom: { at: { rotate: { city: 30%, elsewhere: 70% } }, task_force: all, team: team, hours: {{seldom}} }
            often: { at: { rotate: { city: 70%, elsewhere: 30% } }, task_force: all, team: team, hours: {{often}} }
            """;
        Assert.That(WaitAtNoon(posts, 20), Is.EqualTo(expected).Within(Margin));
    }

    private static double WaitAtNoon(string posts, double patience)
    {
        CompiledScenario world = SmallWorlds.Compile(
            $$"""
            places: { city: { at: [30, -98] }, town: { at: [29, -98] }, port: { at: [27, -99], kind: port }, elsewhere: { at: [31, -98] } }
            corridors: { road: { path: [city, town, port] } }
            flows: { guns: { rate: 1 shipment per day, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, finds: 100% } }
            task_forces: { all: { home: port, teams: { team: 9 } } }
            checkpoints: { city: {}, town: {}, port: {}, elsewhere: {} }
            deployments:
              posted:
                post:
            {{string.Join('\n', posts.Split('\n').Select(line => $"      {line}"))}}
            """
        );
        var published = new PublishedHours(new Roster(world, "posted"));
        return published.Wait(new Instant(12), world.Routes[0].Places, HoursTo, patience);
    }
}
