using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.World;

/// <summary>Which of several teams tries first is decided by what they are.</summary>
public sealed class PostingOrderTests
{
    private const string Morning = "traffic: 50 per hour, profile: { hours: { \"06:00-12:00\": 300% } }";
    private const string Evening = "traffic: 50 per hour, profile: { hours: { \"18:00-24:00\": 300% } }";

    [Test]
    public void Checkpoints_of_one_place_are_told_apart_by_their_profiles() =>
        Assert.That(Order(Evening, Morning), Is.EqualTo(Order(Morning, Evening)));

    // Whose checkpoint has the morning, in the order in which the teams try.
    private static bool[] Order(string first, string second)
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                $$"""
                task_forces: { laredo: { teams: { team: 3 } } }
                checkpoints:
                  one: { place: laredo, {{first}} }
                  two: { place: laredo, {{second}} }
                deployments:
                  today:
                    post:
                      a: { at: one, task_force: laredo, team: team }
                      b: { at: two, task_force: laredo, team: team }

                """
            )
        );
        List<KeyValuePair<string, Posting>> sorted = CompiledScenario
            .Compile(scenario)
            .Postings.Sorted(scenario.Deployments["today"].Post.Where(p => p.Key is "a" or "b"), p => (p.Key, p.Value));
        return
        [
            .. sorted.Select(p =>
                scenario.Checkpoints[p.Value.CheckpointsOf(p.Key).Single()].Profile!.Hours.Keys.Single().From.Minutes == 6 * 60
            ),
        ];
    }
}
