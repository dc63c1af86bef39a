using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>Warnings about geography that can't be right, and none about geography that can.</summary>
/// <remarks>From Houston to Laredo it is 293 miles as the crow flies (haversine by hand).</remarks>
public sealed class Plausibility
{
    private const string Texas = """
        places:
          dallas: { at: [32.777, -96.797] }
          san_antonio: { at: [29.424, -98.494] }
          midland: { at: [31.997, -102.078] }
          el_paso: { at: [31.778, -106.442] }
          naples: { at: [26.142, -81.795] }

        """;

    [TestCase("[31.997, 102.078]", "[31.997, -102.078]", "west of Greenwich are negative")]
    [TestCase("[-31.997, -102.078]", "[31.997, -102.078]", "")]
    [TestCase("[-31.997, 102.078]", "[31.997, -102.078]", "")]
    [TestCase("[31.997, -10.2078]", "[31.997, -102.078]", "")]
    [TestCase("[3.1997, -102.078]", "[31.997, -102.078]", "")]
    [TestCase("[-81.795, 26.142]", "[26.142, -81.795]", "Latitude comes first")]
    [TestCase("[81.795, 26.142]", "[26.142, -81.795]", "")]
    public void A_slip_in_a_coordinate_is_told_with_what_was_meant(string written, string meant, string reason)
    {
        Problem problem = Files.AssertWarning("S515", $"{Texas}  odd: {{ at: ⟦{written}⟧ }}\n");
        Assert.That(problem.Message, Does.StartWith("'odd' is some ").And.EndsWith(" mi from the middle of all places"));
        Assert.That(problem.Hint, Does.StartWith($"did you mean {meant}?").And.Contains(reason));
    }

    [Test]
    public void A_minority_that_lost_its_sign_is_found_and_nobody_else()
    {
        string text = Texas.Replace("-96.797", "96.797", StringComparison.Ordinal).Replace("-102.078", "102.078", StringComparison.Ordinal);
        Assert.That(Warnings(text), Is.EqualTo(new[] { "S515", "S515" }));
    }

    [Test]
    public void Of_two_places_the_one_in_the_east_is_doubted()
    {
        string text = Files.Base.Replace("-99.480", "99.480", StringComparison.Ordinal);
        Problem problem = Files.Read(text).Problems.Single();
        Assert.That(
            (problem.Code, problem.Hint),
            Is.EqualTo(("S515", "did you mean [27.531, -99.48]? Longitudes west of Greenwich are negative."))
        );
    }

    // Bogota, Panama, Buenos Aires, Anchorage, Honolulu, Madrid, Manila; the other side of the equator and of the
    // meridian.
    [TestCase("[4.711, -74.072]")]
    [TestCase("[8.983, -79.517]")]
    [TestCase("[-34.603, -58.381]")]
    [TestCase("[61.218, -149.900]")]
    [TestCase("[21.307, -157.858]")]
    [TestCase("[40.417, -3.703]")]
    [TestCase("[14.600, 120.984]")]
    public void A_place_that_is_far_away_and_meant_is_not_doubted(string at) =>
        Assert.That(Warnings($"{Texas}  far: {{ at: {at} }}\n"), Is.Empty);

    [Test]
    public void Places_on_both_sides_of_the_meridian_and_the_equator_are_not_doubted()
    {
        string[] points = ["[51.507, -0.128]", "[48.857, 2.352]", "[0.347, 32.582]", "[-1.286, 36.817]", "[52.520, 13.405]"];
        string text = $"places: {{ {string.Join(", ", points.Select((p, i) => $"p{i}: {{ at: {p} }}"))} }}\n";
        Assert.That(Warnings(text), Is.Empty);
    }

