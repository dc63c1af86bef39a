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

    private static string Posts(params string[] posts) =>
        $"deployments: {{ nobody: {{}}, posted: {{ post: {{ {string.Join(", ", posts)} }} }} }}\n";

    private static ExpectedSeizures Of(string yaml, string deployments)
    {
        CompiledScenario world = SmallWorlds.Compile(yaml + deployments);
        return ExpectedSeizures.Of(world, new Arm("posted"));
    }
}
