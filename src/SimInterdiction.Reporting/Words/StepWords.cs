using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>Says what steps add, such as programmes: which add what matters, and which don't.</summary>
public static class StepWords
{
    /// <summary>About the study's measure, what a step adds to those before it; null where nothing is stated.</summary>
    public static Comparison? Added(StepResult step) => step.UpToHere.Count > 0 ? step.UpToHere[0] : null;

    /// <summary>The same of the step alone.</summary>
    public static Comparison? Alone(StepResult step) => step.Alone.Count > 0 ? step.Alone[0] : null;

    /// <summary>"alone: on top of Tracing", where it is another than the baseline; null otherwise.</summary>
    public static string? OnTopOf(StudyView view, StepResult step) =>
        Alone(step) is { } alone && alone.Against != view.Baseline.Name ? $"alone: on top of {view.Other(alone).Label}" : null;

    /// <summary>The most important line: which step adds most, and which nothing that matters.</summary>
    public static string Headline(StudyView view)
    {
        (StepResult Step, Comparison First)[] steps = [.. view.Study.Steps.Select(step => (step, (Added(step) ?? Alone(step))!))];
        steps = steps.Any(each => each.Step.UpToHere.Count > 0) ? [.. steps.Where(each => each.Step.UpToHere.Count > 0)] : steps;
        StepResult[] nothing = [.. steps.Where(each => each.First.Verdict == Verdict.NoDifferenceThatMatters).Select(each => each.Step)];
        (StepResult Step, Comparison First)[] better = [.. steps.Where(each => IsBetter(each.First.Verdict))];
        string least =
            nothing.Length == 0 ? string.Empty : $"; {List(nothing)} {(nothing.Length == 1 ? "adds" : "add")} nothing that matters";
        if (better.Length == 0)
        {
            return nothing.Length == steps.Length ? "No step adds anything that matters" : "No step surely adds anything" + least;
        }

        (StepResult most, Comparison first) = better.MaxBy(each => Size(each.First));
        string sure = steps.Any(each => each.First.Verdict == Verdict.NotDecided && Size(each.First) > Size(first))
            ? ", of those that are sure,"
            : string.Empty;
        return $"{most.Label} makes the largest difference{sure}{(most.UpToHere.Count > 0 ? " on top of those before it" : string.Empty)}, "
            + $"{view.Scale.InSentence.DifferenceWithUnit(first)} in {Plain.Small(view.Study.Measure.Label)}{least}";
    }

    private static double Size(Comparison c) => Math.Abs(c.Difference ?? 0);

    /// <summary>What each step adds to those before it, and what those beside them do to what they are on top of: a
    /// sentence for each verdict.</summary>
    public static IEnumerable<string> Sentences(StudyView view)
    {
        string measure = Plain.Small(view.Study.Measure.Label);
        IEnumerable<string> added = Grouped("Added to those before", view.Study.Steps.Where(step => step.UpToHere.Count > 0), Added);
        IEnumerable<string> beside = view
            .Study.Steps.Where(step => step.UpToHere.Count == 0)
            .GroupBy(step => view.Other(Alone(step)!).Label)
            .SelectMany(steps => Grouped($"On top of {steps.Key}", steps, Alone));
        return added.Concat(beside);

        IEnumerable<string> Grouped(string where, IEnumerable<StepResult> steps, Func<StepResult, Comparison?> of) =>
            steps
                .GroupBy(step => of(step)!.Verdict)
                .Select(group =>
                    $"{where}, {Plain.Small(group.Key.Said())} in {measure}: "
                    + string.Join("; ", group.Select(step => $"{step.Label}, {view.Scale.InSentence.DifferenceWithUnit(of(step)!)}"))
                    + "."
                );
    }

    /// <summary>"+75,017": the officer-hours that a deployment has beyond another.</summary>
    public static string HoursAdded(StudyView view, Comparison c)
    {
        double more = view.Deployment(c).OfficerHours - view.Other(c).OfficerHours;
        return Plain.SameHours(more, 0) ? "same" : $"{(more > 0 ? "+" : "−")}{Digits.Hours(Math.Abs(more))}";
    }

    private static string List(StepResult[] steps) => Plain.List([.. steps.Select(step => step.Label)]);

    private static bool IsBetter(Verdict verdict) => verdict is Verdict.ClearlyBetter or Verdict.BetterPerhapsByLess;
}
