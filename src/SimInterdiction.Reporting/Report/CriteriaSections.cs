using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>What the scenario requires, and whether it is met.</summary>
internal static class CriteriaSections
{
    /// <summary>The criteria as a table; nothing where there are none.</summary>
    public static void Write(IReportMedium report, StudyResult study)
    {
        if (Table(study) is { } table)
        {
            AnswerSections.Numbers(report, table.Caption, table.Columns, table.Rows);
        }
    }

    /// <summary>The criteria with what was found and the answer; null where there are none.</summary>
    public static ReportTable? Table(StudyResult study)
    {
        IReadOnlyList<RequirementCheck> checks = RequirementCheck.Of(study);
        return checks.Count == 0
            ? null
            : new ReportTable(
                "What the scenario requires. "
                    + $"{RequirementWords.Basis(study) ?? "Met where the whole 95% interval satisfies it, not met where none of it does."}",
                ["Criterion", "#Found\n95% interval", "Answer"],
                [
                    .. checks.Select(check =>
                        (IReadOnlyList<string>)
                            [RequirementWords.Criterion(study, check), RequirementWords.Found(check), Plain.Capital(check.Answer.Said())]
                    ),
                ]
            );
    }
}
