namespace SimInterdiction.Reporting.Report;

/// <summary>What the report consists of, whatever it is written to. To add a section: a line here.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<(string Id, string Title, Action<IReportMedium, ReportPage> Write)> All { get; } =
    [
        ("answer", "1. The answer", AnswerSections.Answer),
        ("comparison", "2. The deployments compared", AnswerSections.Comparison),
        ("why", "3. Why: where shipments are found", AnswerSections.Why),
        ("sure", "4. How sure the answer is", SensitivitySections.HowSure),
        ("assumptions", "5. What was assumed", SensitivitySections.Assumptions),
        ("method", "6. How it was computed", MethodSections.Method),
        ("again", "7. Data, and how to reproduce it", MethodSections.Reproduction),
        ("rosters", "8. Weekly rosters", RosterSections.Write),
    ];
}
