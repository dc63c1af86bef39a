using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Expectations;

/// <summary>The parts of which a search for the best deployment is made come to what theory expects.</summary>
public sealed class PostingChancesTests
{
    [TestCase("two-corridors.yaml", "both", 1e-9)]
    [TestCase("night-shift.yaml", "day", 1e-9)]
    [TestCase("night-shift.yaml", "night", 1e-9)]
    [TestCase("southbound.yaml", "units_at_ports", 2e-3)]
    public void A_deployment_is_worth_what_its_postings_come_to(string file, string deployment, double relative)
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ShippedScenariosTests.Folder, file), new ReadingOptions()).Scenario!;
        var world = CompiledScenario.Compile(scenario);
        double seized = PostingChances.Of(world, deployment).Corridors.Sum(corridor => corridor.Firearms * corridor.ShareSeized);
        double expected = ExpectedSeizures.Of(world, new Arm(deployment, Arm.Frozen)).Seized;
        Assert.That(seized, Is.EqualTo(expected).Within(relative * expected));
    }
}
