using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The plans of a deployment, of which one is drawn at a time.</summary>
/// <param name="Names">In the order in which luck goes through them.</param>
/// <param name="Rotation">Which is on.</param>
internal sealed record RotatingPlans(string[] Names, Rotation Rotation)
{
    /// <summary>Those of a deployment; null where it doesn't rotate.</summary>
    public static RotatingPlans? Of(CompiledScenario world, Deployment deployment)
    {
        if (deployment.Rotate is not { } rotate)
        {
            return null;
        }

        string[] names = world.Postings.PlansOf(deployment);
        return new RotatingPlans(
            names,
            new Rotation(
                RotationOrder.Random,
                rotate.EveryHours,
                [.. names.Select(name => rotate.Plans[name])],
                world.RotationKeys[PostingOrder.RotationWord(rotate)][0],
                world.Timeline.FirstDay.AddDays(-1)
            )
        );
    }

    /// <summary>On which of them a posting stands; null for one that stands on all.</summary>
    public RotationPart? PartOf(Posting posting) =>
        posting.Plans is { } plans && !Names.All(plans.Contains)
            ? new RotationPart(Rotation, [.. Enumerable.Range(0, Names.Length).Where(i => plans.Contains(Names[i]))])
            : null;
}
