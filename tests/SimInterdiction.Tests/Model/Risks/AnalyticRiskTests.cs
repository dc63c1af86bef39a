using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Risks;

/// <summary>A way of four places, six hours for each leg, and whatever is posted there.</summary>
public sealed class AnalyticRiskTests
{
    [TestCase("a: { task_force: all, team: half }", 0.5, Description = "always there")]
    [TestCase("a: { task_force: all, team: half, hours: 06:00-18:00 }", 0.25, Description = "half of the day")]
    [TestCase("b: { task_force: all, team: half, hours: 18:00-06:00 }", 0.25, Description = "the other half, elsewhere")]
    [TestCase("a: { task_force: all, team: half, hours: 06:20-06:40 }", 0.5 / 72, Description = "20 minutes of the day")]
    [TestCase("a: { task_force: all, team: half, hours: 06:50-07:10 }", 0.5 / 72, Description = "20 minutes astride an hour")]
    [TestCase("a: { task_force: all, team: half, days: [mon, wed] }", 1 / 7.0, Description = "two days of seven")]
    [TestCase("a: { task_force: all, team: half, from: 2022-10-08, to: 2022-10-14 }", 0.125, Description = "one week of four")]
    public void A_team_takes_its_share_while_it_is_there(string posts, double expected) => AssertRisk(posts, expected);

    [Test]
    public void Two_places_in_a_row_take_one_after_the_other() =>
        AssertRisk("a: { task_force: all, team: half }\nb: { task_force: all, team: fifth }", 1 - (0.5 * 0.8));

    // Six hours on, the day of one is the evening of the other: who passes a by day (6-18) passes b between 12 and 24.
    [TestCase("06:00-18:00", "06:00-18:00", (0.25 * (1 - (0.5 * 0.8))) + (0.25 * 0.5) + (0.25 * 0.2))]
    [TestCase("06:00-18:00", "12:00-24:00", 0.5 * (1 - (0.5 * 0.8)))]
    [TestCase("06:00-18:00", "00:00-12:00", 0.5 * (0.5 + 0.2))]
    public void Hours_meet_as_the_way_takes_its_time(string first, string second, double expected) =>
        AssertRisk(
            $"a: {{ task_force: all, team: half, hours: {first} }}\nb: {{ task_force: all, team: fifth, hours: {second} }}",
            expected
        );

    // The second of a type acts with half of its chance, one of another type with all of it.
    [TestCase("a: { task_force: all, team: half, count: 2 }", 1 - (0.5 * 0.75))]
    [TestCase("a: { task_force: all, team: half, count: 3 }", 1 - (0.5 * 0.75 * 0.75))]
    [TestCase("a: { task_force: all, team: half }\nother: { at: a, task_force: all, team: fifth }", 1 - (0.5 * 0.8))]
    [TestCase(
        "a: { task_force: all, team: half }\nday: { at: a, task_force: all, team: half, hours: 06:00-18:00 }",
        (0.5 * (1 - (0.5 * 0.75))) + (0.5 * 0.5)
    )]
    public void A_further_team_adds_its_part(string posts, double expected) => AssertRisk(posts, expected);

    [Test]
    public void A_team_that_works_on_leads_acts_as_often_as_it_says() => AssertRisk("a: { task_force: all, team: unit }", 0.4 * 0.5);

    // Loads of one (found in half of the searches) and of four (in 15 of 16), alike often.
    [Test]
    public void Large_loads_are_found_as_the_load_effect_says() =>
        AssertRisk("a: { task_force: all, team: sharp }", ((1 / 2.0) + (15 / 16.0)) / 2);

    // Four lanes, six may wait, 60 vehicles an hour, a twelfth of an hour each: 23.00243254 % are waved through. The
    // shipments, two in a million of them, hardly count.
    [Test]
    public void Full_lanes_wave_through_as_theory_says()
    {
        double served = 1 - 0.2300243254;
        AssertRisk(
            "busy: { task_force: all, team: lanes }",
            served,
            within: 1e-5,
            flow: "{ rate: 1 shipment per year, routes: { road: 100% } }"
        );
    }

