using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>Times of day are whole minutes wherever the rules compare or add them up.</summary>
public sealed class TimesOfDay
{
    private const int Day = TimeOfDay.MinutesOfDay;

    [Test]
    public void A_team_may_follow_itself_at_any_minute_of_the_day()
    {
        // 7:20 has no exact binary fraction of an hour; 37 and 1440 have no common divisor, so that every start
        // differs.
        for (int start = 0; start < Day; start += 37)
        {
            string three = Posts(Shift("a", start, 440), Shift("b", start + 440, 440), Shift("c", start + 880, 560));
            Assert.That(Problems(three), Is.Empty, $"{start}");
        }
    }

    [Test]
    public void A_minute_too_many_is_a_team_twice_at_once()
    {
        for (int start = 0; start < Day; start += 37)
        {
            string two = Posts(Shift("a", start, 441), Shift("b", start + 440, 440));
            Assert.That(Problems(two), Is.EqualTo(new[] { "S402" }), $"{start}");
        }
    }

    [TestCase("06:40-14:20", "14:20-22:00")]
    [TestCase("23:40-07:20", "07:20-15:40")]
    [TestCase("00:20-00:40", "00:40-00:20")]
    [TestCase("12:10-24:00", "00:00-12:10")]
    public void All_teams_of_two_places_may_hand_over_to_themselves(string early, string late)
    {
        string posts =
            $"early: {{ at: laredo, task_force: laredo, team: team, count: 2, hours: {early} }}, late: {{ at: houston, "
            + $"task_force: laredo, team: team, count: 2, hours: {late}, days: [mon, tue, wed, thu, fri, sat, sun] }}";
        const string Two = "task_forces: { laredo: { teams: { team: 2 } } }\ncheckpoints: { houston: {} }\n";
        Assert.That(Problems(Two + Posts(posts)), Is.Empty);
        Assert.That(
            Problems(Two + Posts(posts.Replace("count: 2, hours: " + early, "count: 3, hours: " + early, StringComparison.Ordinal))),
            Is.EqualTo(new[] { "S401" })
        );
    }

    [Test]
    public void Just_the_hours_a_team_works_are_not_too_many()
    {
        // 460 minutes are 7.666... hours; three times 160 minutes are eight hours.
        Assert.That(Problems("team_types: { team: { max_hours: 460 min } }\n" + Posts(Shift("a", 400, 460))), Is.Empty);
        Assert.That(
            Problems("team_types: { team: { max_hours: 8 h } }\n" + Posts(Shift("a", 0, 160), Shift("b", 160, 160), Shift("c", 320, 160))),
            Is.Empty
        );
        Problem one = Single("team_types: { team: { max_hours: 460 min } }\n" + Posts(Shift("a", 400, 461)));
        Assert.That(one.Message, Is.EqualTo("06:40-14:21 is 7 h 41 min a day, and one 'team' works 7 h 40 min"));
        Problem sum = Single(
            "team_types: { team: { max_hours: 8 h } }\n" + Posts(Shift("a", 0, 160), Shift("b", 160, 160), Shift("c", 320, 161))
        );
        Assert.That(sum.Message, Does.Contain("together take 8 h 1 min on").And.EndWith("and one 'team' works 8 h a day"));
    }

    [Test]
    public void Ranges_of_a_profile_may_touch_at_any_minute_and_not_overlap()
    {
        for (int start = 0; start < Day; start += 37)
        {
            Assert.That(Problems(Profile(Range(start, 160), Range(start + 160, 320))), Is.Empty, $"{start}");
            Assert.That(Problems(Profile(Range(start, 161), Range(start + 160, 320))), Is.EqualTo(new[] { "S430" }), $"{start}");
        }
    }

