using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What the study answers, in words.</summary>
/// <param name="Headline">The answer, without a full stop.</param>
/// <param name="Contests">Who is best, against the runner-up, a sentence for each contest: first that of the deployment
/// in the headline.</param>
/// <param name="Others">The sentences that complete it.</param>
public sealed record Answer(string Headline, IReadOnlyList<string> Contests, IReadOnlyList<string> Others)
{
    /// <summary>All sentences after the headline.</summary>
    public IReadOnlyList<string> Sentences => [.. Contests, .. Others];

    /// <summary>What stands with the headline wherever there is room for more than one sentence: all contests. Null
    /// without any.</summary>
    public string? Finding => Contests.Count > 0 ? string.Join(' ', Contests) : null;

    /// <summary>The headline, and the winner against the runner-up: the shortest answer that can be relied
    /// on.</summary>
    public string Short => string.Join(' ', Contests.Take(1).Prepend(Plain.Sentence(Headline)));

    public static Answer Of(StudyResult study)
    {
        var view = new StudyView(study);
        if (view.NothingToSay is { } reason)
        {
            return new Answer(reason, [], []);
        }

        if (study.Comparisons.Count == 0)
        {
            return new Answer(
                $"{view.Baseline.Label}: {Plain.Small(study.Measure.Label)} "
                    + $"{(view.Scale with { IsHeadline = true }).ValueWithInterval(view.MeasureOf(view.Baseline))}; "
                    + "nothing to compare it with",
                [],
                []
            );
        }

        if (study.Choice is { } choice)
        {
            return new Answer(
                ChoiceWords.Headline(view, choice),
                [.. ContestWords.Sentences(view, named: null)],
                [
                    .. ChoiceWords.Sentences(view, choice),
                    .. ExpansionWords.Sentences(view),
                    .. OptimizationWords.BeyondThose(study),
                    .. AboutInputs(study),
                ]
            );
        }

        if (study.InputsDrawn > 0)
        {
            return new Answer(
                OverInputsWords.Headline(view),
                view.Lead!.OverInputs is null ? [] : [.. ContestWords.Sentences(view, view.Lead)],
                [.. OverInputsWords.Sentences(view), .. OptimizationWords.BeyondThose(study), .. AboutInputs(study)]
            );
        }

        return new Answer(
            HeadlineOf(view),
            [.. ContestWords.Sentences(view, Named(view))],
            [
                .. ExpansionWords.Sentences(view),
                .. SentencesOf(view),
                .. LuckWords.Few(study) is { } few ? new[] { few } : [],
                .. OptimizationWords.BeyondThose(study),
                .. AboutInputs(study),
            ]
        );
    }

    // A planner has given officers: the best without more of them comes first.
    private static Comparison? Named(StudyView view) =>
        view.Lead is { Verdict: Verdict.ClearlyBetter } lead
            ? lead
            : view.Plans.FirstOrDefault(c => c.Verdict == Verdict.BetterPerhapsByLess);

    private static string HeadlineOf(StudyView view)
    {
        string matters = view.Threshold > 0 ? view.Scale.ThatMatter(view.Threshold) : "anything";
        return Named(view) switch
        {
            { Verdict: Verdict.ClearlyBetter } first =>
                $"{view.MarkedLabelOf(first)}{ContestWords.Rivals(view, first)}: {view.HowFar(first)}, for {ForWhat(view, first)}",
            { } perhaps => $"{view.MarkedLabelOf(perhaps)}{ContestWords.Rivals(view, perhaps)}: better than {view.Baseline.Label}, but "
                + $"perhaps by less than {matters}",
            null => WithoutBetter(view, matters),
        };
    }

    private static string WithoutBetter(StudyView view, string matters)
    {
        Verdict[] verdicts = [.. view.Plans.Select(c => c.Verdict)];
        int open = verdicts.Count(v => v == Verdict.NotDecided);
        int worse = verdicts.Count(v => v is Verdict.ClearlyWorse or Verdict.WorsePerhapsByLess);
        if (open > 0)
        {
            string which =
                open == 1 ? view.LabelOf(view.Plans.First(c => c.Verdict == Verdict.NotDecided)) + " is"
                : open == verdicts.Length ? $"{(open == 2 ? "either" : $"any of the {open}")} is"
                : $"{open} of the {verdicts.Length} are";
            return $"Not decided: {Plain.Count(view.Study.Replications, "replication")} can't tell whether {which} better than "
                + $"{view.Baseline.Label}";
        }

        if (worse == 0)
        {
            string much = view.Threshold > 0 ? $"by {matters}" : $"in any of {Plain.Count(view.Study.Replications, "replication")}";
            return $"No deployment differs from {view.Baseline.Label} {much}";
        }

        string by = verdicts.Contains(Verdict.NoDifferenceThatMatters) && view.Threshold > 0 ? $" by {matters}" : string.Empty;
        string who =
            worse < verdicts.Length ? Digits.Whole(worse)
            : worse == 1 ? "it"
            : worse == 2 ? "both"
            : "all";
        return $"No deployment is better than {view.Baseline.Label}{by}; {who} {(worse == 1 ? "is" : "are")} worse";
    }

