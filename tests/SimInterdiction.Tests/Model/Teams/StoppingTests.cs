using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.Teams;

/// <summary>Looks where traffic is not the same at all times, against arithmetic: what theory expects, what
/// organizations know, and what is shown of it. The oracle <c>looks</c> has the simulation.</summary>
public sealed class StoppingTests
{
    private const string ByDay = "traffic: 900 per day, profile: { hours: { \"08:00-18:00\": 240%, \"18:00-08:00\": 0% } }";

    // 90 an hour by day, 10 by night.
    private const string Both = "traffic: 1_040 per day, profile: { hours: { \"08:00-18:00\": 900%, \"18:00-08:00\": 100% } }";

    private const string Open = ", open: { hours: \"08:00-18:00\" }";
    private const string Weekdays = ", open: { hours: \"08:00-18:00\", days: [mon, tue, wed, thu, fri] }";

    private const string WeekEnds = ", open: { hours: \"08:00-18:00\", days: [sat, sun] }";
    private const string AsOpen = "traffic: 900 per day, profile: { weekdays: { sat: 0%, sun: 0% } }";

    // 360 an hour on Saturdays, 120 on Sundays.
    private const string ThriceOnSaturday = "traffic: 2_400 per day, profile: { weekdays: { sat: 300% } }";

    // Twice as many in January, 60 an hour, as in February, 30.
    private const string Months =
        "traffic: 1_080 per day, profile: { months: { jan: 200%, feb: 100%, mar: 0%, apr: 0%, may: 0%, "
        + "jun: 0%, jul: 0%, aug: 0%, sep: 0%, oct: 0%, nov: 0%, dec: 0% } }";

    [TestCase("", ByDay, "08:00-18:00", 10 / 24.0 * 4 / 9)]
    [TestCase("", ByDay, "18:00-08:00", 14 / 24.0, Description = "where nobody else passes, whoever does is looked at")]
    [TestCase("", Both, "00:00-24:00", ((10 * 4 / 9.0) + 14) / 24)]
    [TestCase(Open, "traffic: 900 per day", "08:00-18:00", 4 / 9.0)]
    [TestCase(Open, Both, "08:00-18:00", 40 / 104.0, Description = "1,040 pass in ten hours")]
    [TestCase(Weekdays, "traffic: 900 per day", "06:00-20:00", 4 / 9.0)]
    [TestCase(Weekdays, AsOpen, "06:00-20:00", 4 / 9.0, Description = "a profile that repeats when it opens changes nothing")]
    public void Theory_and_organizations_reckon_by_the_hour(string open, string traffic, string hours, double stopped)
    {
        CompiledScenario world = World(open, traffic, hours);
        Assert.That(ExpectedSeizures.Of(world, new Arm("posted")).SeizureRate, Is.EqualTo(0.5 * stopped).Within(1e-6));
        double risk = new AnalyticRisk(world, "posted")
            .When([
                [1],
            ])
            .OfCorridors[0][0];
        Assert.That(risk, Is.EqualTo(0.5 * stopped).Within(1e-6));
    }

    [Test]
    public void A_search_for_the_best_reckons_so_too()
    {
        CorridorChances corridor = PostingChances.Of(World("", Both, "00:00-24:00"), "posted").Corridors.Single();
        double seized = corridor.Departures.Sum(each => each.Share * each.Met.Sum(met => met.First * met.Times.Sum(time => time.Chance)));
        Assert.That(seized, Is.EqualTo(0.5 * ((10 * 4 / 9.0) + 14) / 24).Within(1e-6));
    }

    // Of the 59 days from January on, and of those after the window nothing is dispatched.
    [Test]
    public void Months_differ()
    {
        CompiledScenario world = World("", Months, "00:00-24:00", "2023-01-01", "59 days");
        double rate = ((31 * Chance(2)) + (28 * Chance(1))) / 59;
        Assert.That(ExpectedSeizures.Of(world, new Arm("posted")).SeizureRate, Is.EqualTo(0.5 * rate).Within(1e-4));

        // The mean over the year is that of 31 days of 2 and 28 of 1.
        static double Chance(double weight) => Math.Min(1, 40 / (45 * weight / (((31 * 2) + 28) / 365.0)));
    }

    [TestCase("", Both, "00:00-24:00", 1, ((10 * 4 / 9.0) + 14) / 24, 540 / 24.0, 10, 14 / 24.0)]
    [TestCase("", Both, "08:00-18:00", 1, 4 / 9.0, 40, 90, 0)]
    [TestCase(Open, "traffic: 900 per day", "06:00-18:00", 10 / 12.0, 4 / 9.0, 40, 90, 0)]
    [TestCase(Open, "traffic: 900 per day", "18:00-08:00", 0, 0, 0, 0, 0)]
    [TestCase(Weekdays, "traffic: 240 per day", "08:00-18:00", 5 / 7.0, 1, 24, 24, 1)]
    [TestCase(Weekdays, AsOpen, "08:00-18:00", 5 / 7.0, 4 / 9.0, 40, 90, 0)]
    [TestCase(WeekEnds, ThriceOnSaturday, "08:00-18:00", 2 / 7.0, ((1 / 9.0) + (1 / 3.0)) / 2, 40, 120, 0)]
    [TestCase(Open, ByDay, "08:00-18:00", 1, 4 / 9.0, 40, 90, 0)]
    [TestCase("", "traffic: 900 per day", "08:00-18:00", 1, 1, 37.5, 37.5, 1)]
    public void What_is_shown_is_the_mean_over_duty(
        string open,
        string traffic,
        string hours,
        double shareOpen,
        double chance,
        double stops,
        double fewest,
        double below
    )
    {
        CompiledScenario world = World(open, traffic, hours);
        var shown = TrafficPreview.Of(world.Scenario, "gate", world.Scenario.Deployments["posted"].Post["gate"]);
        Assert.That(
            new[] { shown.ShareOpen, shown.Chance, shown.StopsPerHour, shown.FewestPerHour, shown.ShareBelowLooks },
            Is.EqualTo(new[] { shareOpen, chance, stops, fewest, below }).Within(1e-9)
        );
        Assert.That(DeploymentPreview.Of(world.Scenario, "posted").Teams.Single().Stops, Is.EqualTo(chance).Within(1e-9));
    }

    private static CompiledScenario World(
        string open,
        string traffic,
        string hours,
        string start = "2023-01-02",
        string length = "28 days"
    ) =>
        CompiledScenario.Compile(
            Files.Good(
                Files.Read(
                    $$"""
                    start: {{start}}
                    length: {{length}}
                    places: { city: { at: [29, -98] }, gate: { at: [27, -99], kind: port{{open}} } }
                    roads: { road: { between: [city, gate], length: 0 mi } }
                    corridors: { road: { path: [city, gate] } }
                    flows: { guns: { rate: 2 shipments per hour, routes: { road: 100% } } }
                    team_types: { team: { looks: 40 per hour, finds: 50% } }
                    task_forces: { all: { home: city, teams: { team: 1 } } }
                    checkpoints: { gate: { {{traffic}} } }
                    deployments: { nobody: {}, posted: { post: { gate: { task_force: all, team: team, hours: "{{hours}}" } } } }
                    """
                )
            )
        );
}
