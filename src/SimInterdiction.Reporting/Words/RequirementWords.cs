using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Reporting.Words;

/// <summary>Whether the scenario's criteria are met, in words.</summary>
public static class RequirementWords
{
    /// <summary>A sentence for each criterion: "Met: Nights, seizure rate 1.3% to 1.5%, against at least 1.2% (95%
    /// interval)."; without one where it does not vary.</summary>
    public static IEnumerable<string> Of(StudyResult study) =>
        RequirementCheck.Of(study).Select(check => Sentence(study, check)).Concat(Basis(study) is { } basis ? [basis] : []);

    /// <summary>The sentences of the criteria that are not met, as far as is known; none where all are.</summary>
    public static IEnumerable<string> OfUnmet(StudyResult study) =>
        RequirementCheck.Of(study).Where(check => check.Answer != RequirementAnswer.Met).Select(check => Sentence(study, check));

    /// <summary>"met", "not met", "not decided" or "not simulated".</summary>
    public static string Said(this RequirementAnswer answer) =>
        answer switch
        {
            RequirementAnswer.Met => "met",
            RequirementAnswer.NotMet => "not met",
            RequirementAnswer.NotSimulated => "not simulated",
            _ => "not decided",
        };

    /// <summary>What the criteria are compared with, where that is not only chance; null elsewhere, and where there are
    /// none.</summary>
    public static string? Basis(StudyResult study) =>
        study.Scenario.Require.Count == 0 || study.InputsDrawn == 0
            ? null
            : "Criteria are judged by averages over all plausible inputs; at some of them the " + "answer may be another.";

    /// <summary>"Nights, seizure rate at least 1.2%".</summary>
    public static string Criterion(StudyResult study, RequirementCheck check) =>
        $"{About(study, check.Requirement)} {Limit(check.Requirement)}";

    /// <summary>"1.3% to 1.5%", rounded outwards; undefined where nothing was simulated, or nothing could be
    /// measured.</summary>
    public static string Found(RequirementCheck check) =>
        Possible.Of(check.Requirement.Measure, check.Estimate ?? default, _ => null) switch
        {
            { Mean: null } => Plain.Undefined,
            { Low: { } low, High: { } high } => Scale(check.Requirement)
                .Outwards(low, high, check.Requirement.AtLeast, check.Requirement.AtMost),
            var estimate => Scale(check.Requirement).Value(estimate),
        };

    private static string Sentence(StudyResult study, RequirementCheck check)
    {
        string answer = Plain.Capital(check.Answer.Said());
        if (check.Answer == RequirementAnswer.NotSimulated)
        {
            return $"{answer}: {Criterion(study, check)}.";
        }

        string interval = check.Estimate switch
        {
            { Low: { } low, High: { } high } => low < high ? " (95% interval)" : string.Empty,
            _ => " (without an interval)",
        };
        string more = check.Answer == RequirementAnswer.NotDecided ? "; more replications may tell" : string.Empty;
        return $"{answer}: {About(study, check.Requirement)} {Found(check)}, against {Limit(check.Requirement)}{interval}{more}.";
    }

    private static string About(StudyResult study, Requirement requirement)
    {
        string label = Labels.Of(requirement.Deployment, study.Scenario.Deployments.GetValueOrDefault(requirement.Deployment)?.Label);
        return $"{label}, {Plain.Small(MeasureCatalog.Find(requirement.Measure)!.Label)}";
    }

    private static string Limit(Requirement requirement)
    {
        MeasureScale scale = Scale(requirement);
        string?[] limits =
        [
            requirement.AtLeast is { } least ? $"at least {scale.ExactValue(least)}" : null,
            requirement.AtMost is { } most ? $"at most {scale.ExactValue(most)}" : null,
        ];
        return string.Join(" and ", limits.OfType<string>());
    }

    private static MeasureScale Scale(Requirement requirement) => MeasureScale.Of(MeasureCatalog.Find(requirement.Measure)!);
}
