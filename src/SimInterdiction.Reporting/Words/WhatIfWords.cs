using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Reporting.Words;

/// <summary>What becomes of verdicts and of the winner in the questions of a scenario.</summary>
public static class WhatIfWords
{
    private const int MostNamed = 3;

    /// <summary>What the marks of a table mean: "++ clearly better, …".</summary>
    public const string Marks =
        "++ clearly better, + better, perhaps too little to matter, = no difference that matters, - worse, perhaps too "
        + "little to matter, -- clearly worse, ? not decided";

    /// <summary>Where every number comes out as stated.</summary>
    public const string NoEffect = "It has no effect here: every number comes out as stated.";

    /// <summary>What a table of questions leaves out.</summary>
    public const string Note =
        "Each question changes what it names and nothing else, on the same random numbers; intervals of differences hold "
        + "together within a question, not over all of them, and that of an average for it alone. They are what-ifs: nobody "
        + "says how likely they are.";

    /// <summary>Its label; where it has none of its own, its name and what it changes: "Flow doubles (the total flow
    /// x 2)".</summary>
    public static string Heading(WhatIfResult question) =>
        IsSaid(question) || question.Label != Labels.Of(question.Name, null)
            ? question.Label
            : $"{question.Label} ({string.Join("; ", question.Changes.Select(change => Changed(question, change)))})";

    private static string Changed(WhatIfResult question, WrittenChange change) =>
        $"{PathWords.Of(change.Path, question.Result.Scenario).InSentence}"
        + $"{(change.Value.StartsWith("x ", StringComparison.Ordinal) ? string.Empty : ":")} {change.Value}";

    /// <summary>What a question does to the answer, in a few sentences.</summary>
    public static string Sentence(StudyView asStated, WhatIfResult question) =>
        question.HasNoEffect(asStated.Study) ? NoEffect
        : !question.Result.Comparisons.Any(IsDefined) ? WithoutDifferences(asStated, question)
        : question.HasSameDifferences(asStated.Study) ? WithSameDifferences(asStated, question)
        : new StudyView(question.Result).NothingToSay is { } reason ? $"No answer here. {Plain.Sentence(reason)}"
        : string.Join(' ', new[] { Verdicts(asStated, question), Winner(asStated, question) }.OfType<string>());

    /// <summary>Whether questions are told by averages, as no difference is defined, as stated or in any of
    /// them.</summary>
    public static bool IsToldByAverages(StudyResult asStated) =>
        !asStated.WhatIfs.SelectMany(question => question.Result.Comparisons).Concat(asStated.Comparisons).Any(IsDefined);

    /// <summary>The average of a deployment in a question; null where it is left out.</summary>
    public static Estimate? AverageIn(WhatIfResult question, string deployment) =>
        question.Result.Deployments.FirstOrDefault(d => d.Name == deployment) is { } here
            ? StudyView.MeasureOf(here, question.Result.Measure.Name)
            : null;

    /// <summary>Whether a question changes a verdict or the winner, beyond what chance does; where no difference is
    /// defined in it, whether it changes a number.</summary>
    public static bool IsChange(StudyResult asStated, WhatIfResult question) =>
        (!question.Result.Comparisons.Any(IsDefined) && !question.HasNoEffect(asStated))
        || question.WinnerOf(asStated) == Survival.Falls
        || question.OtherwiseEnded(asStated) is { Then.Outcome: ContestOutcome.Tied, Now.Outcome: ContestOutcome.Won }
        || asStated.Comparisons.Any(c => c.Verdict != Verdict.NotDecided && question.VerdictOf(c.Deployment, asStated) == Survival.Falls);

    /// <summary>The mark of a verdict, with an asterisk where the scenario as stated has another, beyond
    /// chance.</summary>
    public static string Mark(Verdict verdict, Survival? survival) =>
        verdict switch
        {
            Verdict.ClearlyBetter => "++",
            Verdict.BetterPerhapsByLess => "+",
            Verdict.NoDifferenceThatMatters => "=",
            Verdict.WorsePerhapsByLess => "-",
            Verdict.ClearlyWorse => "--",
            _ => "?",
        } + (survival == Survival.Falls ? "*" : string.Empty);

    /// <summary>The measure's scale with one last place for all differences of the table: that of most of
    /// them.</summary>
    public static MeasureScale Scale(StudyView asStated)
    {
        double factor = asStated.Scale.Factor;
        IGrouping<int, Comparison>? most = asStated
            .Study.WhatIfs.SelectMany(question => question.Result.Comparisons)
            .Concat(asStated.Study.Comparisons)
            .Where(c => c is { Difference: not null } && c.Low < c.High)
            .GroupBy(c => Digits.PlaceOf(c.Difference!.Value * factor, c.Low * factor, c.High * factor, asStated.Scale.Finest))
            .OrderByDescending(alike => alike.Count())
            .ThenByDescending(alike => alike.Key)
            .FirstOrDefault();
        return asStated.Scale with { Place = most?.Key };
    }

    /// <summary>The comparison of a deployment in a question; null where there is none.</summary>
    public static Comparison? In(WhatIfResult question, string deployment) =>
        question.Result.Comparisons.FirstOrDefault(c => c.Deployment == deployment);

