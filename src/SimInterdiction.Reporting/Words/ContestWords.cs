using System.Globalization;
using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>Who is best, against the runner-up: a winner, a tie, or that it is not decided.</summary>
public static class ContestWords
{
    private const int MostNamed = 4;
    private const string TheSame = "the same";
    private const string NoMore = "no more";

    /// <summary>"at most 1% more": what counts as the same though it is a little more.</summary>
    public static string AtMostMore { get; } = string.Create(CultureInfo.InvariantCulture, $"at most {Contest.SameAmount - 1:0%} more");

    /// <summary>"Best for the same officer-hours: X, clearly better than the runner-up, Y: +0.13 points (0.12 to
    /// 0.14)." Contests that the verdicts against the baseline tell already are left out.</summary>
    /// <param name="view">The study.</param>
    /// <param name="named">Who is in the headline: the contest that it is told of comes first.</param>
    internal static IEnumerable<string> Sentences(StudyView view, Comparison? named)
    {
        Contest? first = named is null ? null : Of(view, named);
        Contest[] told = [.. Told(view).OrderBy(contest => contest.Limit == first?.Limit ? 0 : 1)];
        return told.Where((contest, i) => !told.Take(i).Any(other => IsWonAlike(other, contest)))
            .Select(contest =>
                Sentence(view, contest, Scopes(view, [.. told.Where(other => other == contest || IsWonAlike(other, contest))]))
                + OverInputs(view, contest)
            );
    }

    // With the same winner and runner-up two contests come out alike, and make one sentence.
    private static bool IsWonAlike(Contest one, Contest other) =>
        (one.Outcome, other.Outcome) == (ContestOutcome.Won, ContestOutcome.Won)
        && (one.First, one.RunnerUp) == (other.First, other.RunnerUp);

    // " for no more officer-hours, and whatever it takes".
    private static string Scopes(StudyView view, Contest[] contests)
    {
        string[] scopes = [.. contests.Select(contest => Scope(view, contest))];
        string[] bare = [.. scopes.Select(scope => scope.TrimStart(',', ' '))];
        string all = scopes.Length == 1 ? scopes[0] : $" {string.Join(", ", bare[..^1])}, and {bare[^1]}";
        return all + ChoiceWords.ByWhich(view.Study) + (view.Study.InputsDrawn > 0 ? ", on average over plausible inputs" : string.Empty);
    }

    // An average says nothing of how often the first is better.
    private static string OverInputs(StudyView view, Contest contest) =>
        contest.Lead.OverInputs is { } over
            ? $" {view.LabelOf(contest.First)} is better than {view.LabelOf(contest.RunnerUp)} for "
                + $"{OverInputsWords.Share(over.Better)} of plausible inputs."
            : string.Empty;

    /// <summary>"Nights (best for no more officer-hours)": the best of a study (<see cref="WhatIfResult.BestOf"/>), and
    /// in which contest; null where none is.</summary>
    public static string? Winner(StudyResult study)
    {
        if (WhatIfResult.BestOf(study) is not { } best)
        {
            return null;
        }

        var view = new StudyView(study);
        string scope = WhatIfResult.ContestOf(study) is { } contest ? Scope(view, contest) : string.Empty;
        return view.LabelOf(best)
            + (
                study.Choice is not null ? " (chosen)"
                : scope.Length > 0 ? $" (best{scope})"
                : string.Empty
            );
    }

    /// <summary>Who else may be the one that a headline names: ", or perhaps Y", " ties with Y"; empty where nobody
    /// is.</summary>
    internal static string Rivals(StudyView view, Comparison lead)
    {
        Contest? contest = Of(view, lead);
        string[] rivals = [.. (contest?.InFront ?? []).Where(name => name != lead.Deployment && name != view.Baseline.Name)];
        if (rivals.Length == 0)
        {
            return string.Empty;
        }

        string who =
            rivals.Length == 1 ? view.LabelOf(rivals[0])
            : contest!.Outcome == ContestOutcome.Tied ? $"{rivals.Length} others"
            : $"one of {rivals.Length} others";
        return contest!.Outcome == ContestOutcome.Tied ? $" ties with {who}" : $", or perhaps {who}";
    }

    // The contest that a headline about a deployment is told of.
    private static Contest? Of(StudyView view, Comparison lead) =>
        view.Study.Contests.FirstOrDefault(c => c.Limit == Resource.OfficerHours && c.Entrants.Contains(lead.Deployment))
        ?? view.Study.Contests.FirstOrDefault(c => c.Limit is null);

    // A contest with the same entrants as another says the same.
    private static IEnumerable<Contest> Told(StudyView view)
    {
        var told = new List<Contest>();
        foreach (Resource? limit in new Resource?[] { Resource.OfficerHours, Resource.Money, null })
        {
            if (
                view.Study.Contests.FirstOrDefault(c => c.Limit == limit) is { } contest
                && !told.Any(other => other.Entrants.SequenceEqual(contest.Entrants))
            )
            {
                told.Add(contest);
            }
        }

        return told.Where(contest => !contest.InFront.Contains(view.Baseline.Name) || IsOfTheBaseline(view, contest));
    }

