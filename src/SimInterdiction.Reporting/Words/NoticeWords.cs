using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Reporting.Words;

/// <summary>How long traffickers take to notice that a deployment took the baseline's place, in words.</summary>
public static class NoticeWords
{
    /// <summary>"Traffickers notice North in week 5 (4 to 7): from then on they cancel more than 50% of what it gains
    /// over Today"; null where there is nothing to tell.</summary>
    internal static string? Headline(StudyView view, DeploymentResult told)
    {
        if (told.Notice is not { } notice)
        {
            return null;
        }

        string share = Share(notice);
        string gain = $"of what it gains over {view.Baseline.Label}";
        return notice switch
        {
            _ when notice.Earliest > notice.Weeks =>
                $"Traffickers don't notice {told.Label}: in none of the {notice.Weeks} weeks do they cancel more than {share} {gain}",
            { Latest: 1 } => $"Traffickers notice {told.Label} at once: from the first week on they cancel more than {share} {gain}",
            _ when notice.Latest <= notice.Weeks =>
                $"Traffickers notice {told.Label} in week {Week(notice)}: from then on they cancel more than {share} {gain}",
            { Earliest: 1 } =>
                $"Too few replications to say when traffickers notice {told.Label}, if they do within the {notice.Weeks} weeks"
                    + DecidingWords.MayDo(notice.ReplicationsNeeded, view.Study.Replications),
            _ => $"Traffickers don't notice {told.Label} before week {notice.Earliest}: until then they cancel no more than "
                + $"{share} {gain}; what follows is not decided",
        };
    }

    /// <summary>For one who asks how long it takes, of a study that can't say: what to set. Null where it can, or
    /// nobody adapts.</summary>
    internal static string? Hint(StudyView view) =>
        view.Study.IsAdaptive && view.Study.Deployments.Count > 1 && view.Study.Scenario.Experiment.DuringWarmUp == DuringWarmUp.Same
            ? view.Study.Scenario.WarmUpHours > 0
                ? "Here traffickers have known each deployment since the warm-up; \"experiment: during_warm_up: today\" tells how "
                    + "long they take to notice."
                : "Without a warm-up no deployment is known to traffickers at first; a warm-up with \"experiment: during_warm_up: "
                    + "today\" tells how long they take to notice a change."
            : null;

    /// <summary>"50%".</summary>
    internal static string Share(Notice notice)
    {
        double percent = Math.Round(100 * notice.Share, 1);
        return Digits.ToPlace(percent, percent == Math.Round(percent) ? 0 : -1) + "%";
    }

    /// <summary>For a table: "5 (4 to 7)", "not before 4".</summary>
    internal static string Cell(Notice notice) =>
        notice switch
        {
            _ when notice.Earliest > notice.Weeks => $"in none of {notice.Weeks}",
            _ when notice.Latest <= notice.Weeks => Week(notice),
            { Earliest: 1 } => "not decided",
            _ => $"not before {notice.Earliest}",
        };

    private static string Week(Notice notice) =>
        notice.Earliest == notice.Latest ? $"{notice.Week}" : $"{notice.Week} ({notice.Earliest} to {notice.Latest})";
}