    // A question that was given beside the file is called as it was written.
    private static bool IsSaid(WhatIfResult question) =>
        question.Label.Split(' ', '=')[0] is { Length: > 0 } path
        && question.Changes.All(change => change.Path == path || change.Path.StartsWith($"{path}.", StringComparison.Ordinal));

    private static string? Verdicts(StudyView asStated, WhatIfResult question)
    {
        (Comparison Stated, Survival Survival)[] all =
        [
            .. asStated
                .Ranked.Select(c => (c, question.VerdictOf(c.Deployment, asStated.Study)))
                .Where(c => c.Item2 is not null)
                .Select(c => (c.c, c.Item2!.Value)),
        ];
        if (all.Length == 0)
        {
            return null;
        }

        if (all.All(c => c.Survival == Survival.Survives))
        {
            return all.Length == 1 ? "The verdict is as stated." : $"{Plain.Capital(Plain.All(all.Length))} verdicts are as stated.";
        }

        Comparison[] open = Those((c, survival) => survival != Survival.Survives && c.Verdict == Verdict.NotDecided);
        Comparison[] changed = Those((c, survival) => survival == Survival.Falls && c.Verdict != Verdict.NotDecided);
        Comparison[] unsure = Those((c, survival) => survival == Survival.NotDecided && c.Verdict != Verdict.NotDecided);
        ILookup<bool, Comparison> lessSure = unsure.ToLookup(c => In(question, c.Deployment)!.Verdict == Verdict.NotDecided);
        (Comparison[] less, Comparison[] chance) = ([.. lessSure[true]], [.. lessSure[false]]);
        return string.Join(
            ' ',
            new[]
            {
                changed.Length == 0 ? "No decided verdict changes."
                : all.Length == 1 ? $"The verdict changes: {Named(asStated, question, changed)}."
                : $"{changed.Length} of {all.Length} verdicts {(changed.Length == 1 ? "changes" : "change")}: "
                    + $"{Named(asStated, question, changed)}.",
                less.Length == 0 ? null : $"Less sure here, but no different beyond chance: {Named(asStated, less)}.",
                chance.Length == 0 ? null : $"Otherwise here, but no different beyond chance: {Named(asStated, question, chance)}.",
                open.Length == 0 ? null : $"Not decided as stated, but here: {Named(asStated, question, open)}.",
            }.OfType<string>()
        );

        Comparison[] Those(Func<Comparison, Survival, bool> which) =>
            [.. all.Where(c => which(c.Stated, c.Survival)).Select(c => c.Stated)];
    }

    // Why there is no difference, and what else there is.
    private static string WithoutDifferences(StudyView asStated, WhatIfResult question)
    {
        StudyResult here = question.Result;
        bool hasAverage = here.Deployments.Any(d => AverageIn(question, d.Name) is { Mean: not null });
        string? rest =
            !hasAverage ? null
            : Averages(asStated, question) is { } averages ? $"{averages}.{AndTakes(asStated, question)}"
            : Unaveraged("Every average", asStated, question);
        string? none = new StudyView(here).NothingToSay is { } reason ? $"No answer here. {Plain.Sentence(reason)}" : null;
        return string.Join(' ', new[] { none, rest }.OfType<string>());
    }

    private static string WithSameDifferences(StudyView asStated, WhatIfResult question) =>
        Averages(asStated, question) is { } averages
            ? $"Every difference comes out as stated, but not the averages. {averages}.{AndTakes(asStated, question)}"
            : Unaveraged("Every difference", asStated, question);

    // Where no average changes, but something does.
    private static string Unaveraged(string same, StudyView asStated, WhatIfResult question) =>
        Taken(asStated, question) is { } taken
            ? $"{same} comes out as stated, but not what it takes: {taken}."
            : $"{same} comes out as stated; only other measures change.";

    private static string AndTakes(StudyView asStated, WhatIfResult question) =>
        Taken(asStated, question) is { } taken ? $" What it takes changes too: {taken}." : string.Empty;

    // "Average seizure rate: Ports 2% (1% to 3%), as stated 4% (3% to 5%)", of those that change; null where none does.
    private static string? Averages(StudyView asStated, WhatIfResult question)
    {
        (string Label, Estimate Then, Estimate Now)[] changed =
        [
            .. asStated
                .Study.Deployments.Select(then => (then.Label, asStated.MeasureOf(then), AverageIn(question, then.Name)))
                .Where(d => d.Item3 is { } now && (now.Mean, now.Low, now.High) != (d.Item2.Mean, d.Item2.Low, d.Item2.High))
                .Select(d => (d.Label, d.Item2, d.Item3!.Value)),
        ];
        MeasureScale scale = asStated.Scale;
        IEnumerable<string> named = changed
            .Take(MostNamed)
            .Select(d => $"{d.Label} {scale.ValueWithInterval(d.Now)}, as stated {scale.ValueWithInterval(d.Then)}");
        string more = changed.Length > MostNamed ? $"; {changed.Length - MostNamed} more" : string.Empty;
        return changed.Length == 0 ? null : $"{Average(asStated.Study)}: {string.Join("; ", named)}{more}";
    }

