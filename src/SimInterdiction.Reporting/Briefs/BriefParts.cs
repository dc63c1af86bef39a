using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Briefs;

/// <summary>What a brief says beside the answer.</summary>
internal static class BriefParts
{
    private const int MostQuestions = 3;
    private const int MostCriteria = 3;
    private const int MostDeployments = 4;
    private const int MostThings = 3;

    public static IEnumerable<BriefPart> Of(ReportPage page) =>
        [
            new("Who stands where, and what the others have otherwise", [.. Deployments(page.View)]),
            new("What it takes", [.. Cost(page)]),
            new("What the scenario requires", [.. Criteria(page.Study)]),
            new("How sure it is", [.. Sureness(page)]),
            new("What would change it", [.. Changes(page)]),
            new("Limits", [.. AnswerSections.Limits(page), page.Block.NotCovered]),
            new("Method", [Method(page)]),
        ];

    // Of those that the answer speaks of.
    private static IEnumerable<string> Deployments(StudyView view) =>
        view
            .Spoken.Where(d =>
                d == view.Baseline ? view.Study.Scenario.Deployments[d.Name].Post.Count > 0 : DeploymentWords.Differs(view, d)
            )
            .Take(MostDeployments)
            .Select(d => $"{d.Label}: {DeploymentWords.Of(view, d, MostThings)}.");

    private static IEnumerable<string> Cost(ReportPage page)
    {
        StudyView view = page.View;
        DeploymentResult told = view.Told;
        string period = Plain.Duration(page.Study.Scenario.LengthHours);
        string cost = told.CostUsd > 0 ? $" and USD {Digits.Whole(told.CostUsd)}" : string.Empty;
        yield return $"{told.Label}: {Digits.Hours(told.OfficerHours)} officer-hours{cost} in {period}{Against(view, told)}.";
        foreach (string sentence in ExpansionWords.Sentences(view))
        {
            yield return sentence;
        }
    }

    // Those that are not met, as far as is known; the others are counted.
    private static IEnumerable<string> Criteria(StudyResult study)
    {
        string[] unmet = [.. RequirementWords.OfUnmet(study)];
        foreach (string sentence in unmet.Take(MostCriteria))
        {
            yield return sentence;
        }

        if (unmet.Length > MostCriteria)
        {
            yield return $"Not met or not decided, in the report: {unmet.Length - MostCriteria} more.";
        }

        int all = study.Scenario.Require.Count;
        if (all > unmet.Length)
        {
            yield return $"Met: {all - unmet.Length} of {Plain.Count(all, "requirement")}.";
        }
    }

    private static string Against(StudyView view, DeploymentResult told)
    {
        if (told == view.Baseline)
        {
            return string.Empty;
        }

        string money = view.MoneyAgainst(told) is { } more ? $" and {more}" : string.Empty;
        return (view.HasBaselineHours(told), money.Length > 0) switch
        {
            (true, false) => $", as {view.Baseline.Label}",
            (true, true) => $", the same hours as {view.Baseline.Label}{money}",
            _ => $", {Plain.HoursAgainst(told.OfficerHours, view.Baseline.OfficerHours)}{money} than {view.Baseline.Label}",
        };
    }

    private static IEnumerable<string> Sureness(ReportPage page)
    {
        StudyView view = page.View;
        if (view.NothingToSay is not null || view.Lead is not { } lead)
        {
            yield break;
        }

        yield return $"{view.LabelOf(lead)} against {view.Baseline.Label}: {view.Scale.DifferenceWithUnit(lead)}, "
            + $"{OverInputsWords.Standing(page.Study, lead) ?? lead.Verdict.ToWords()}; better in "
            + $"{Digits.Percent(lead.BetterIn)} of the simulated {page.Period}s.";
        if (LuckWords.Few(page.Study) is { } few)
        {
            yield return few;
        }
    }

    // What was looked at; where nothing was, that it wasn't.
    private static IEnumerable<string> Changes(ReportPage page)
    {
        string[] inputs = [.. Answer.AboutInputs(page.Study)];
        // Those that decide who is best are told too, though no more than chance may be in them.
        ILookup<bool, WhatIfResult> asked = page
            .Study.WhatIfs.OrderByDescending(q => WhatIfWords.IsChange(page.Study, q))
            .ToLookup(q => WhatIfWords.IsChange(page.Study, q) || q.OtherwiseEnded(page.Study) is not null);
        WhatIfResult[] changing = [.. asked[true]];
        string[] more =
            changing.Length > MostQuestions ? [$"And {Plain.Count(changing.Length - MostQuestions, "more question")}, in the report."] : [];
        string[] unchanging = asked[false].Any()
            ? [$"Tried, and changed no decided verdict and no winner: {string.Join("; ", asked[false].Select(WhatIfWords.Heading))}."]
            : [];
        string[] questions =
        [
            .. changing.Take(MostQuestions).Select(q => $"{WhatIfWords.Heading(q)}: {WhatIfWords.Sentence(page.View, q)}"),
            .. more,
            .. unchanging,
        ];
        int uncertain = page.Study.InputsDrawn > 0 ? 0 : page.Provenance.Uncertain.Count;
        string[] open =
            inputs.Length > 0 || uncertain == 0
                ? []
                :
                [
                    $"{Plain.Count(uncertain, "input")} of the scenario {(uncertain == 1 ? "is" : "are")} uncertain; which of them "
                        + "would change the answer has not been analysed for this run.",
                ];
        string[] adapting = Frozen(page) is { } frozen ? [frozen] : [];
        return [.. OptimizationWords.BeyondThose(page.Study), .. inputs, .. questions, .. adapting, .. open];
    }

    // The same difference where traffickers keep their routes and hours.
    private static string? Frozen(ReportPage page) =>
        page is { Study.IsAdaptive: true, View: { NothingToSay: null, Lead: { Frozen: { Mean: { } mean } frozen } lead } view }
            ? $"If traffickers kept their routes and hours, {view.LabelOf(lead)} would differ from {view.Baseline.Label} by "
                + $"{view.Scale.DifferenceWithUnit(lead with { Difference = mean, Low = frozen.Low, High = frozen.High })}."
            : null;

    private static string Together(ReportPage page) =>
        page.Study.Choice is not null ? ", as if the number of replications of each had been fixed"
        : page.Study.InputsDrawn > 0 ? " of averages over the inputs drawn"
        : "; those of the differences are all right at once in 95 of 100 such studies";

    private static string Method(ReportPage page) =>
        $"A discrete-event simulation sends synthetic shipments along the scenario's roads past the task forces' checkpoints, one "
        + $"{page.Period} after the other: {ProvenanceBlock.Sampling(page.Study)}. "
        + (
            page.Study.Comparisons.Count > 0
                ? "Every deployment meets the same shipments with the same luck, so that only the deployment differs. Intervals are "
                    + $"95% intervals{Together(page)}. "
                : "Intervals are 95% intervals. "
        )
        + $"Run {page.Provenance.Run}, SimInterdiction {page.Provenance.Version}. To reproduce it: {page.Provenance.Command}"
        + (page.Provenance.OtherFiles.Count > 0 ? $" (of {ProvenanceBlock.Files(page.Provenance)})" : string.Empty);
}