    // What is better takes more, and without more nothing is: no verdict against the baseline says so.
    private static bool IsOfTheBaseline(StudyView view, Contest contest) =>
        contest.Outcome != ContestOutcome.NotDecided
        && contest.InFront.Contains(view.Baseline.Name)
        && (
            view.Study.Choice is { } choice
                ? choice.Selected is { } selected && selected != view.Baseline.Name
                : view.Study.Contests.Any(all => all.Limit is null && !all.InFront.Contains(view.Baseline.Name))
        );

    private static string Sentence(StudyView view, Contest contest, string scope)
    {
        (string first, string runnerUp) = (view.LabelOf(contest.First), view.LabelOf(contest.RunnerUp));
        string difference = view.Scale.DifferenceWithUnit(contest.Lead);
        switch (contest.Outcome)
        {
            case ContestOutcome.Won when contest.First == view.Baseline.Name:
                return $"{Plain.Capital(scope.TrimStart())} nothing is as good as {first}.";
            case ContestOutcome.Tied when contest.InFront.Contains(view.Baseline.Name):
                return $"{Plain.Capital(scope.TrimStart())} nothing is better than {view.Baseline.Label} beyond a tie: "
                    + $"{Tie(view, contest)}.";
            case ContestOutcome.Won:
                return $"Best{scope}: {first}, "
                    + (
                        contest.Lead.Verdict == Verdict.ClearlyBetter
                            ? $"clearly better than the runner-up, {runnerUp}: {difference}."
                            : $"better than the runner-up, {runnerUp}, perhaps too little to matter: {difference}."
                    );
            case ContestOutcome.Tied:
                return $"A tie{scope}: {Tie(view, contest)}.";
            default:
                string others = AreTheTwo(contest) ? string.Empty : $"; {MayBe(view, contest)}";
                return $"Not decided which is best{scope}: {first} comes out first, {difference} against {runnerUp}{others}.";
        }
    }

    private static string Tie(StudyView view, Contest contest)
    {
        string size = AreTheTwo(contest) ? $": {view.Scale.DifferenceWithUnit(contest.Lead)}" : string.Empty;
        return view.Threshold == 0
            ? $"{Names(view, contest.InFront)} come out exactly alike"
            : $"{Names(view, contest.InFront)} differ by less than {view.Scale.ThatMatter(view.Threshold)}{size}";
    }

    private static bool AreTheTwo(Contest contest) =>
        contest.InFront.Count == 2 && contest.InFront.Contains(contest.First) && contest.InFront.Contains(contest.RunnerUp);

    private static string MayBe(StudyView view, Contest contest)
    {
        string[] others = [.. contest.InFront.Where(name => name != contest.First && name != contest.RunnerUp)];
        string too = contest.InFront.Contains(contest.RunnerUp) ? " too" : string.Empty;
        return $"{(others.Length < MostNamed ? Plain.List([.. others.Select(view.LabelOf)]) : $"{others.Length} others")} may be best{too}";
    }

    private static string Names(StudyView view, IReadOnlyList<string> names) =>
        names.Count <= MostNamed ? Plain.List([.. names.Select(view.LabelOf)]) : $"{view.LabelOf(names[0])} and {names.Count - 1} others";

    /// <summary>" for no more officer-hours", ", whatever it takes": whom a contest is among, to follow "best"; empty
    /// where it is the only one.</summary>
    internal static string Scope(StudyView view, Contest contest)
    {
        DeploymentResult[] entrants = [.. contest.Entrants.Select(view.Deployment)];
        bool isMoneyToo = view.Study.Contests.Any(c => c.Limit == Resource.Money && c.Entrants.SequenceEqual(contest.Entrants));
        string hours = HowMuch(entrants, d => view.HasBaselineHours(d) ? view.Baseline.OfficerHours : d.OfficerHours, view.Baseline);
        string money = HowMuch(entrants, d => d.CostUsd, view.Baseline);
        string both =
            hours != money ? $"officer-hours and {money} money"
            : hours == NoMore ? "officer-hours or money"
            : "officer-hours and money";
        return contest.Limit switch
        {
            Resource.OfficerHours => $" for {hours} {(isMoneyToo ? both : "officer-hours")}",
            Resource.Money => $" for {money} money",
            _ when view.Study.Contests.Any(c => c.Limit is not null) => ", whatever it takes",
            _ => string.Empty,
        };
    }

    // A little more may count as the same; then it is said.
    private static string HowMuch(DeploymentResult[] entrants, Func<DeploymentResult, double> takes, DeploymentResult baseline) =>
        entrants.Any(d => Tolerance.IsMore(takes(d), takes(baseline))) ? AtMostMore
        : entrants.Any(d => Tolerance.IsMore(takes(baseline), takes(d))) ? NoMore
        : TheSame;
}