    // A mistake elsewhere hides neither; what names a place that there is not is told as that.
    [Test]
    public void Geography_is_looked_at_beside_mistakes()
    {
        string text =
            $"{Texas}  odd: {{ at: [31.997, 102.078] }}\n"
            + "roads: { i_35: { between: [houston, laredo], length: 190 mi }, x: { between: [houston, lardo], length: 3 mi } }\n"
            + "flows: { houston: { organization: nobody } }\n";
        Assert.That(
            Files.ReadOverBase(text).Problems.Select(problem => problem.Code).Order(),
            Is.EqualTo(new[] { "S201", "S201", "S515", "S516" })
        );
    }

    [Test]
    public void A_place_that_can_not_be_read_leaves_geography_alone() =>
        Assert.That(
            Files.ReadOverBase($"{Texas}  odd: {{ at: [31.997, 102.078] }}\n  odder: {{ at: far }}\n").Problems.Select(p => p.Code),
            Has.None.EqualTo("S515")
        );

    [TestCase(100)]
    [TestCase(285)]
    public void A_road_shorter_than_the_straight_line_is_told_with_both(int miles)
    {
        Problem problem = Files.AssertWarning("S516", $"roads: {{ i_35: {{ between: [houston, laredo], length: ⟦{miles} mi⟧ }} }}");
        Assert.That(
            problem.Message,
            Is.EqualTo($"'i_35' is {miles} mi long, less than the straight line between 'houston' and 'laredo': {Straight:0} mi")
        );
    }

    [TestCase("292 mi")]
    [TestCase("315 mi")]
    [TestCase("507 km")]
    [TestCase("1_170 mi")]
    public void A_road_from_the_straight_line_to_four_times_it_is_good(string length) =>
        Assert.That(Warnings($"roads: {{ i_35: {{ between: [houston, laredo], length: {length} }} }}"), Is.Empty);

    // Ninety are stopped an hour and twelve searched: two hundred wait 17 hours at the most, and a million longer than
    // anyone is on duty.
    [TestCase("")]
    [TestCase(", queue_limit: 1000000")]
    public void A_queue_that_no_limit_holds_is_told(string limit) => Files.AssertWarning("S511", Queue("⟦laredo⟧", limit));

    // At primary 90 an hour are stopped and a hundred can be searched; 9 are referred, and 8 can be searched there.
    [TestCase("8 min", true)]
    [TestCase("6 min", false)]
    public void A_queue_for_secondary_that_grows_is_told(string search, bool isTold)
    {
        string again = $", secondary: {{ refers: 10%, finds: 50%, search: {search}, lanes: 1, when_full: wait }}";
        string text = Queue("laredo", again).Replace("search: 10 min, lanes: 2", "search: 72 s, lanes: 2", StringComparison.Ordinal);
        Problem[] told = [.. Files.ReadOverBase(text).Problems.Where(problem => problem.Code == "S511")];
        Assert.That(told.Select(problem => problem.Message), isTold ? Has.One.Contains("for secondary inspection at 'laredo'") : Is.Empty);
    }

    [Test]
    public void A_queue_that_a_limit_holds_is_not() =>
        Assert.That(
            Files.ReadOverBase(Queue("laredo", ", queue_limit: 200")).Problems.Select(problem => problem.Code),
            Does.Not.Contain("S511")
        );

    // M/M/2 with 11.9 an hour where 12 can be searched: of all, 99 % wait 1 / (12 - 11.9) h, about ten.
    [TestCase("S544", "when_full: wave_through")]
    [TestCase("S545", "when_full: wait", "119 per hour", "search: { exponential: 10 min }")]
    public void Busy_lanes_are_told(string code, string whenFull, string traffic = "900 per hour", string search = "search: 10 min") =>
        Files.AssertWarning(
            code,
            Queue("⟦laredo⟧", string.Empty)
                .Replace("when_full: wait", whenFull, StringComparison.Ordinal)
                .Replace("900 per hour", traffic, StringComparison.Ordinal)
                .Replace("search: 10 min", search, StringComparison.Ordinal)
        );

