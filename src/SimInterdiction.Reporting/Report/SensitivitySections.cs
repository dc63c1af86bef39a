using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>How sure the answer is, and what was assumed.</summary>
internal static class SensitivitySections
{
    public static void HowSure(IReportMedium report, ReportPage page)
    {
        bool isIncluded = page.Study.InputsDrawn > 0;
        report.Paragraph(
            isIncluded
                ? "Two things leave the answer open: chance, and inputs nobody knows. Here the inputs are drawn, and the two are "
                    + "told apart."
                : "Two things leave the answer open, chance and inputs nobody knows. More computing narrows only the first."
        );
        report.Heading("Chance");
        report.Paragraph(
            $"Shipments leave, meet teams and are found by chance. Every deployment was simulated {Times(page.Study)}, "
                + "and the intervals say how far chance may have moved the averages. More replications narrow "
                + $"them.{Luck(page.Study)}"
        );
        report.Heading("Inputs nobody knows");
        report.Paragraph(isIncluded ? Included(page) : Unknown(page));
        OverInputs(report, page);
        Analyses(report, page);
        page.Place(report, ReportPlace.Precision);
        OptimizationSections.Write(report, page);
    }

    public static void Assumptions(IReportMedium report, ReportPage page)
    {
        ModelSections.Write(report, page);
        if (page.Study.Scenario.Assumptions.Count > 0)
        {
            report.Table(
                "Assumptions log of the scenario",
                ["About", "Source", "Confidence", "Effect on the answer"],
                page.Study.Scenario.Assumptions.Select(a =>
                    (IReadOnlyList<string>)[a.About, a.Source ?? "not stated", Words(a.Confidence), a.Effect ?? "not stated"]
                )
            );
        }
        else
        {
            report.Paragraph(
                "The scenario states no assumptions log. Every value in it is an assumption whose source is unknown to this report."
            );
        }

        if (page.Provenance.Uncertain.Count > 0)
        {
            report.Table(
                "Inputs marked uncertain: low, best and high; "
                    + $"{(page.Study.InputsDrawn > 0 ? "every 2 replications drew their own" : "the comparison uses the best")}",
                ["Input", "Values as written"],
                page.Provenance.Uncertain.Select(u => (IReadOnlyList<string>)[u.Path, u.Written])
            );
        }
    }

    private static string Times(StudyResult study) => study.Replications == 1 ? "once" : $"{ChoiceWords.Replications(study)} times";

    private static string Luck(StudyResult study) => LuckWords.Of(study) is { } gain ? $" {gain} {LuckWords.Meaning}" : string.Empty;

    private static string Included(ReportPage page) =>
        $"Every 2 replications drew their own values of {Plain.Count(page.Study.InputsDrawn, "uncertain input")}, the "
        + "same for all deployments: anywhere between lowest and highest, most likely near the best guess "
        + "(triangular), each independently of the others. "
        + "What differs between the 2 is chance, what differs beyond that from draw to draw is uncertainty: so the luck is "
        + "taken out (components of variance), and what is left is how the true difference varies over plausible inputs. "
        + "More replications make that surer, not narrower. Averages, and \"better in\", are over all plausible "
        + "inputs; intervals of averages narrow with replications and say nothing about the inputs.";

    private static void OverInputs(IReportMedium report, ReportPage page)
    {
        if (page.Study.InputsDrawn == 0 || page.Study.Comparisons.All(c => c.OverInputs is null))
        {
            return;
        }

        StudyView view = page.View;
        string unit = view.Scale.DifferenceUnit.Length > 0 ? $", {view.Scale.DifferenceUnit}" : string.Empty;
        string[] matters = view.Threshold > 0 ? [$"#Better by {view.Scale.Exact(view.Threshold)} or more"] : [];
        report.Table(
            $"The true difference from {view.Baseline.Label} over plausible inputs: "
                + $"{Plain.Count(view.Ranked.Max(c => c.OverInputs?.Draws ?? 0), "draw")}, chance taken out; 95% intervals, "
                + "each on its own",
            ["Deployment", $"#In 4 of 5 cases{unit}", "#Better in", .. matters],
            OverInputsWords
                .Surest(view)
                .Select(c =>
                    c.OverInputs is not { } over
                        ? (IReadOnlyList<string>)[view.LabelOf(c), Plain.Dash, Plain.Dash, .. matters.Select(_ => Plain.Dash)]
                        :
                        [
                            view.LabelOf(c),
                            OverInputsWords.Range(view, over),
                            OverInputsWords.Share(over.Better),
                            .. over.BetterByWhatMatters is { } more ? new[] { OverInputsWords.Share(more) } : [],
                        ]
                )
        );
    }

    private static string Unknown(ReportPage page)
    {
        int n = page.Provenance.Uncertain.Count;
        string held = n switch
        {
            0 => "The scenario marks no input as uncertain; if some are, this report can't tell. ",
            1 => "One input is marked uncertain and held at its best guess. ",
            _ => $"{n} inputs are marked uncertain and held at their best guess. ",
        };
        return $"{held}No interval of a deployment in this report covers that, and no number of replications does.";
    }

    // What sensitivity analyses say; where there is none, how to make one.
    private static void Analyses(IReportMedium report, ReportPage page)
    {
        if (SensitivityView.In(page.Study, r => r.Tornado is not null) is { } tornado)
        {
            report.Paragraph(
                $"Each input was moved through its range by itself, with {tornado.Deployment} compared with "
                    + $"{tornado.Baseline}. {string.Join(" ", SensitivityAnswer.Of(tornado).Sentences)}"
            );
        }
        else if (page.Provenance.Uncertain.Count > 0 && page.Study.Comparisons.Count > 0)
        {
            report.Paragraph(
                page.Provenance.SensitivityCommand is { } command
                    ? $"To see which of them flip the answer, or may, and where: {command}"
                    : "A sensitivity analysis of the scenario shows which of them flip the answer, or may, and where."
            );
        }

        page.Place(report, ReportPlace.Sensitivity);
        if (SensitivityView.In(page.Study, r => r.Discovery is not null) is { } discovery)
        {
            SensitivityFindings.Discovered(report, discovery);
        }

        if (SensitivityView.In(page.Study, r => r.Morris is not null) is { } morris)
        {
            SensitivityFindings.Effects(report, morris);
        }

        if (SensitivityView.In(page.Study, r => r.Sobol is not null) is { } sobol)
        {
            SensitivityFindings.Shares(report, sobol);
        }

        if (SensitivityView.In(page.Study, r => r.Verdicts is not null) is { } verdicts)
        {
            SensitivityFindings.Verdicts(report, verdicts);
        }
    }

    private static string Words(Confidence confidence) =>
        confidence switch
        {
            Confidence.Low => "low",
            Confidence.Medium => "medium",
            Confidence.High => "high",
            _ => "not stated",
        };
}
