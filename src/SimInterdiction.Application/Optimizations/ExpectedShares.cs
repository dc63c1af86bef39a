using SimInterdiction.Application.Expectations;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Application.Optimizations;

/// <summary>The share of all firearms that theory expects deployments to seize from traffickers of a kind, with all
/// that theory has.</summary>
/// <param name="scenario">The scenario with the deployments.</param>
/// <param name="against">What traffickers do.</param>
internal sealed class ExpectedShares(Scenario scenario, Traffickers against)
{
    private readonly CompiledScenario world = (against == Traffickers.Logit ? DeploymentExpectation.Knowing(scenario) : null)
        ?? CompiledScenario.Compile(scenario);

    /// <summary>The share that one of them seizes.</summary>
    public double Of(string deployment) =>
        against switch
        {
            Traffickers.BestRoute => TrafficWorth.OnBestRoutes(world, deployment),
            Traffickers.Fixed => ExpectedSeizures.Of(world, new Arm(deployment, Arm.Frozen)).SeizureRate ?? 0,
            _ => ExpectedSeizures.Of(world, new Arm(deployment)).SeizureRate ?? 0,
        };
}