    // A loss system that serves only the shipments: B(1, 2) = 2/3; what was lost before does not arrive: B(1, 1) = 1/2.
    [TestCase("c: { task_force: all, team: alone }", 1 / 3.0)]
    [TestCase("a: { task_force: all, team: half }\nc: { task_force: all, team: alone }", 1 - (0.5 * 0.5))]
    public void Lanes_serve_what_arrives_there(string posts, double expected) =>
        AssertRisk(posts, expected, within: 1e-9, flow: "{ rate: 2 shipments per hour, routes: { road: 100% } }");

    /// <summary>Of those who come in a shift of two hours and are searched for one, half are referred in
    /// time.</summary>
    [Test]
    public void Who_is_referred_after_the_shift_goes_free() =>
        AssertRisk("a: { task_force: all, team: thorough, hours: 10:00-12:00 }", 2 / 24.0 * 0.5, within: 1e-6);

    [TestCase("{ a: 30%, aside: 70% }", "random", 0.3 * 0.5)]
    [TestCase("{ a: 50%, aside: 50% }", "fixed", 0.5 * 0.5)]
    public void A_rotating_team_takes_its_share_where_it_is(string rotate, string order, double expected) =>
        AssertRisk($"roving: {{ at: {{ rotate: {rotate}, order: {order} }}, task_force: all, team: half }}", expected);

    /// <summary>Of a journey past both places it finds half, whatever is drawn; apart, each place would find a
    /// quarter.</summary>
    [Test]
    public void A_team_that_rotates_between_two_places_of_one_way_is_met_once() =>
        AssertRisk("roving: { at: { rotate: { a: 50%, b: 50% }, every: 7 days }, task_force: all, team: half }", 0.5);

    [Test]
    public void Teams_of_one_plan_are_met_together()
    {
        string posts =
            "a: { task_force: all, team: half, plans: [both] }\n"
            + "b: { task_force: all, team: fifth, plans: [both] }\n"
            + "c: { task_force: all, team: fifth, plans: [other] }";
        const string Rotate = "rotate: { plans: { both: 40%, other: 50%, neither: 10% } }";
        Risk risk = new AnalyticRisk(World(posts, rotate: Rotate), "posted").When([
            [1],
        ]);
        Assert.That(risk.OfCorridors[0][0], Is.EqualTo((0.4 * (1 - (0.5 * 0.8))) + (0.5 * 0.2)).Within(1e-9));
    }

    [Test]
    public void The_risk_at_a_place_is_of_those_who_reach_it()
    {
        CompiledScenario world = World("a: { task_force: all, team: half }\nb: { task_force: all, team: fifth }");
        double[] places = new AnalyticRisk(world, "posted")
            .When([
                [1],
            ])
            .OfPlaces[0];
        Assert.That(places[world.PlaceOf("a")], Is.EqualTo(0.5).Within(1e-9));
        Assert.That(places[world.PlaceOf("b")], Is.EqualTo(0.2).Within(1e-9));
        Assert.That(places[world.PlaceOf("c")], Is.Zero);
    }