    // Of 90 an hour two lanes search 12, and one can search one an hour of those.
    [Test]
    public void Busy_lanes_are_told_of_primary_and_of_secondary()
    {
        string again = ", secondary: { refers: 100%, finds: 50%, search: 1 h, lanes: 1 }";
        string text = Queue("laredo", again).Replace("when_full: wait", "when_full: wave_through", StringComparison.Ordinal);
        string[] told = [.. Files.ReadOverBase(text).Problems.Where(each => each.Code == "S544").Select(each => each.Message)];
        Assert.That(told, Has.Length.EqualTo(2).And.Some.Contains("of the vehicles stopped").And.Some.Contains("referred to secondary"));
    }

    private static string Queue(string posting, string limit) =>
        $$"""
            checkpoints: { laredo: { traffic: 900 per hour } }
            team_types: { team: { stops_traffic: 10%, search: 10 min, lanes: 2, when_full: wait{{limit}} } }
            deployments: { today: { post: { {{posting}}: { task_force: laredo, team: team } } } }
            """;

    [TestCase("S516", "31.5 mi", "did you mean '315 mi'?")]
    [TestCase("S516", "315 km", "did you mean '315 mi'?")]
    [TestCase("S517", "3_150 mi", "did you mean '315 mi'?")]
    [TestCase("S517", "5070 km", "did you mean '507 km'?")]
    [TestCase("S517", "2000 mi", "check the length, and where 'houston' and 'laredo' are")]
    public void A_length_that_a_slip_explains_is_told_with_what_was_meant(string code, string length, string hint) =>
        Assert.That(
            Files.AssertWarning(code, $"roads: {{ i_35: {{ between: [houston, laredo], length: ⟦{length}⟧ }} }}").Hint,
            Is.EqualTo(hint)
        );

    [Test]
    public void Of_a_misplaced_end_the_cause_is_told_and_not_its_roads() =>
        Assert.That(
            Warnings(
                $"{Texas}  odd: {{ at: [31.997, 102.078] }}\nroads: {{ a: {{ between: [odd, dallas], length: 320 mi }}, b: {{ "
                    + "between: [odd, el_paso] } }"
            ),
            Is.EqualTo(new[] { "S515" })
        );

    // Too far from its task force, for want of a minus.
    [TestCase("odd")]
    [TestCase("laredo")]
    public void Of_a_misplaced_end_out_of_reach_the_cause_is_told(string home) =>
        Assert.That(
            Files
                .AssertWrong(
                    "S403",
                    $$"""
                    {{Texas}}  odd: { at: [31.997, 102.078] }
                    task_forces: { far: { home: {{home}}, reach: 300 mi, teams: { team: 1 } } }
                    checkpoints: { {{(home == "odd" ? "midland" : "odd")}}: {} }
                    deployments: { today: { post: { ⟦{{(home == "odd" ? "midland" : "odd")}}⟧: { task_force: far, team: team } } } }

                    """
                )
                .Hint,
            Is.EqualTo("is 'odd' misplaced? did you mean [31.997, -102.078]? Longitudes west of Greenwich are negative.")
        );

    [TestCase(
        "a: { between: [houston, laredo], length: 315 mi }, ⟦b⟧: { between: [laredo, houston], length: 320 mi }",
        "'a' is shorter, 315 mi against 320 mi"
    )]
    [TestCase(
        "⟦a⟧: { between: [houston, laredo], length: 340 mi }, b: { between: [houston, laredo] }",
        "'b' is shorter, 331 mi against 340 mi"
    )]
    [TestCase(
        "a: { between: [houston, laredo], length: 315 mi }, ⟦b⟧: { between: [houston, laredo], length: 315 mi }",
        "'a' joins them in as many miles"
    )]
    public void Of_two_roads_between_the_same_places_the_longer_is_told(string roads, string than) =>
        Assert.That(Files.AssertWarning("S518", $"roads: {{ {roads} }}").Message, Does.EndWith(than));

