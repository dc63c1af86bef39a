using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>What may be expected of leads on an organization's rings, from theory: nothing is simulated.</summary>
/// <param name="InTime">The chance that a ring is still there when the trace of a seized firearm ends.</param>
/// <param name="InTimeIfRecovered">The same of a firearm recovered after its delivery; null where none is.</param>
/// <param name="OnOneRing">How many leads come up on an average ring while one of them lives.</param>
/// <param name="CasesPerHour">How many cases a trafficking group could open at most: one on every ring with enough
/// leads; 0 without a group.</param>
/// <remarks>Teams seize as they would without leads, and no ring is missing.</remarks>
public sealed record LeadOutlook(double InTime, double? InTimeIfRecovered, double OnOneRing, double CasesPerHour)
{
    private const int Steps = 200;

    /// <summary>The outlook where firearms are traced and the organization has rings; null otherwise.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">Its deployment.</param>
    /// <param name="organization">Its organization.</param>
    public static LeadOutlook? Of(CompiledScenario world, string deployment, string organization)
    {
        ArgumentNullException.ThrowIfNull(world);
        Programmes programmes = world.Scenario.Deployments[deployment].Programmes ?? new Programmes();
        if (programmes.Tracing is not { } tracing || world.Scenario.OrganizationIn(null, organization).Rings is not { } rings)
        {
            return null;
        }

        double ringLife = rings.LifeHours ?? double.PositiveInfinity;
        double inTime = ChanceToOutlive(tracing.TakesHours, ringLife);
        MexicanAccess? access = programmes.MexicanAccess;
        double? inTimeIfRecovered = access is null ? null : inTime * ChanceToOutlive(access.AfterHours, ringLife);
        double ifSeized = tracing.Submitted * tracing.Resolved;
        double ifDelivered = access is null ? 0 : access.Recovered * access.Submitted * tracing.Resolved;
        Risk risk = AnalyticRisk.Under(world, deployment);
        double leadsPerHour = 0;
        foreach (CompiledFlow flow in world.Flows.Where(flow => flow.Organization == world.NumberOf(Dimension.Organization, organization)))
        {
            double lost = flow.Shares.Zip(risk.OfCorridors[flow.Number], (share, chance) => share * chance).Sum();
            leadsPerHour +=
                flow.ShipmentsPerHour
                * (
                    (lost * Math.Min(1, flow.Load.Mean * ifSeized) * inTime)
                    + ((1 - lost) * Math.Min(1, flow.Load.Mean * ifDelivered) * (inTimeIfRecovered ?? 0))
                );
        }

        double lives = Math.Min((tracing.Lead ?? new LeadEffect()).LifeHours, ringLife);
        double cases = programmes.TraffickingGroup is { } group ? CasesOn(rings, leadsPerHour, group) : 0;
        return new LeadOutlook(inTime, inTimeIfRecovered, leadsPerHour * lives / rings.Count, cases);
    }

    // Of a life that has no memory: the mean of exp(-time / life).
    private static double ChanceToOutlive(Distribution hours, double life) =>
        Enumerable.Range(0, Steps).Average(step => Math.Exp(-hours.Quantile((step + 0.5) / Steps) / life));

    private static double CasesOn(Rings rings, double leadsPerHour, TraffickingGroup group)
    {
        double[] sizes = RingSizes.Typical(rings);
        double all = sizes.Sum();
        double places = rings.Count / (double)sizes.Length;
        return places * sizes.Sum(size => CasesOnOne(leadsPerHour * size / all / places, rings.LifeHours, group));
    }

    // A ring that lasts gets its nth lead, each before it is replaced, with the chance (m / (m + r))^n, where m is its
    // leads and r its replacements per hour; one that nobody replaces, for certain, and then again when a closed case
    // has made room for another. Where leads grow too old, n - 1 more must follow one in time.
    private static double CasesOnOne(double leads, double? lifeHours, TraffickingGroup group)
    {
        int needed = group.OpensAtLeads;
        double inTime = group.WithinHours is { } within ? leads * ChanceOfAtLeast(needed - 1, leads * within) : double.PositiveInfinity;
        double everSo = lifeHours is { } life
            ? Math.Pow(leads / (leads + (1 / life)), needed) / life
            : 1 / ((needed / leads) + (group.ReplacedAfterHours?.Mean ?? double.PositiveInfinity));
        return Math.Min(inTime, everSo);
    }

    private static double ChanceOfAtLeast(int count, double mean)
    {
        double chance = Math.Exp(-mean);
        double fewer = 0;
        for (int i = 0; i < count; i++)
        {
            fewer += chance;
            chance *= mean / (i + 1);
        }

        return 1 - fewer;
    }
}
