using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>What theory expects of a deployment over the window, without simulating: firearms dispatched and
/// seized.</summary>
/// <remarks>
/// Shipments of the cohort are followed along their corridors as a density in time, through the laws of legs and
/// searches, past the teams on duty, together with where teams are that rotate at random. Exact, up to cells of time
/// of five minutes, or fifteen where weeks are planned differently, and from one on where there are gates
/// (<see cref="TimeCells"/>), but for what <see cref="Simplifications"/> says.
/// </remarks>
public sealed class ExpectedSeizures
{
    // Of vehicles that find lanes full.
    private const double MentionedFrom = 0.1;

    // Of vehicles that are referred, or wait: below, no more than this share of what is found can be wrong.
    private const double LittleMentionedFrom = 0.005;

    private readonly Dictionary<Dimension, double[]> seizedBy;

    private ExpectedSeizures(Passage passage, IReadOnlyList<Simplification> simplifications)
    {
        Dispatched = passage.Dispatched;
        FullestLanes = passage.FullestLanes;
        FullestSecondary = passage.FullestSecondary;
        Simplifications = simplifications;
        seizedBy = passage.SeizedBy;
        Seized = seizedBy[Dimension.Flow].Sum();
    }

    /// <summary>Firearms dispatched inside the window.</summary>
    public double Dispatched { get; }

    /// <summary>Those of them that are seized, whenever.</summary>
    public double Seized { get; }

    /// <summary>Firearms seized per firearm dispatched; null where none are.</summary>
    public double? SeizureRate => Dispatched > 0 ? Seized / Dispatched : null;

    /// <summary>Of the vehicles that one team stops, the share that finds all its lanes full: of the team with the
    /// greatest.</summary>
    public double FullestLanes { get; }

    /// <summary>Of the vehicles that one team refers to secondary inspection, the share that finds it full: of the team
    /// with the greatest.</summary>
    public double FullestSecondary { get; }

    /// <summary>What is left out.</summary>
    public IReadOnlyList<Simplification> Simplifications { get; }

    /// <summary>Firearms seized by checkpoint, task force, corridor or flow, in the order of
    /// <see cref="CompiledScenario.EntryNames"/>.</summary>
    /// <exception cref="KeyNotFoundException">Another dimension was asked for.</exception>
    public IReadOnlyList<double> SeizedBy(Dimension dimension) => seizedBy[dimension];

    /// <summary>What is expected of a deployment against one variant of the organizations.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="arm">The deployment, against whom.</param>
    public static ExpectedSeizures Of(CompiledScenario world, Arm arm)
    {
        ArgumentNullException.ThrowIfNull(world);
        AdversaryPlan plan = AdversaryPlan.Of(world, arm);
        var roster = new Roster(world, arm.Deployment);
        var passage = new Passage(world, plan, roster);
        return new ExpectedSeizures(passage, [.. SimplificationsOf(world, arm, plan, passage)]);
    }

    private static IEnumerable<Simplification> SimplificationsOf(CompiledScenario world, Arm arm, AdversaryPlan plan, Passage passage)
    {
        if (
            plan.Organizations.Any(organization =>
                organization.Learns || organization.Behaviour.Adaptations.Any(each => each is { Acts: true })
            )
        )
        {
            yield return Simplification.Adaptation;
        }

        Programmes? programmes = world.Scenario.Deployments[arm.Deployment].Programmes;
        if (programmes?.Tracing?.Lead is { RaisesStops: > 1 })
        {
            yield return Simplification.Leads;
        }

        if (programmes?.TraffickingGroup is not null)
        {
            yield return Simplification.Cases;
        }

        if (passage.FullestLanes > MentionedFrom)
        {
            yield return Simplification.FullLanes;
        }

        if (passage.MostStillWaiting > LittleMentionedFrom)
        {
            yield return Simplification.Waits;
        }

        if (passage.FullestSecondary > LittleMentionedFrom)
        {
            yield return Simplification.Referrals;
        }

        if (passage.HasTooManyCases)
        {
            yield return Simplification.Rotations;
        }
    }
}
