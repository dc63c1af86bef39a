using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What becomes of verdicts and of the winner in the questions of a scenario.</summary>
public static class WhatIfWords
{
    private const int MostNamed = 3;

    /// <summary>What the marks of a table mean: "++ clearly better, …".</summary>
    public const string Marks =
        "++ clearly better, + better, perhaps too little to matter, = no difference that matters, - worse, perhaps too "
        + "little to matter, -- clearly worse, ? not decided";

    /// <summary>What a table of questions leaves out.</summary>
    public const string Note =
        "Each question changes what it names and nothing else, on the same random numbers; intervals hold together within "
        + "a question, not over all of them. They are what-ifs: nobody says how likely they are.";

    /// <summary>"Flow doubles (total_flow: x 2)".</summary>
    public static string Heading(WhatIfResult question) =>
        IsSaid(question) ? question.Label : $"{question.Label} ({string.Join(", ", question.Changes.Select(c => $"{c.Path}: {c.Value}"))})";

    /// <summary>What a question does to the answer, in a few sentences.</summary>
    public static string Sentence(StudyView asStated, WhatIfResult question) =>
        string.Join(' ', new[] { Verdicts(asStated, question), Winner(asStated, question) }.OfType<string>());

    /// <summary>The mark of a verdict, with an asterisk where the scenario as stated has another.</summary>
    public static string Mark(Verdict verdict, Survival? survival) =>
        verdict switch
        {
            Verdict.ClearlyBetter => "++",
            Verdict.BetterPerhapsByLess => "+",
            Verdict.NoDifferenceThatMatters => "=",
            Verdict.WorsePerhapsByLess => "-",
            Verdict.ClearlyWorse => "--",
            _ => "?",
        } + (survival is null or Survival.Survives ? string.Empty : "*");

    /// <summary>The comparison of a deployment in a question; null where there is none.</summary>
    public static Comparison? In(WhatIfResult question, string deployment) =>
        question.Result.Comparisons.FirstOrDefault(c => c.Deployment == deployment);

    // A question that was given beside the file is called as it was written.
    private static bool IsSaid(WhatIfResult question) =>
        question.Label.Split(' ', '=')[0] is { Length: > 0 } path
        && question.Changes.All(change => change.Path == path || change.Path.StartsWith($"{path}.", StringComparison.Ordinal));

    private static string? Verdicts(StudyView asStated, WhatIfResult question)
    {
        (Comparison Comparison, Survival Survival)[] all =
        [
            .. asStated
                .Ranked.Select(c => (c, question.VerdictOf(c.Deployment, asStated.Study)))
                .Where(c => c.Item2 is not null)
                .Select(c => (c.c, c.Item2!.Value)),
        ];
        (Comparison Comparison, Survival Survival)[] others = [.. all.Where(c => c.Survival != Survival.Survives)];
        if (all.Length == 0)
        {
            return null;
        }

        if (others.Length == 0)
        {
            return all.Length == 1 ? "The verdict is as stated." : $"{Plain.Capital(Plain.All(all.Length))} verdicts are as stated.";
        }

        IEnumerable<string> named = others
            .Take(MostNamed)
            .Select(c => $"{asStated.LabelOf(c.Comparison)} is {Words(In(question, c.Comparison.Deployment)!.Verdict)}");
        string more = others.Length > MostNamed ? $"; {others.Length - MostNamed} more" : string.Empty;
        string how =
            all.Length == 1
                ? "The verdict changes"
                : $"{others.Length} of {all.Length} verdicts {(others.Length == 1 ? "changes" : "change")}";
        return $"{how}: {string.Join("; ", named)}{more}.";
    }

    private static string Words(Verdict verdict) =>
        verdict == Verdict.NoDifferenceThatMatters ? "no different by what matters" : Plain.Small(verdict.Said());

    private static string? Winner(StudyView asStated, WhatIfResult question)
    {
        if (question.WinnerOf(asStated.Study) is not { } survival || WhatIfResult.ContestOf(asStated.Study) is not { } stated)
        {
            return null;
        }

        string winner = asStated.LabelOf(stated.First);
        Contest? contest = WhatIfResult.ContestOf(question.Result);
        string[] front = [.. (contest?.InFront ?? []).Where(name => name != stated.First).Select(asStated.LabelOf)];
        string others = front.Length > MostNamed ? $"{front.Length} others" : Plain.List(front);
        return (survival, contest?.Outcome) switch
        {
            (Survival.Survives, _) => $"{winner} is best here too.",
            (Survival.NotDecided, _) => $"Whether {winner} is still best is not decided: {others} may be.",
            (_, ContestOutcome.Won) => $"{others} is best, not {winner}.",
            (_, ContestOutcome.Tied) when contest!.InFront.Contains(stated.First) => $"{winner} ties with {others}.",
            (_, ContestOutcome.Tied) => $"{others} tie for the best, ahead of {winner}.",
            _ => $"{winner} is not best: {others} may be.",
        };
    }
}