    [Test]
    public void Ranges_that_cover_the_day_without_a_gap_may_not_all_be_silent()
    {
        string thirds = Profile(Range(20, 440), Range(460, 440), Range(900, 560)).Replace("150%", "0%", StringComparison.Ordinal);
        Assert.That(Problems(thirds), Is.EqualTo(new[] { "S431" }));
        Assert.That(
            Problems(Profile(Range(20, 440), Range(460, 440), Range(900, 559)).Replace("150%", "0%", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    // A clock that begins at 21:07:30 on the day before: who has left by 21:07 is not on duty with who comes at 21:08.
    [TestCase("09:00-21:07", "21:07-09:00", 0)]
    [TestCase("09:00-21:08", "21:07-09:00", 1)]
    public void A_warm_up_may_begin_within_a_shift(string early, string late, int errors) =>
        Assert.That(
            Problems(
                "warm_up: 172.5 min\n"
                    + Posts(
                        $"a: {{ at: laredo, task_force: laredo, team: team, hours: {early} }}, "
                            + $"b: {{ at: laredo, task_force: laredo, team: team, hours: {late} }}"
                    )
            ),
            Has.Length.EqualTo(errors)
        );

    [TestCase("7 days", true)]
    [TestCase("10080 min", true)]
    [TestCase("1.5 days", false)]
    [TestCase("0.000000001 h", false)]
    public void A_rotating_team_stays_whole_days(string every, bool isGood)
    {
        string rotating =
            "checkpoints: { houston: {} "
            + $"}}\n{Posts($"a: {{ at: {{ rotate: {{ laredo: 50%, houston: 50% }}, every: {every} }}, task_force: laredo, team: team }}")}";
        Assert.That(Problems(rotating), isGood ? Is.Empty : Is.EqualTo(new[] { "S411" }));
    }

    // There is one team. What stands on different plans never meets, but for a night of one and a morning of the next.
    [TestCase("06:00-18:00", "[a]", "06:00-18:00", "[b]", 0)]
    [TestCase("06:00-18:00", "[a]", "06:00-18:00", "[a, b]", 1)]
    [TestCase("18:00-06:00", "[a]", "06:00-18:00", "[b]", 0)]
    [TestCase("18:00-06:00", "[a]", "05:00-17:00", "[b]", 1)]
    public void Teams_of_plans_that_are_never_drawn_together_are_not_posted_at_once(
        string hours,
        string plans,
        string others,
        string onPlans,
        int errors
    )
    {
        const string Where = "at: laredo, task_force: laredo, team: team";
        string drawn =
            "experiment: { compare_with: other }\ndeployments: { today: { post: { laredo: { hours: 06:00-07:00 } } }, other: { rotate: { "
            + $"plans: {{ a: 50%, b: 50% }} }}, post: {{ one: {{ {Where}, hours: {hours}, plans: {plans} }}, "
            + $"two: {{ {Where}, hours: {others}, plans: {onPlans} }} }} }} }}";
        Assert.That(Problems(drawn), Has.Length.EqualTo(errors));
    }

    private static string[] Problems(string fragment) => [.. Read(fragment).Problems.Where(p => p.IsError).Select(p => p.Code)];

    private static Problem Single(string fragment) => Read(fragment).Problems.Single(p => p.IsError);

    private static ScenarioReading Read(string fragment) => Files.ReadOverBase(fragment);

    /// <summary>Another deployment with these postings; that of the base works an hour.</summary>
    private static string Posts(params string[] posts) =>
        "experiment: { compare_with: other }\ndeployments: { today: { post: { laredo: { hours: 06:00-07:00 } "
        + $"}} }}, other: {{ post: {{ {string.Join(", ", posts)} }} }} }}";

    private static string Shift(string name, int from, int minutes) =>
        $"{name}: {{ at: laredo, task_force: laredo, team: team, hours: {Hours(from, minutes)} }}";

    private static string Profile(params string[] ranges) =>
        $"flows: {{ houston: {{ profile: {{ hours: {{ {string.Join(", ", ranges)} }} }} }} }}";

    private static string Range(int from, int minutes) => $"\"{Hours(from, minutes)}\": 150%";

    private static string Hours(int from, int minutes) => $"{At(from)}-{At(from + minutes)}";

    private static TimeOfDay At(int minute) => new(minute % Day / 60, minute % 60);
}
