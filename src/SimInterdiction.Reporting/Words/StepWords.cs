using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>Says what steps add, such as programmes: which add what matters, and which don't.</summary>
public static class StepWords
{
    /// <summary>The most important line: which step adds most, and which nothing that matters.</summary>
    public static string Headline(StudyView view)
    {
        StepResult[] better = [.. view.Study.Steps.Where(step => IsBetter(step.UpToHere[0].Verdict))];
        StepResult[] nothing = [.. view.Study.Steps.Where(step => step.UpToHere[0].Verdict == Verdict.NoDifferenceThatMatters)];
        string least = nothing.Length == 0 ? string.Empty : $"; {List(nothing)} {Verb(nothing, "adds", "add")} nothing that matters";
        if (better.Length == 0)
        {
            return nothing.Length == view.Study.Steps.Count ? "No step adds anything that matters" : "No step surely adds anything" + least;
        }

        StepResult most = better.MaxBy(step => Math.Abs(step.UpToHere[0].Difference ?? 0))!;
        return $"{most.Label} makes the largest difference to those before it, "
            + $"{view.Scale.InSentence.DifferenceWithUnit(most.UpToHere[0])} in {Plain.Small(view.Study.Measure.Label)}{least}";
    }

    /// <summary>What each step adds to those before it: a sentence for each verdict.</summary>
    public static IEnumerable<string> Sentences(StudyView view) =>
        view
            .Study.Steps.GroupBy(step => step.UpToHere[0].Verdict)
            .Select(steps =>
                $"Added to those before, {Plain.Small(steps.Key.Said())}: "
                + $"{Plain.List([.. steps.Select(step => $"{step.Label} ({view.Scale.DifferenceWithUnit(step.UpToHere[0])})")])}."
            );

    /// <summary>"+75,017": the officer-hours that a deployment has beyond another.</summary>
    public static string HoursAdded(StudyView view, Comparison c)
    {
        double more = view.Deployment(c).OfficerHours - view.Other(c).OfficerHours;
        return Plain.SameHours(more, 0) ? "same" : $"{(more > 0 ? "+" : "−")}{Digits.Hours(Math.Abs(more))}";
    }

    private static string List(StepResult[] steps) => Plain.List([.. steps.Select(step => step.Label)]);

    private static string Verb(StepResult[] steps, string one, string many) => steps.Length == 1 ? one : many;

    private static bool IsBetter(Verdict verdict) => verdict is Verdict.ClearlyBetter or Verdict.BetterPerhapsByLess;
}
