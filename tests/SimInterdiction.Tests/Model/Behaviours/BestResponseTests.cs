using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Behaviours;

public sealed class BestResponseTests
{
    // The example of the model's description, costs 10, 12, 15 as given shares.
    [TestCase(10, 0.099624, 0.736125, 0.164252)]
    [TestCase(20, 0.005479, 0.813095, 0.181426)]
    public void Who_knows_the_risk_answers_it_by_the_logit(double aversion, params double[] expected)
    {
        CompiledScenario world = World(
            aversion,
            "100 shipments per day",
            """
            a: { task_force: all, team: forty }
            b: { task_force: all, team: ten }
            c: { task_force: all, team: ten }
            """
        );
        Assert.That(SharesOf(world), Is.EqualTo(expected).Within(2e-6));
    }

    // With one lane for an hour each, the first corridor's risk is 1 - B(1, arrivals) = 1 / (1 + arrivals), and falls
    // the more take it: shares and risk must fit each other.
    [TestCase(1)]
    [TestCase(10)]
    [TestCase(60)]
    public void Where_risk_depends_on_the_shares_both_fit_each_other(double aversion)
    {
        CompiledScenario world = World(aversion, "4 shipments per hour", "a: { task_force: all, team: lane }");
        double[] given = [0.689672, 0.253716, 0.056612];
        double low = 0;
        double high = 1;
        for (int halved = 0; halved < 60; halved++)
        {
            double share = (low + high) / 2;
            double weight = given[0] * Math.Exp(-aversion / (1 + (4 * share)));
            (low, high) = weight / (weight + given[1] + given[2]) > share ? (share, high) : (low, share);
        }

        Assert.That(SharesOf(world)[0], Is.EqualTo(low).Within(1e-6));
    }

    private static double[] SharesOf(CompiledScenario world)
    {
        double[] upTo = AdversaryPlan.Of(world, new Arm("posted")).CumulativeWeights[0];
        return [upTo[0] / upTo[2], (upTo[1] - upTo[0]) / upTo[2], (upTo[2] - upTo[1]) / upTo[2]];
    }

    private static CompiledScenario World(double aversion, string rate, string posts) =>
        SmallWorlds.Compile(
            $$"""
            places: { city: { at: [31, -98] }, a: { at: [30, -98] }, b: { at: [29, -98] }, c: { at: [27, -99] } }
            corridors: { one: { path: [city, a] }, two: { path: [city, b] }, three: { path: [city, c] } }
            organizations: { north: { route_choice: { risk_aversion: {{aversion}}, learns: known } } }
            flows: { guns: { rate: {{rate}}, organization: north, routes: { one: 68.9672%, two: 25.3716%, three: 5.6612% } } }
            team_types:
              forty: { stops: 100%, finds: 40% }
              ten: { stops: 100%, finds: 10% }
              lane: { stops: 100%, finds: 100%, search: { exponential: 1 h }, lanes: 1 }
            task_forces: { all: { home: a, teams: { forty: 1, ten: 2, lane: 1 } } }
            checkpoints: { a: {}, b: {}, c: {} }
            deployments:
              posted:
                post:
            {{string.Join('\n', posts.Split('\n').Select(line => $"      {line}"))}}
            """
        );
}