    /// <summary>"Average seizure rate".</summary>
    public static string Average(StudyResult study) => $"Average {Plain.Small(study.Measure.Label)}";

    private static bool IsDefined(Comparison comparison) => comparison.Difference is not null;

    // What a deployment takes here, where that is what changes; null where it takes as much.
    private static string? Taken(StudyView asStated, WhatIfResult question)
    {
        var here = new StudyView(question.Result);
        (DeploymentResult Then, DeploymentResult Now)[] changed =
        [
            .. here
                .Study.Deployments.Select(now => (asStated.Study.Deployments.FirstOrDefault(then => then.Name == now.Name) ?? now, now))
                .Where(d => (d.Item1.OfficerHours, d.Item1.CostUsd) != (d.now.OfficerHours, d.now.CostUsd)),
        ];
        if (changed.Length == 0)
        {
            return null;
        }

        (DeploymentResult told, DeploymentResult now) = changed.MaxBy(d => Math.Abs(d.Now.CostUsd - d.Then.CostUsd));
        return $"{now.Label}, {Takes(now)}, not {Takes(told)}";
    }

    private static string Takes(DeploymentResult deployment) =>
        ExpansionWords.Amount(Resource.OfficerHours, deployment.OfficerHours)
        + (deployment.CostUsd > 0 ? $" and {ExpansionWords.Amount(Resource.Money, deployment.CostUsd)}" : string.Empty);

    private static string Named(StudyView asStated, Comparison[] comparisons) =>
        Plain.List([.. comparisons.Take(MostNamed).Select(asStated.LabelOf)])
        + (comparisons.Length > MostNamed ? $", and {comparisons.Length - MostNamed} more" : string.Empty);

    private static string Named(StudyView asStated, WhatIfResult question, Comparison[] comparisons)
    {
        IEnumerable<string> named = comparisons
            .Take(MostNamed)
            .Select(c => $"{asStated.LabelOf(c)} is {Words(In(question, c.Deployment)!.Verdict)}");
        string more = comparisons.Length > MostNamed ? $"; {comparisons.Length - MostNamed} more" : string.Empty;
        return $"{string.Join("; ", named)}{more}";
    }

    private static string Words(Verdict verdict) =>
        verdict == Verdict.NoDifferenceThatMatters ? "not different enough to matter" : Plain.Small(verdict.ToWords());

    private static string? Winner(StudyView asStated, WhatIfResult question)
    {
        if (question.Here(asStated.Study) is not { } contest)
        {
            return null;
        }

        if (question.WinnerOf(asStated.Study) is not { } survival)
        {
            return question.OtherwiseEnded(asStated.Study) is { } otherwise
                ? Ended(asStated, question, otherwise.Then, otherwise.Now)
                : Ended(asStated, question, WhatIfResult.ContestOf(asStated.Study), contest);
        }

        string best = WhatIfResult.BestOf(asStated.Study)!;
        string winner = asStated.LabelOf(best);
        string[] front = [.. contest.InFront.Where(name => name != best).Select(asStated.LabelOf)];
        string others = front.Length > MostNamed ? $"{front.Length} others" : Plain.List(front);
        string scope = ScopeOf(question.Result, contest);
        return (survival, contest.Outcome) switch
        {
            (Survival.Survives, ContestOutcome.Tied) => $"Here too nothing is better than {winner}{scope}: it ties with {others}.",
            (Survival.Survives, _) => $"Here too {winner} is best{scope}.",
            (Survival.NotDecided, _) => $"Here it is not decided which is best{scope}: {winner} may be, or {others}.",
            (_, ContestOutcome.Won) => $"Here {others}, not {winner}, is best{scope}.",
            (_, ContestOutcome.Tied) when contest.InFront.Contains(best) => $"Here {winner} ties with {others}{scope}.",
            (_, ContestOutcome.Tied) => $"Here {others} tie{scope}, ahead of {winner}.",
            _ => $"Here {winner} is not best{scope}: {others} may be.",
        };
    }

    // Where nobody is best as stated.
    private static string Ended(StudyView asStated, WhatIfResult question, Contest? then, Contest now)
    {
        string scope = ScopeOf(question.Result, now);
        return (then?.Outcome, now.Outcome) switch
        {
            (ContestOutcome.Tied, ContestOutcome.Won) => $"As stated several tie{scope}; here {asStated.LabelOf(now.First)} is best.",
            (ContestOutcome.Tied, ContestOutcome.Tied) => $"As stated and here several tie{scope}.",
            (ContestOutcome.Tied, _) => $"As stated several tie{scope}; here it is not decided which is best.",
            (_, ContestOutcome.Won) => $"As stated it is not decided which is best{scope}; here {asStated.LabelOf(now.First)} is.",
            (_, ContestOutcome.Tied) => $"As stated it is not decided which is best{scope}; here several tie.",
            _ => $"As stated and here it is not decided which is best{scope}.",
        };
    }

    private static string ScopeOf(StudyResult study, Contest contest) => ContestWords.Scope(new StudyView(study), contest);
}