    [Test]
    public void Two_places_on_one_point_are_told() =>
        Assert.That(
            Files.AssertWarning("S519", "places: { port: { at: ⟦[27.531, -99.48]⟧ } }").Message,
            Is.EqualTo("'port' is at the same point as 'laredo'")
        );

    [TestCase("580 mph", "shipments travel at 580 mph on average", "did you mean 58 mph?")]
    [TestCase("5.8 mph", "shipments travel at 5.8 mph on average", "did you mean 58 mph?")]
    [TestCase("{ varies: [45 mph, 58 mph, 700 mph] }", "shipments travel at 267.7 mph on average", null)]
    public void A_speed_that_nobody_drives_is_told(string speed, string message, string? hint)
    {
        Problem problem = Files.ReadOverBase($"travel: {{ speed: {speed} }}").Problems.Single();
        Assert.That((problem.Code, problem.Message), Is.EqualTo(("S520", message)));
        Assert.That(hint is null || problem.Hint == hint, problem.Hint);
    }

    // From Laredo to Madrid it is 5,100 miles, to Mexico City 560.
    [TestCase("madrid: { at: [40.417, -3.703] }", true)]
    [TestCase("mexico_city: { at: [19.433, -99.133] }", false)]
    public void A_leg_of_more_than_five_days_is_told(string place, bool isTold)
    {
        string name = place.Split(':')[0];
        Assert.That(
            Warnings($"places: {{ {place} }}\nroads: {{ far: {{ between: [laredo, {name}] }} }}\ntravel: {{ speed: 45 mph }}"),
            isTold ? Is.EqualTo(new[] { "S521" }) : Is.Empty
        );
        Assert.That(
            Warnings($"places: {{ {place} }}\ncorridors: {{ far: {{ path: [houston, laredo, {name}] }} }}\ntravel: {{ speed: 45 mph }}"),
            isTold ? Is.EqualTo(new[] { "S521" }) : Is.Empty
        );
    }

    [TestCase("until: 2022-10-30", "did you mean 'end'? It is the last day")]
    [TestCase("end_date: 31/03/2023", "did you mean 'end'? It is the last day")]
    [TestCase("length: 90 days\n⟦until⟧: 2023-03-31", "did you mean 'end'? It is the last day, instead of 'length: 90 days'")]
    [TestCase("start_date: 2022-10-01", "did you mean 'start'?")]
    [TestCase("deployments: { today: { post: { laredo: { ⟦end⟧: 2022-10-05 } } } }", "did you mean 'to'? It is the last day")]
    [TestCase("windows: { a: { from: 2022-10-02, to: 2022-10-03, ⟦start⟧: 2022-10-02 } }", "did you mean 'from'? It is the first day")]
    public void A_key_of_another_program_for_a_period_is_told_what_to_write(string fragment, string hint) =>
        Assert.That(
            Files
                .AssertWrong(
                    "S101",
                    fragment.Contains('⟦', StringComparison.Ordinal)
                        ? fragment
                        : $"⟦{fragment.Replace(":", "⟧:", StringComparison.Ordinal)}"
                )
                .Hint,
            Is.EqualTo(hint)
        );

    // Haversine on a sphere of 3,958.76 miles.
    private static double Straight
    {
        get
        {
            (double lat1, double lat2, double lon) = (Radians(29.760), Radians(27.531), Radians(99.480 - 95.370));
            double h = Math.Pow(Math.Sin((lat1 - lat2) / 2), 2) + (Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(lon / 2), 2));
            return 2 * 3958.7613 * Math.Asin(Math.Sqrt(h));
        }
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static string[] Warnings(string fragment)
    {
        ScenarioReading reading = Files.ReadOverBase(fragment);
        Files.Good(reading);
        return
        [
            .. reading.Problems.Select(p => p.Code).Where(code => string.CompareOrdinal(code, "S515") >= 0).Order(StringComparer.Ordinal),
        ];
    }
}
