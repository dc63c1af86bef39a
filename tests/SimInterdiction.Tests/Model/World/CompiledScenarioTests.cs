using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.World;

public sealed class CompiledScenarioTests
{
    /// <summary>To the last bit, as if all had been made ready from the beginning; also where the one that is moved is
    /// what traffickers are used to.</summary>
    [Test]
    public void With_a_posting_moved_it_is_what_it_would_be_if_it_were_made_ready_anew([Values] bool ofTheOneInForce)
    {
        Scenario scenario = ScenarioReader.ReadFile(Files.InRepository("scenarios/southbound.yaml")).Scenario!;
        scenario = scenario with
        {
            Organizations = new OrderedDictionary<string, Organization>(
                scenario.Organizations.Select(each => KeyValuePair.Create(each.Key, each.Value.Knowing()))
            ),
        };
        CompiledScenario world = CompiledScenario.Compile(scenario);
        string name = ofTheOneInForce ? scenario.InForce : scenario.Deployments.Keys.First(each => each != scenario.InForce);
        string other = scenario.Deployments.Keys.Last();
        double before = Seized(world, name);
        double untouched = Seized(world, other);
        Deployment deployment = scenario.Deployments[name];
        (string posting, Posting posted) = deployment.Post.First();
        string to = scenario.Checkpoints.Keys.Last();
        var post = new OrderedDictionary<string, Posting>(deployment.Post)
        {
            [posting] = posted with { At = new PostedAt { Checkpoint = to } },
        };
        CompiledScenario moved = world.With(name, post);
        CompiledScenario anew = CompiledScenario.Compile(
            scenario with
            {
                Deployments = new OrderedDictionary<string, Deployment>(scenario.Deployments) { [name] = deployment with { Post = post } },
            }
        );
        Assert.That(Seized(moved, name), Is.EqualTo(Seized(anew, name)).And.Not.EqualTo(before));
        Assert.That(Seized(moved, other), Is.EqualTo(Seized(anew, other)));
        Assert.That(Seized(world, name), Is.EqualTo(before), "the scenario itself stays");
        Assert.That(Seized(moved, other), ofTheOneInForce ? Is.Not.EqualTo(untouched) : Is.EqualTo(untouched));
    }

    private static double Seized(CompiledScenario world, string deployment) => ExpectedSeizures.Of(world, new Arm(deployment)).Seized;
}