    /// <summary>Duty hours of many kinds, a profile of hours and weekdays, speeds that vary, loads that matter; then
    /// lanes that are short as well.</summary>
    [TestCase("", 0.0005, Description = "half an hour's roughness")]
    [TestCase(
        "c: { task_force: all, team: alone, hours: 00:00-16:00, days: [tue, wed, thu] }\nbusy: { task_force: all, "
            + "team: lanes, hours: 10:00-22:00 }",
        0.01,
        Description = "lanes are as full as in the long run"
    )]
    [Explicit]
    [Category("Slow")]
    public void It_is_what_a_long_simulation_loses(string shortLanes, double roughness)
    {
        CompiledScenario world = World(
            """
            night: { at: a, task_force: all, team: half, hours: 21:00-05:00, days: [fri, sat, sun, mon] }
            day: { at: a, task_force: all, team: half, hours: 04:00-14:00 }
            b: { task_force: all, team: sharp, hours: 08:00-19:30 }

            """ + shortLanes,
            """
            { rate: 2 shipments per hour, load: { empirical: { 1: 50%, 4: 50% } }, routes: { road: 100% },
              profile: { weekdays: { fri: 200%, sun: 50% }, hours: { "20:00-04:00": 180%, "09:00-11:00": 40% } } }
            """,
            speed: "{ varies: [45 mph, 58 mph, 70 mph] }"
        );
        double expected = new AnalyticRisk(world, "posted")
            .When([
                [1],
            ])
            .OfCorridors[0][0];
        double[][] runs =
        [
            .. Enumerable.Range(0, 1000).Select(number => (double[])SmallWorlds.Run(world, new Arm("posted"), number).Totals.Clone()),
        ];
        double dispatched = runs.Average(totals => totals[(int)Total.ShipmentsDispatched]);
        double seized = runs.Average(totals => totals[(int)Total.ShipmentsSeized]);
        double[] residuals =
        [
            .. runs.Select(totals => totals[(int)Total.ShipmentsSeized] - (seized / dispatched * totals[(int)Total.ShipmentsDispatched])),
        ];
        double deviation = Math.Sqrt(residuals.Sum(r => r * r) / (residuals.Length - 1) / residuals.Length) / dispatched;
        TestContext.Out.WriteLine($"theory {expected:0.00000}, simulated {seized / dispatched:0.00000} +- {deviation:0.00000}");

        // 3.3 standard errors are an error rate of .001, the seed is fixed.
        Assert.That(seized / dispatched, Is.EqualTo(expected).Within((3.3 * deviation) + roughness));
    }

    private static void AssertRisk(
        string posts,
        double expected,
        double within = 1e-9,
        string flow = "{ rate: 10 shipments per day, load: { empirical: { 1: 50%, 4: 50% } }, routes: { road: 100% } }"
    )
    {
        Risk risk = new AnalyticRisk(World(posts, flow), "posted").When([
            [1],
        ]);
        Assert.That(risk.OfCorridors[0][0], Is.EqualTo(expected).Within(within));
    }

    private static CompiledScenario World(
        string posts,
        string flow = "{ rate: 10 shipments per day, load: { empirical: { 1: 50%, 4: 50% } }, routes: { road: 100% } }",
        string speed = "50 mph",
        string rotate = ""
    ) =>
        SmallWorlds.Compile(
            $$"""
            start: 2022-10-01
            length: 28 days
            warm_up: 7 days
            places:
              a: { at: [31, -98] }
              b: { at: [30, -98] }
              c: { at: [29, -98] }
              busy: { at: [27, -99], kind: port }
              aside: { at: [31, -90] }
            roads:
              ab: { between: [a, b], length: 300 mi }
              bc: { between: [b, c], length: 300 mi }
              cd: { between: [c, busy], length: 300 mi }
            corridors: { road: { path: [a, b, c, busy] } }
            travel: { speed: {{speed}} }
            flows:
              guns: {{flow.ReplaceLineEndings(" ")}}
            team_types:
              half: { stops: 100%, finds: 50%, further_team_adds: 50% }
              fifth: { stops: 40%, finds: 50% }
              unit: { works: leads, acts_on: 40%, finds: 50% }
              sharp: { stops: 100%, finds: 50%, load_effect: 1 }
              lanes:
                { stops: 100%, stops_traffic: 10%, finds: 100%, search: { exponential: 5 min }, lanes: 4, when_full: wait, queue_limit: 6 }
              alone: { stops: 100%, finds: 100%, search: { exponential: 1 h }, lanes: 1 }
              thorough: { stops: 100%, finds: 0%, search: 1 h, secondary: { refers: 100%, finds: 100% } }
            task_forces: { all: { home: a, teams: { half: 9, fifth: 9, unit: 9, sharp: 9, lanes: 9, alone: 9, thorough: 9 } } }
            checkpoints: { a: {}, b: {}, c: {}, busy: { traffic: 600 per hour }, aside: {} }
            deployments:
              posted:
                {{rotate}}
                post:
            {{string.Join('\n', posts.Split('\n').Select(line => $"      {line}"))}}
            """
        );
}
