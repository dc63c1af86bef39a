using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Experiments.Analysis;

/// <summary>How long traffickers take to notice a deployment, where the answer is known.</summary>
public sealed class NoticingTests
{
    private const int Weeks = 8;

    // Nobody is posted until the window begins; then a team finds a quarter of what takes the road.
    private const string Switch = """
        length: 56 days
        warm_up: 14 days
        places:
          city: { at: [29.76, -95.37] }
          port: { at: [25.95, -97.40], kind: port }
          p0: { at: [29.70, -95.37] }
          p1: { at: [29.76, -95.47] }
        corridors: { c0: { path: [city, p0, port] }, c1: { path: [city, p1, port] } }
        organizations: { north: { route_choice: { ROUTES, memory: 1000 days, prior_weight: 1 } } }
        flows: { guns: { organization: north, rate: 60 shipments per day, load: 1, routes: { c0: 50%, c1: 50% } } }
        team_types: { t: { officers: 6, stops: 50%, finds: 50% } }
        task_forces: { county: { home: city, teams: { t: 1 } } }
        checkpoints: { p0: {}, p1: {} }
        deployments:
          nobody: {}
          road: { post: { p0: { task_force: county, team: t } } }
        experiment: { compare_with: nobody, during_warm_up: today, replications: 30, EXPERIMENT seed: 4 }
        """;

    // They hear of every loss after four weeks, and then avoid the road altogether.
    [TestCase("")]
    [TestCase("noticed_when_cancelled: 90%,")]
    [TestCase("noticed_when_cancelled: 10%,")]
    public void It_is_the_week_in_which_they_first_hear_of_it(string experiment) =>
        Assert.That(Noticed("risk_aversion: 1000, hears_after: 28 days", experiment), Is.EqualTo((Week: 5, Earliest: 5, Latest: 5)));

    // Their routes hang on the risk so little that next to nothing changes.
    [Test]
    public void Who_never_changes_routes_never_notices() =>
        Assert.That(Noticed("risk_aversion: 0.001"), Is.EqualTo((Week: Weeks + 1, Earliest: Weeks + 1, Latest: Weeks + 1)));

    [Test]
    public void Who_hears_at_once_and_is_afraid_notices_in_the_first_week() =>
        Assert.That(Noticed("risk_aversion: 1000"), Is.EqualTo((Week: 1, Earliest: 1, Latest: 1)));

    // They know that a quarter is lost on the road, and ln 2 / .25 times that halves its weight: of 1 : 1 it becomes
    // 1 : 2, a third of all instead of a half. A third of the gain is lost, from the first week on.
    [TestCase("30%", 1)]
    [TestCase("37%", Weeks + 1)]
    public void The_share_lost_is_that_of_the_choice_of_routes(string share, int week)
    {
        (int Week, int Earliest, int Latest) noticed = Noticed(
            $"risk_aversion: {Math.Log(2) / .25:0.####}, learns: known",
            $"noticed_when_cancelled: {share}, replications: 150,"
        );
        Assert.That(noticed.Week, Is.EqualTo(week));
    }

    // Where it comes out just beyond the share, few replications say nothing; as many as are told then do.
    [Test]
    public void Too_few_replications_tell_how_many_may_do()
    {
        string routes = $"risk_aversion: {Math.Log(2) / .25:0.####}, learns: known";
        int? needed = Of(routes, "noticed_when_cancelled: 30%, replications: 4,").ReplicationsNeeded;
        Assert.That(needed, Is.GreaterThan(4));
        Assert.That(Of(routes, $"noticed_when_cancelled: 30%, replications: {2 * needed},").ReplicationsNeeded, Is.Null);
    }

    [TestCase("risk_aversion: 1000", "during_warm_up: same,", Description = "they have known it since the warm-up")]
    [TestCase("risk_aversion: 0", "", Description = "nobody adapts")]
    public void Without_a_switch_or_without_anybody_who_adapts_nothing_is_told(string routes, string experiment) =>
        Assert.That(Run(routes, experiment).Deployments.Select(d => d.Notice), Is.All.Null);

    [Test]
    public void Of_what_gains_nothing_nothing_is_told() =>
        Assert.That(Run("risk_aversion: 1000", string.Empty, "finds: 50%", "finds: 0%").Deployments.Select(d => d.Notice), Is.All.Null);

    private static (int Week, int Earliest, int Latest) Noticed(string routes, string experiment = "")
    {
        Notice notice = Of(routes, experiment);
        Assert.That(notice.Weeks, Is.EqualTo(Weeks));
        return (notice.Week, notice.Earliest, notice.Latest);
    }

    private static Notice Of(string routes, string experiment) => Run(routes, experiment).Deployments.Single(d => d.Name == "road").Notice!;

    private static StudyResult Run(string routes, string experiment, string old = "", string changed = "")
    {
        string text = Switch.Replace("ROUTES", routes, StringComparison.Ordinal);
        foreach (
            string key in new[] { "replications: 30, ", "during_warm_up: today, " }.Where(key => experiment.Contains(key.Split(':')[0]))
        )
        {
            text = text.Replace(key, string.Empty, StringComparison.Ordinal);
        }

        text = text.Replace("EXPERIMENT", experiment, StringComparison.Ordinal);
        text = old.Length > 0 ? text.Replace(old, changed, StringComparison.Ordinal) : text;
        return Study.Run(ScenarioReader.ReadText(text).Scenario!, new StudyOptions { Jobs = 2 }, progress: null, CancellationToken.None);
    }
}
