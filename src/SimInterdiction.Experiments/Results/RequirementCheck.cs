using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>A deployment compared with a criterion of the scenario, by its 95 % interval: met where all of it satisfies
/// the criterion, not met where none of it does.</summary>
/// <param name="Requirement">The criterion.</param>
/// <param name="Estimate">What was found; null when the deployment was not simulated.</param>
public sealed record RequirementCheck(Requirement Requirement, Estimate? Estimate)
{
    /// <summary>Met only where the interval's near end satisfies the criterion, so that chance alone rarely
    /// passes.</summary>
    public RequirementAnswer Answer =>
        Estimate switch
        {
            null => RequirementAnswer.NotSimulated,
            { Low: { } low, High: { } high } when IsWithin(low, high) => RequirementAnswer.Met,
            { Low: { } low, High: { } high } when IsBeyond(low, high) => RequirementAnswer.NotMet,
            _ => RequirementAnswer.NotDecided,
        };

    /// <summary>Holds a study against its scenario's criteria, in the scenario's order.</summary>
    public static IReadOnlyList<RequirementCheck> Of(StudyResult result) =>
        [.. result.Scenario.Require.Select(r => new RequirementCheck(r, Find(r, result)))];

    private bool IsWithin(double low, double high) =>
        (Requirement.AtLeast is not { } least || Tolerance.IsAtMost(least, low))
        && (Requirement.AtMost is not { } most || Tolerance.IsAtMost(high, most));

    private bool IsBeyond(double low, double high) =>
        (Requirement.AtLeast is { } least && Tolerance.IsMore(least, high))
        || (Requirement.AtMost is { } most && Tolerance.IsMore(low, most));

    private static Estimate? Find(Requirement requirement, StudyResult result) =>
        result.Deployments.FirstOrDefault(d => d.Name == requirement.Deployment)?.Measures[requirement.Measure];
}
