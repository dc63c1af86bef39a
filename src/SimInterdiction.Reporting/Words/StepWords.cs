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

    /// <summary>Whether each step is worth it: what it adds to those before it, and what that takes; where it is worth
    /// more or less for those; and what those beside them do to what they are on top of, a sentence for each
    /// verdict.</summary>
    public static IEnumerable<string> Sentences(StudyView view)
    {
        string measure = Plain.Small(view.Study.Measure.Label);
        return
        [
            .. view
                .Study.Steps.Where(step => step.UpToHere.Count > 0)
                .Select(step => Worth(view, step.Label, Added(step)!, resource => UnitOf(view, resource))),
            .. view.Study.Steps.Select(step => Beside(view, step)).OfType<string>(),
            .. view
                .Study.Steps.Where(step => step.UpToHere.Count == 0)
                .GroupBy(step => (view.Other(Alone(step)!).Label, Alone(step)!.Verdict))
                .Select(steps =>
                    $"On top of {steps.Key.Label}, {Plain.Small(steps.Key.Verdict.ToWords())} in {measure}: "
                    + $"{string.Join("; ", steps.Select(Size))}."
                ),
        ];

        string Size(StepResult step) => $"{step.Label}, {view.Scale.InSentence.DifferenceWithUnit(Alone(step)!)}";
    }

    // "Tracing, added to those before: clearly better, −2,300 (±300) in firearms delivered, for the same officer-hours
    // and USD 121,000 more: −190 firearms (±25) per USD 10,000."
    private static string Worth(StudyView view, string label, Comparison c, Func<Resource, double> unitOf)
    {
        Resource[] takes = Enum.GetValues<Resource>();
        string[] rates =
        [
            .. from resource in takes
            where IsBetter(c.Verdict) && More(view, c, resource) > 0 && !IsNothing(resource, More(view, c, resource))
            let each = ExpansionWords.Each(view, new ExpansionStep(More(view, c, resource), c), unitOf(resource))
            select $"{each} per {ExpansionWords.Per(resource, unitOf(resource))}",
        ];
        return $"{label}, added to those before: {Plain.Small(c.Verdict.ToWords())}, {view.Scale.InSentence.DifferenceWithUnit(c)} in "
            + $"{Plain.Small(view.Study.Measure.Label)}, for {Plain.List([.. takes.Select(each => Amount(view, c, each))])}"
            + $"{(rates.Length > 0 ? $": {Plain.List(rates)}" : string.Empty)}.";
    }

    private static double More(StudyView view, Comparison c, Resource resource) =>
        resource == Resource.Money
            ? view.Deployment(c).CostUsd - view.Other(c).CostUsd
            : view.Deployment(c).OfficerHours - view.Other(c).OfficerHours;

    // One for all steps, so that they can be compared.
    private static double UnitOf(StudyView view, Resource resource) =>
        view
            .Study.Steps.Select(Added)
            .OfType<Comparison>()
            .Where(c => IsBetter(c.Verdict))
            .Select(c => More(view, c, resource))
            .Where(more => more > 0 && !IsNothing(resource, more))
            .Select(more => ExpansionWords.Unit(resource, more))
            .DefaultIfEmpty(1)
            .Min();

    private static bool IsNothing(Resource resource, double more) =>
        resource == Resource.OfficerHours ? Plain.SameHours(more, 0) : Math.Abs(more) < 1;

    private static string Amount(StudyView view, Comparison c, Resource resource)
    {
        double more = More(view, c, resource);
        string side =
            more > 0 ? "more"
            : resource == Resource.Money ? "less"
            : "fewer";
        return (resource, IsNothing(resource, more)) switch
        {
            (Resource.OfficerHours, true) => "the same officer-hours",
            (Resource.OfficerHours, _) => $"{Digits.Hours(Math.Abs(more))} officer-hours {side}",
            (_, true) => "no more money",
            _ => $"USD {view.MoneyBetween(view.Deployment(c), view.Other(c))} {side}",
        };
    }

    // Where that is sure: "Group is worth less after those before it than alone, by 1,500 (400 to 2,600) in firearms
    // delivered."
    private static string? Beside(StudyView view, StepResult step)
    {
        if (step.MoreThanAlone is not { Mean: { } mean, Low: { } low, High: { } high } || (low <= 0 && high >= 0))
        {
            return null;
        }

        bool isMore = mean < 0 == view.Study.Measure.BetterWhen < 0;
        string size = (mean < 0 ? view.Scale.Difference(-mean, -high, -low) : view.Scale.Difference(mean, low, high)).TrimStart('+');
        string why = isMore ? string.Empty : CaseloadWords.Reason(view.Study, Added(step)!.Deployment, Alone(step)!.Deployment);
        return $"{step.Label} is worth {(isMore ? "more" : "less")} after those before it than alone, by "
            + $"{size}{view.Scale.InSentence.UnitAfter} in {Plain.Small(view.Study.Measure.Label)}.{why}";
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