    private static IEnumerable<string> SentencesOf(StudyView view)
    {
        string matters = view.Threshold > 0 ? $" (by at least {view.Scale.Exact(view.Threshold)})" : string.Empty;
        if (Which(view, Verdict.ClearlyBetter) is { } better)
        {
            yield return $"Clearly better than {view.Baseline.Label}{matters}: {better}.";
        }

        if (Which(view, Verdict.BetterPerhapsByLess) is { } perhapsBetter)
        {
            yield return $"Better than {view.Baseline.Label}, perhaps too little to matter: {perhapsBetter}.";
        }

        if (Which(view, Verdict.NoDifferenceThatMatters) is { } same)
        {
            string thatMatters = view.Threshold > 0 ? $" that matters (at least {view.Scale.Exact(view.Threshold)})" : string.Empty;
            yield return $"No difference from {view.Baseline.Label}{thatMatters}: {same}.";
        }

        if (Which(view, Verdict.WorsePerhapsByLess) is { } perhapsWorse)
        {
            yield return $"Worse than {view.Baseline.Label}, perhaps too little to matter: {perhapsWorse}.";
        }

        if (Which(view, Verdict.ClearlyWorse) is { } worse)
        {
            yield return $"Clearly worse than {view.Baseline.Label}{matters}: {worse}.";
        }

        Comparison[] open = [.. view.Ranked.Where(c => c.Verdict == Verdict.NotDecided)];
        if (open.Length > 0)
        {
            string about = DecidingWords.Sentence(view.Study) is { } sentence ? $" {sentence}" : string.Empty;
            yield return $"Not decided: {Plain.List([.. open.Select(view.MarkedLabelOf)])}.{about}";
        }
    }

    // Every deployment is in the sentence of its verdict, and in no other one of these.
    private static string? Which(StudyView view, Verdict verdict)
    {
        string[] labels = [.. view.Ranked.Where(c => c.Verdict == verdict).Select(view.MarkedLabelOf)];
        return labels.Length == 0 ? null
            : labels.Length == view.Ranked.Count && labels.Length > 1 && view.Study.Scenario.Experiment.Hypothetical.Count == 0
                ? Plain.All(labels.Length)
            : Plain.List(labels);
    }

    // When uncertainty about inputs flips the answer, as far as that was looked at for the deployment told about:
    // against the baseline, and then against all that could be had for no more.
    internal static IEnumerable<string> AboutInputs(StudyResult study)
    {
        if (
            SensitivityView.In(study, r => r.Tornado is not null) is { } tornado
            && (tornado.SideAtBestGuess != 0 || tornado.IsNothingAtBestGuess)
            && tornado.Result.Deployment == new StudyView(study).Lead?.Deployment
        )
        {
            string compared = $"{tornado.Deployment} against {tornado.Baseline}";
            ILookup<bool, string> open = SensitivityAnswer
                .Open(tornado)
                .ToLookup(s => SensitivityAnswer.MayOnlyShrink(tornado, s), s => SensitivityAnswer.Where(tornado, s));
            string[] flips = [.. SensitivityAnswer.Flipping(tornado).Select(s => SensitivityAnswer.Where(tornado, s))];
            (string[] may, string[] shrinks) = ([.. open[false]], [.. open[true]]);
            if (flips.Length > 0)
            {
                yield return $"The answer about {compared} {SensitivityAnswer.Flips(tornado)} with "
                    + $"{string.Join(", or with ", flips)}.";
            }

            if (may.Length > 0)
            {
                string answer = flips.Length > 0 ? "It" : $"The answer about {compared}";
                yield return $"{answer} may {SensitivityAnswer.Flip(tornado)} with "
                    + $"{string.Join(", or with ", may)}: that is not decided.";
            }

            if (shrinks.Length > 0)
            {
                yield return $"The difference of {tornado.Deployment} from {tornado.Baseline} may be too small to matter with "
                    + $"{string.Join(", or with ", shrinks)}: that is not decided.";
            }

            if (tornado.Result.Tornado!.All(s => s.Answer is Answered.Stays or Answered.Shrinks))
            {
                yield return $"{SensitivityAnswer.None(tornado, SensitivityAnswer.Flip(tornado))} the answer about "
                    + $"{compared}{SensitivityAnswer.Smaller(tornado)}.";
            }
        }

        if (
            SensitivityView.In(study, r => r.Verdicts is not null) is { } verdicts
            && new StudyView(study).Lead is { } lead
            && VerdictsAnswer.AgainstOthers(verdicts, lead.Deployment) is { } others
        )
        {
            yield return others;
        }
    }

    /// <summary>"the same officer-hours", "1,380 fewer officer-hours": what it takes, to follow "for".</summary>
    internal static string ForWhat(StudyView view, Comparison c)
    {
        string words = view.TakesAgainst(view.Deployment(c));
        return words.StartsWith("same", StringComparison.Ordinal) ? "the " + words : words;
    }
}
