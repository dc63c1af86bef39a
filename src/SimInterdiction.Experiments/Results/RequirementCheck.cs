using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>Whether a deployment meets a criterion of the scenario: when the near end of the 95 % interval satisfies it, so that chance alone rarely passes.</summary>
/// <param name="Requirement">The criterion.</param>
/// <param name="Estimate">What was found; null when the deployment was not simulated.</param>
public sealed record RequirementCheck(Requirement Requirement, Estimate? Estimate)
{
    public bool IsMet =>
        Estimate is { } found
        && (Requirement.AtLeast is not { } least || (found.Low is { } low && Tolerance.IsAtMost(least, low)))
        && (Requirement.AtMost is not { } most || (found.High is { } high && Tolerance.IsAtMost(high, most)));

    /// <summary>Holds a study against its scenario's criteria.</summary>
    public static IReadOnlyList<RequirementCheck> Of(StudyResult result) => [.. result.Scenario.Require.Select(r => new RequirementCheck(r, Find(r, result)))];

    private static Estimate? Find(Requirement requirement, StudyResult result) =>
        result.Deployments.FirstOrDefault(d => d.Name == requirement.Deployment)?.Measures[requirement.Measure];
}
