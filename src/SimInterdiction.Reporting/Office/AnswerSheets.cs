using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Office;

/// <summary>The sheets that say what came out: the answer in the words of the report, and who is best, what is required
/// and what-ifs as tables.</summary>
internal static class AnswerSheets
{
    /// <summary>The answer; contests, criteria and what-ifs where there are any.</summary>
    public static IEnumerable<Sheet> Of(StudyResult study, Provenance provenance)
    {
        yield return Answer(new ReportPage(study, provenance, []));
        if (study.Contests.Count > 0)
        {
            yield return Contests(study);
        }

        if (study.Scenario.Require.Count > 0)
        {
            yield return Criteria(study);
        }

        if (study.WhatIfs.Count > 0)
        {
            yield return WhatIfs(study);
        }
    }

    private static Sheet Answer(ReportPage page) =>
        new(
            "Answer",
            ["What", "Says"],
            [
                Line("Data", page.Block.Warning),
                Line("Question", page.Study.Scenario.Question ?? "Which deployment does best?"),
                Line("Answer", Plain.Sentence(page.Answer.Headline)),
                .. Lines("Who is best", page.Answer.Contests),
                .. Lines("Beside that", page.Answer.Others),
                .. Lines("Required", RequirementWords.Of(page.Study)),
                .. Lines("What if", WhatIfSections.Sentences(page)),
                .. Lines("What if, limits", page.Study.WhatIfs.Take(1).Select(_ => WhatIfWords.Note)),
                .. Lines("Limits", AnswerSections.Limits(page).Append(page.Block.NotCovered)),
            ]
        );

    private static IEnumerable<IReadOnlyList<object?>> Lines(string what, IEnumerable<string> sentences) =>
        sentences.Select(sentence => Line(what, sentence));

    private static IReadOnlyList<object?> Line(string what, string says) => [what, says];

    private static Sheet Contests(StudyResult study) =>
        new(
            "Contests",
            [
                "Best of",
                "Outcome",
                "First",
                "Runner-up",
                "Measure",
                "Unit",
                "Difference (unit)",
                "Simultaneous 95% low (unit)",
                "Simultaneous 95% high (unit)",
                "Verdict",
                "Best, tied or perhaps best",
            ],
            [
                .. study.Contests.Select(contest =>
                    (IReadOnlyList<object?>)
                        [
                            Entrants(contest),
                            contest.Outcome.ToWords(),
                            contest.First,
                            contest.RunnerUp,
                            study.Measure.Name,
                            study.Measure.Unit.Name,
                            .. Amount.Of(study.Measure.Unit, contest.Lead.Difference, contest.Lead.Low, contest.Lead.High),
                            contest.Lead.Verdict.ToWords(),
                            string.Join(", ", contest.InFront),
                        ]
                ),
            ]
        );

    private static string Entrants(Contest contest) =>
        contest.Limit switch
        {
            Resource.OfficerHours => $"those that take at most {Contest.SameAmount - 1:0%} more officer-hours than the baseline",
            Resource.Money => $"those that take at most {Contest.SameAmount - 1:0%} more money than the baseline",
            _ => "all",
        };

    private static Sheet Criteria(StudyResult study) =>
        new(
            "Criteria",
            [
                "Deployment",
                "Measure",
                "Unit",
                "At least (unit)",
                "At most (unit)",
                "Found (unit)",
                "95% low (unit)",
                "95% high (unit)",
                "Answer",
            ],
            [
                .. from check in RequirementCheck.Of(study)
                let required = check.Requirement
                let unit = MeasureCatalog.Find(required.Measure)!.Unit
                let found = Possible.Of(required.Measure, check.Estimate ?? default, _ => null)
                select (IReadOnlyList<object?>)
                    [
                        required.Deployment,
                        required.Measure,
                        unit.Name,
                        .. Amount.Of(unit, required.AtLeast, required.AtMost, found.Mean, found.Low, found.High),
                        check.Answer.Said(),
                    ],
            ]
        );

    private static Sheet WhatIfs(StudyResult study) =>
        new(
            "What if",
            [
                "Question",
                "Changes",
                "Deployment",
                "Against",
                "Measure",
                "Unit",
                "Difference (unit)",
                "Simultaneous 95% low (unit)",
                "Simultaneous 95% high (unit)",
                "Verdict",
                "Verdict as stated",
                "Verdict survives",
                "Best as stated",
                "Best as stated is best here",
                "Average (unit)",
                "95% low of the average (unit)",
                "95% high of the average (unit)",
                "Average as stated (unit)",
            ],
            [
                .. from question in study.WhatIfs
                from d in question.Result.Deployments
                let c = WhatIfWords.In(question, d.Name)
                let unit = study.Measure.Unit
                let average = StudyView.MeasureOf(d, study.Measure.Name)
                let asStated = study.Deployments.First(stated => stated.Name == d.Name)
                select (IReadOnlyList<object?>)
                    [
                        question.Label,
                        string.Join("; ", question.Changes.Select(change => $"{change.Path}: {change.Value}")),
                        d.Name,
                        c?.Against,
                        study.Measure.Name,
                        unit.Name,
                        .. Amount.Of(unit, c?.Difference, c?.Low, c?.High),
                        c?.Verdict.ToWords(),
                        study.Comparisons.FirstOrDefault(stated => stated.Deployment == d.Name)?.Verdict.ToWords(),
                        question.VerdictOf(d.Name, study)?.ToWords(),
                        ContestWords.Winner(study),
                        question.WinnerOf(study)?.ToWords(),
                        .. Amount.Of(unit, average.Mean, average.Low, average.High, StudyView.MeasureOf(asStated, study.Measure.Name).Mean),
                    ],
            ]
        );
}
