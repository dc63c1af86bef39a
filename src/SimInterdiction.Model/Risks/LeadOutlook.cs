using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>What may be expected of leads on an organization's rings, from theory: nothing is simulated.</summary>
/// <param name="InTime">The chance that a ring is still there when the trace of a seized firearm ends.</param>
/// <param name="OnOneRing">How many leads from seizures come up on an average ring while one of them lives.</param>
public sealed record LeadOutlook(double InTime, double OnOneRing)
{
    private const int Steps = 200;

    /// <summary>The outlook where firearms are traced and the organization has rings; null otherwise.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">Its deployment.</param>
    /// <param name="organization">Its organization.</param>
    public static LeadOutlook? Of(CompiledScenario world, string deployment, string organization)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (
            world.Scenario.Deployments[deployment].Programmes?.Tracing is not { } tracing
            || world.Scenario.OrganizationIn(null, organization).Rings is not { } rings
        )
        {
            return null;
        }

        double ringLife = rings.LifeHours ?? double.PositiveInfinity;
        double inTime = Enumerable.Range(0, Steps).Average(step => Math.Exp(-tracing.TakesHours.Quantile((step + 0.5) / Steps) / ringLife));
        Risk risk = new AnalyticRisk(world, deployment).When([.. world.Flows.Select(flow => flow.Shares)]);
        double leadsPerHour = world
            .Flows.Where(flow => flow.Organization == world.NumberOf(Dimension.Organization, organization))
            .Sum(flow =>
                flow.ShipmentsPerHour
                * flow.Shares.Zip(risk.OfCorridors[flow.Number], (share, lost) => share * lost).Sum()
                * Math.Min(1, flow.Load.Mean * tracing.Submitted * tracing.Resolved)
            );
        double lives = Math.Min((tracing.Lead ?? new LeadEffect()).LifeHours, ringLife);
        return new LeadOutlook(inTime, leadsPerHour * inTime * lives / rings.Count);
    }
}
