using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What came of choosing among many deployments. Never the best without its margin: that is what is known of
/// it.</summary>
public static class ChoiceWords
{
    private const int MostNamed = 3;

    /// <summary>What is chosen, or between which it is not decided.</summary>
    internal static string Headline(StudyView view, Choice choice)
    {
        int all = view.Study.Deployments.Count;
        string matters = view.Scale.Exact(choice.SmallestThatMatters);
        if (choice.Selected is not { } selected)
        {
            string[] left = [.. choice.Remaining.Select(name => LabelOf(view, name))];
            return left.Length <= MostNamed
                ? $"Not decided between {Plain.List(left)}; {Plain.Count(choice.Out.Count, "deployment")} of {all} dropped out"
                : $"Not decided between {left.Length} of {all} deployments; "
                    + $"{(choice.Out.Count == 0 ? "none" : Digits.Whole(choice.Out.Count))} dropped out";
        }

        return view.Study.Comparisons.FirstOrDefault(c => c.Deployment == selected) is { Difference: not null } comparison
            ? $"{LabelOf(view, selected)}: best of {all} tried, or within {matters} of it; {view.HowFar(comparison)}, for "
                + Answer.ForWhat(view, comparison)
            : $"{LabelOf(view, selected)}: best of {all} tried, or within {matters} of it, as it is";
    }

    /// <summary>The guarantee, and what it says of the others.</summary>
    internal static IEnumerable<string> Sentences(StudyView view, Choice choice)
    {
        string within = $"within {view.Scale.Exact(choice.SmallestThatMatters)} of the best of all {view.Study.Deployments.Count}";
        string probability = $"{100 * choice.Confidence:0}% probability";
        yield return choice.Selected is { } selected
            ? $"Chosen: {LabelOf(view, selected)} is {within}, with {probability}."
            : $"No selection yet: {choice.Remaining.Count} remain. One of them is {within}, with {probability}. A higher "
                + "at_most carries on.";
        if (choice.Out.Count > 0)
        {
            (int first, int last) = (choice.Out.Min(o => o.Replications), choice.Out.Max(o => o.Replications));
            string after =
                first == last
                    ? $"after {Plain.Count(first, "replication")}"
                    : $"after {Digits.Whole(first)} to {Plain.Count(last, "replication")}";
            string fewer =
                first < view.Study.Replications
                    ? " Their figures rest on fewer replications, and tend to look a little worse than they are."
                    : string.Empty;
            yield return $"{(fewer.Length > 0 ? "Dropped early" : "Dropped")}, {after}: {Digits.Whole(choice.Out.Count)}, each unlikely "
                + $"to beat the best by more than {view.Scale.Exact(choice.SmallestThatMatters)}.{fewer}";
        }
    }

    /// <summary>", by the first 20 replications of each": what contests rest on where one is chosen of all; empty
    /// elsewhere.</summary>
    internal static string ByWhich(StudyResult study) =>
        study.Choice is null
            ? string.Empty
            : $", by the first {Plain.Count(study.Deployments.Min(d => d.Replications), "replication")} of each";

    /// <summary>Where a deployment stands; null where nothing is chosen.</summary>
    public static string? Standing(StudyResult study, string deployment) =>
        study.Choice is not { } choice ? null
        : choice.Selected == deployment ? "chosen"
        : choice.Out.FirstOrDefault(o => o.Deployment == deployment) is { } left ? $"dropped after {Digits.Whole(left.Replications)}"
        : "remains";

    /// <summary>The same in a word, to follow a verdict: "; chosen", "; out"; empty where nothing is chosen, or it
    /// remains.</summary>
    internal static string Beside(StudyResult study, string deployment) =>
        study.Choice is not { } choice ? string.Empty
        : choice.Selected == deployment ? "; chosen"
        : choice.Out.Any(o => o.Deployment == deployment) ? "; out"
        : string.Empty;

    /// <summary>"400", or "20 to 400" where some dropped out.</summary>
    internal static string Replications(StudyResult study)
    {
        int fewest = study.Deployments.Min(d => d.Replications);
        return fewest < study.Replications
            ? $"{Digits.Whole(fewest)} to {Digits.Whole(study.Replications)}"
            : Digits.Whole(study.Replications);
    }

    private static string LabelOf(StudyView view, string name) => view.Study.Deployments.First(d => d.Name == name).Label;
}
