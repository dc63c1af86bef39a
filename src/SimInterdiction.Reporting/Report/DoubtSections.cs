using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>How sure the answer is, and what was assumed.</summary>
internal static class DoubtSections
{
    public static void HowSure(Html html, ReportPage page)
    {
        html.Paragraph("There are two kinds of doubt, and only one shrinks with more computing.");
        html.Heading(3, "Chance");
        html.Paragraph($"Shipments leave, meet teams and are found by chance. Every deployment was simulated {Times(page.Study)}, and the intervals say how far chance may have moved the averages. More replications narrow them.");
        html.Heading(3, "Inputs nobody knows");
        html.Paragraph(Unknown(page));
        page.Place(html, "replications");
    }

    public static void Assumptions(Html html, ReportPage page)
    {
        if (page.Study.Scenario.Assumptions.Count > 0)
        {
            html.Table(
                "Assumptions log of the scenario",
                ["About", "Source", "Confidence", "Effect on the answer"],
                page.Study.Scenario.Assumptions.Select(a => (IReadOnlyList<string>)[a.About, a.Source ?? "not stated", Words(a.Confidence), a.Effect ?? "not stated"]));
        }
        else
        {
            html.Paragraph("The scenario states no assumptions log. Every value in it is an assumption whose source is unknown to this report.");
        }

        if (page.Provenance.Uncertain.Count > 0)
        {
            html.Table("Inputs marked uncertain: low, best and high; the comparison uses the best", ["Input", "Values as written"], page.Provenance.Uncertain.Select(u => (IReadOnlyList<string>)[u.Path, u.Written]));
        }
    }

    private static string Times(StudyResult study) => study.Replications == 1 ? "once" : $"{ChoiceWords.Replications(study)} times";

    private static string Unknown(ReportPage page)
    {
        int n = page.Provenance.Uncertain.Count;
        string held = n switch
        {
            0 => "The scenario marks no input as uncertain; if some are, this report can't tell. ",
            1 => "One input is marked uncertain and held at its best guess. ",
            _ => $"{n} inputs are marked uncertain and held at their best guess. ",
        };
        string next = n > 0 ? "Compare runs with other values of them (--set path=value) to see which could turn the answer." : string.Empty;
        return $"{held}No interval in this report covers that doubt, and no number of replications removes it. {next}".TrimEnd();
    }

    private static string Words(Confidence confidence) => confidence switch
    {
        Confidence.Low => "low",
        Confidence.Medium => "medium",
        Confidence.High => "high",
        _ => "not stated",
    };
}
