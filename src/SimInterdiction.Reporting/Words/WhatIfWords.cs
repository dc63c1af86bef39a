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

        Comparison[] open = [.. others.Select(c => c.Comparison).Where(c => c.Verdict == Verdict.NotDecided)];
        Comparison[] changed = [.. others.Select(c => c.Comparison).Where(c => c.Verdict != Verdict.NotDecided)];
        string changes =
            changed.Length == 0 ? string.Empty
            : all.Length == 1 ? $"The verdict changes: {Named(asStated, question, changed)}."
            : $"{changed.Length} of {all.Length} verdicts {(changed.Length == 1 ? "changes" : "change")}: "
                + $"{Named(asStated, question, changed)}.";
        string decided =
            open.Length == 0 ? string.Empty
            : all.Length == 1 ? $"Not decided as stated; here {Named(asStated, question, open)}."
            : $"{(changed.Length == 0 ? "No decided verdict changes; " : string.Empty)}{open.Length} that "
                + $"{(open.Length == 1 ? "was" : "were")} not decided as stated {(open.Length == 1 ? "is" : "are")} decided here: "
                + $"{Named(asStated, question, open)}.";
        return string.Join(' ', new[] { changes, decided }.Where(words => words.Length > 0));
    }

    private static string Named(StudyView asStated, WhatIfResult question, Comparison[] comparisons)
    {
        IEnumerable<string> named = comparisons
            .Take(MostNamed)
            .Select(c => $"{asStated.LabelOf(c)} is {Words(In(question, c.Deployment)!.Verdict)}");
        string more = comparisons.Length > MostNamed ? $"; {comparisons.Length - MostNamed} more" : string.Empty;
        return $"{string.Join("; ", named)}{more}";
    }

    private static string Words(Verdict verdict) =>
        verdict == Verdict.NoDifferenceThatMatters ? "no different by what matters" : Plain.Small(verdict.ToWords());

    private static string? Winner(StudyView asStated, WhatIfResult question)
    {
        if (WhatIfResult.ContestOf(asStated.Study) is not { } stated)
        {
            return null;
        }

        Contest? contest = question.Here(stated);
        if (question.WinnerOf(asStated.Study) is not { } survival)
        {
            string here = contest is { Outcome: ContestOutcome.Won } won ? $"; here {asStated.LabelOf(won.First)} is best" : string.Empty;
            return $"No winner as stated{here}.";
        }

        string winner = asStated.LabelOf(stated.First);
        string[] front = [.. (contest?.InFront ?? []).Where(name => name != stated.First).Select(asStated.LabelOf)];
        string others = front.Length > MostNamed ? $"{front.Length} others" : Plain.List(front);
        string scope = stated.Limit is null && asStated.Study.Contests.Any(c => c.Limit is not null) ? "Whatever it takes: " : string.Empty;
        return scope
            + (survival, contest?.Outcome) switch
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
