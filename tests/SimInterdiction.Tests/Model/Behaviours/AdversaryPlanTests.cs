using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Behaviours;

public sealed class AdversaryPlanTests
{
    private const string Small = "small: { rate: 30 shipments per day, load: 1, organization: north, routes: { road: 100% } }";
    private const string Large = "large: { rate: 10 shipments per day, load: 2, organization: north, routes: { road: 100% } }";

    // Loads of one are lost with .5, of two with .75: of four shipments three are small.
    [TestCase(Small, Large)]
    [TestCase(Large, Small)]
    public void Todays_risk_of_a_corridor_is_that_of_all_its_flows_in_whatever_order(string first, string second)
    {
        CompiledScenario world = SmallWorlds.Compile(
            $$"""
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            organizations: { north: { route_choice: { risk_aversion: 20, shares: as_today, learns: corridor } } }
            flows:
              {{first}}
              {{second}}
            team_types: { team: { stops: 100%, finds: 50%, load_effect: 1 } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            deployments: { today: { post: { port: { task_force: all, team: team } } } }
            """
        );
        OrganizationPlan north = AdversaryPlan.Of(world, new Arm("today")).Organizations.Single();
        Assert.That(north.Prior.Single(), Is.EqualTo((0.75 * 0.5) + (0.25 * 0.75)).Within(1e-9));
    }
}
