using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>
/// Where a team that nobody can foresee seizes more than the same effort that can be foreseen, and where it does not:
/// one team stays at the most used of four checkpoints, or goes round them, each day another, in turn or by chance;
/// against those who never change, who learn, and who know the plan.
/// </summary>
/// <remarks>As <see cref="PatternTests"/>: fixed seeds, near ends of 99.9 % intervals. Slow, so run by hand.</remarks>
[Explicit, Category("Slow")]
public sealed class RandomEffortTests
{
    private const string Yaml = """
        length: 365 days
        warm_up: 180 days
        places:
          city: { at: [30, -98] }
          a: { at: [29, -96] }
          b: { at: [29, -97] }
          c: { at: [29, -98] }
          d: { at: [29, -99] }
          port: { at: [28, -98], kind: port }
        corridors:
          by_a: { path: [city, a, port] }
          by_b: { path: [city, b, port] }
          by_c: { path: [city, c, port] }
          by_d: { path: [city, d, port] }
        organizations: { all: { route_choice: { risk_aversion: 0 } } }
        flows: { guns: { rate: 20 shipments per day, organization: all, routes: { by_a: 40%, by_b: 30%, by_c: 20%, by_d: 10% } } }
        team_types: { team: { stops: 50%, finds: 50% } }
        task_forces: { all: { home: city, teams: { team: 1 } } }
        checkpoints: { a: {}, b: {}, c: {}, d: {} }
        deployments:
          stays: { post: { roving: { at: a, task_force: all, team: team } } }
          in_turn: { post: { roving: { at: { rotate: &round { a: 25%, b: 25%, c: 25%, d: 25% }, order: fixed }, task_force: all,
              team: team } } }
          by_chance: { post: { roving: { at: { rotate: *round, order: random }, task_force: all, team: team } } }
          in_turn_by_day: { based_on: in_turn, post: { roving: { hours: 06:00-18:00 } } }
          by_chance_by_day: { based_on: by_chance, post: { roving: { hours: 06:00-18:00 } } }
        experiment:
          seed: 52
          adversaries:
            learners: { organizations: { all: { route_choice: { risk_aversion: 10, learns: place, memory: 60 days, hears_after: 3 days,
                prior_weight: 20 } } } }
            quick_learners: { organizations: { all: { route_choice: { risk_aversion: 10, learns: place, memory: 2 days, hears_after: 6 h,
                prior_weight: 2 } } } }
            watchers: { organizations: { all: { watches: { share: 100%, patience: 12 h } } } }
        """;

    private static readonly CompiledScenario World = SmallWorlds.Compile(Yaml);

    [Test]
    public void By_chance_seizes_about_twice_what_in_turn_does_of_those_who_know_the_plan() =>
        Assert.That(Gain("in_turn", "by_chance", "watchers").LowShare, Is.GreaterThan(0.9));

    [Test]
    public void Those_who_wait_for_the_half_of_the_day_that_is_free_lose_nothing()
    {
        Gain gain = Gain("in_turn_by_day", "by_chance_by_day", "watchers");
        Assert.That((gain.Before, gain.Difference, gain.HalfWidth), Is.EqualTo((0.0, 0.0, 0.0)));
    }

    [TestCase(null)]
    [TestCase("learners")]
    public void By_chance_and_in_turn_seize_the_same_of_those_who_never_change_or_learn_slowly(string? adversary) =>
        Assert.That(Gain("in_turn", "by_chance", adversary, replications: 400).AtMost / 0.0625, Is.LessThan(0.03));

    /// <summary>In turn, a team is never where it was the day before, which is where they expect it.</summary>
    [Test]
    public void By_chance_seizes_less_than_in_turn_of_those_who_learn_within_days() =>
        Assert.That(Gain("in_turn", "by_chance", "quick_learners").High, Is.LessThan(-0.01));

    [TestCase("learners")]
    [TestCase("quick_learners")]
    public void By_chance_seizes_more_than_staying_at_the_most_used_place_of_those_who_learn(string adversary) =>
        Assert.That(Gain("stays", "by_chance", adversary).LowShare, Is.GreaterThan(1));

    [TestCase(null)]
    [TestCase("watchers")]
    public void Moving_by_chance_seizes_less_than_staying_at_the_most_used_place(string? adversary) =>
        Assert.That(Gain("stays", "by_chance", adversary).HighShare, Is.LessThan(-0.3));

    private static Gain Gain(string before, string after, string? adversary, int replications = 100)
    {
        Gain gain = PairedRuns
            .Of(World, new Arm(before, adversary), new Arm(after, adversary), replications)
            .Gain(record => record.Totals[(int)Total.ShipmentsSeized] / record.Totals[(int)Total.ShipmentsDispatched]);
        TestContext.Out.WriteLine($"{after} against {before}, {adversary ?? "nobody adapts"}: {gain}");
        return gain;
    }
}
