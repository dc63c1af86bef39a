using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The answer, the comparison and where shipments are found.</summary>
internal static class AnswerSections
{
    private const int MostColumns = 4;

    public static void Answer(IReportMedium report, ReportPage page)
    {
        foreach (string sentence in page.Answer.Sentences)
        {
            report.Paragraph(sentence);
        }

        CriteriaSections.Write(report, page.Study);
        page.Place(report, ReportPlace.Answer);
        report.Limits("The limits that matter most", Limits(page));
        foreach (FailedReplication failed in page.Study.Failed.Take(10))
        {
            report.Paragraph($"Replication {failed.Replication} of {failed.Arm} failed and is left out: {failed.Reason}");
        }
    }

    public static void Comparison(IReportMedium report, ReportPage page)
    {
        StudyView view = page.View;
        string measure = page.Study.Measure.Label;
        string unit = view.Scale.DifferenceUnit.Length > 0 ? $", {view.Scale.DifferenceUnit}" : string.Empty;
        string[] columns = ["Deployment", $"#{measure}\n95% interval", "#Officer-hours", "#Cost, USD", "#Seized per\n1,000 officer-hours"];
        if (page.Study.Comparisons.Count > 0)
        {
            columns =
            [
                "Deployment",
                $"#{measure}\n95% interval",
                $"#Difference{unit}\n95%, all together",
                "#Better in\nwith the same luck, 95%" + (HasIndependent(page) ? "; then with independent luck" : string.Empty),
                "Verdict",
                .. columns[2..],
            ];
        }

        if (page.Study.IsAdaptive)
        {
            columns = [.. columns, $"#Cancelled by adapting\nof the difference; {Plain.Dash}: not sure"];
        }

        DeploymentResult[] order = Ordered(view);
        DeploymentTable(report, page);
        Numbers(
            report,
            $"Every deployment over {Plain.Duration(page.Study.Scenario.LengthHours)}: averages of "
                + $"{(page.Study.Replications == 1 ? "1 replication" : $"{ChoiceWords.Replications(page.Study)} replications")}",
            columns,
            order.Select(d => Row(page, d))
        );
        if (page.Study.Comparisons.Count > 0)
        {
            report.Paragraph(
                $"\"Better in\" counts simulated {page.Period}s. With the same luck both deployments meet the same shipments"
                    + (HasIndependent(page) ? "; " : ".")
                    + (HasIndependent(page) ? $"with independent luck they don't, as two real {page.Period}s wouldn't." : string.Empty)
            );
        }

        report.Paragraph(Spread(page));
        page.Place(report, ReportPlace.Comparison);
        Steps(report, page);
        foreach (string sentence in CaseloadWords.Sentences(page.Study))
        {
            report.Paragraph(sentence);
        }

        Expansions(report, page);
        WhatIfSections.Write(report, page);
        MeasureSections.AlsoReported(report, page, order);
    }

    /// <summary>What each deployment is.</summary>
    /// <param name="page">The report.</param>
    /// <param name="first">Those that come first; the others follow as they rank.</param>
    public static ReportTable Deployments(ReportPage page, IReadOnlyList<DeploymentResult> first)
    {
        StudyView view = page.View;
        return new ReportTable(
            view.Ranked.Count == 0
                ? "Who stands where"
                : $"Who stands where under {view.Baseline.Label}, and what each other has otherwise",
            ["Deployment", "What it does"],
            [
                .. first
                    .Concat(Ordered(view))
                    .Distinct()
                    .Select(d =>
                        (IReadOnlyList<string>)
                            [(d == view.Baseline ? "*" : string.Empty) + d.Label, Plain.Capital(DeploymentWords.Of(view, d)) + "."]
                    ),
            ]
        );
    }

    private static DeploymentResult[] Ordered(StudyView view) => [view.Baseline, .. view.Ranked.Select(view.Deployment)];

    private static void DeploymentTable(IReportMedium report, ReportPage page)
    {
        ReportTable table = Deployments(page, Ordered(page.View));
        report.Table(table.Caption, table.Columns, table.Rows);
    }

    // What more officer-hours and more money bring, step by step.
    private static void Expansions(IReportMedium report, ReportPage page)
    {
        StudyView view = page.View;
        foreach (Expansion expansion in ExpansionWords.Told(page.Study))
        {
            double unit = ExpansionWords.Unit(expansion);
            bool isMoney = expansion.Resource == Resource.Money;
            string per = ExpansionWords.Per(expansion.Resource, unit);
            Numbers(
                report,
                $"What more {(isMoney ? "money brings" : "officer-hours bring")}: each against the one named, the best that takes less"
                    + ChoiceWords.ByWhich(page.Study)
                    + (
                        page.Study.Deployments.Count > 2 ? $". Wider intervals than against {view.Baseline.Label} alone: {Pairs(page)}" : ""
                    ),
                [
                    "Deployment",
                    "Against",
                    $"#More\n{(isMoney ? "USD" : "officer-hours")}",
                    "#Difference\n95%, any two together",
                    $"#For {per}",
                ],
                expansion.Steps.Select(step =>
                    (IReadOnlyList<string>)
                        [
                            view.LabelOf(step.Gain),
                            view.LabelOf(step.Gain.Against),
                            ExpansionWords.More(view, expansion.Resource, step),
                            WithInterval(view.Scale.DifferenceWithUnit(step.Gain)),
                            WithInterval(ExpansionWords.Each(view, step, unit)),
                        ]
                )
            );
        }
    }

    private static string Pairs(ReportPage page) =>
        $"those of all {Digits.Whole(page.Study.Deployments.Count * (page.Study.Deployments.Count - 1) / 2.0)} pairs hold together";

    private const int MostOfSteps = 5;

    private static void Steps(IReportMedium report, ReportPage page)
    {
        IReadOnlyList<StepResult> steps = page.Study.Steps;
        if (steps.Count == 0)
        {
            return;
        }

        foreach (string sentence in StepWords.Sentences(page.View))
        {
            report.Paragraph(sentence);
        }

        Comparison[] also = [.. First(steps[0]).Skip(1).Take(MostOfSteps)];
        bool hasAlone = steps.Any(step => StepWords.Alone(step) is not null);
        Numbers(
            report,
            $"What each step adds to those before it{(hasAlone ? ", and alone" : string.Empty)}; "
                + $"95% intervals, {(hasAlone ? "of each column " : string.Empty)}all right at once",
            [
                "Step",
                $"#{page.Study.Measure.Label}\nadded to those before{page.View.Scale.InUnit}",
                .. hasAlone ? ["#The same, alone"] : Array.Empty<string>(),
                "#Officer-hours",
                .. also.Select(c => $"#{MeasureCatalog.Find(c.Measure)!.Label}"),
            ],
            steps.Select(step =>
                (IReadOnlyList<string>)
                    [
                        step.Label + (StepWords.OnTopOf(page.View, step) is { } beneath ? $"\n{beneath}" : string.Empty),
                        Difference(StepWords.Added(step)),
                        .. hasAlone ? [Difference(StepWords.Alone(step))] : Array.Empty<string>(),
                        StepWords.HoursAdded(page.View, First(step)[0]),
                        .. First(step).Skip(1).Take(MostOfSteps).Select(c => Added(page, c)),
                    ]
            )
        );

        string Difference(Comparison? c) => c is null ? string.Empty : WithInterval(page.View.Scale.Difference(c));
    }

    // Of a step beside the others, what it does alone.
    private static IReadOnlyList<Comparison> First(StepResult step) => step.UpToHere.Count > 0 ? step.UpToHere : step.Alone;

    private static string Added(ReportPage page, Comparison c) =>
        WithInterval(
            MeasureScale
                .Of(MeasureCatalog.Find(c.Measure)!)
                .InSentence.DifferenceWithUnit(c, StudyView.MeasureOf(page.View.Other(c), c.Measure).Mean)
        );

    /// <summary>A table in which an undefined number is a dash, and the caption says what that is.</summary>
    public static void Numbers(IReportMedium report, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        string note = Plain.Note(all.SelectMany(row => row.Skip(1)));
        report.Table(
            note.Length > 0 ? $"{caption.TrimEnd('.')}.{note}" : caption,
            columns,
            all.Select(row => (IReadOnlyList<string>)[row[0], .. row.Skip(1).Select(Plain.Cell)])
        );
    }

    public static void Why(IReportMedium report, ReportPage page)
    {
        page.Place(report, ReportPlace.Where);
        DeploymentResult[] shown =
            page.Study.Deployments.Count <= MostColumns
                ? [.. page.Study.Deployments]
                : [page.View.Baseline, .. page.View.Lead is { } lead ? [page.View.Deployment(lead)] : Array.Empty<DeploymentResult>()];
        BreakdownSections.Write(report, page, shown);
        page.Place(report, ReportPlace.Outcomes);
        Noticed(report, page);
    }

    private static void Noticed(IReportMedium report, ReportPage page)
    {
        DeploymentResult[] all = [.. page.View.Ranked.Select(page.View.Deployment).Where(d => d.Notice is not null)];
        if (all.Length > 0)
        {
            Notice first = all[0].Notice!;
            report.Table(
                $"From which of the {first.Weeks} weeks on traffickers cancel more than {NoticeWords.Share(first)} of what each deployment "
                    + $"gains over {page.View.Baseline.Label}; 95% intervals, each for itself",
                ["Deployment", "#Week"],
                all.Select(d => (IReadOnlyList<string>)[d.Label, Plain.Capital(NoticeWords.Cell(d.Notice!))])
            );
        }
    }

    public static IEnumerable<string> Limits(ReportPage page)
    {
        Scenario scenario = page.Study.Scenario;
        if (page.Study.Deployments.Any(d => scenario.Deployments[d.Name].Programmes?.Tracing is not null))
        {
            yield return "What a lead, a case or a partner's search achieves is a what-if: no published figure says it."
                + (
                    scenario.Organizations.Values.Any(organization => organization.Rings is not null)
                        ? " Nor how long a ring lasts, which against the time to recover and trace a firearm decides what tracing is worth."
                        : string.Empty
                );
        }

        if (
            page.Provenance.Uncertain.Any(u =>
                u.Path.Split('.') is ["team_types", var type, "further_team_adds"] && SecondTeams.Any(page.Study.Scenario, type)
            )
        )
        {
            yield return "Nobody knows what a second team at one place adds; deployments that concentrate teams depend on it.";
        }

        yield return "Absolute numbers rest on assumptions. Differences between deployments usually depend on them less.";
        yield return page.Study.IsAdaptive
            ? "How traffickers adapt is assumed: nobody has observed it."
            : "Traffickers don't adapt in this study. What looks good may fade once they do.";
    }

    private static string[] Row(ReportPage page, DeploymentResult d)
    {
        StudyView view = page.View;
        bool isBaseline = d == view.Baseline;
        string[] head =
        [
            (isBaseline ? "*" : string.Empty) + d.Label + (d.Note is { } note ? "\n" + note : string.Empty),
            WithInterval(view.Scale.ValueWithInterval(view.MeasureOf(d))),
        ];
        string[] takenBack = page.Study.IsAdaptive ? [isBaseline ? string.Empty : WithInterval(TakenBack(d))] : [];
        string[] tail =
        [
            Digits.Hours(d.OfficerHours),
            Digits.Whole(d.CostUsd),
            WithInterval(Shown(d, "seized_per_1000_officer_hours")),
            .. takenBack,
        ];
        if (page.Study.Comparisons.Count == 0)
        {
            return [.. head, .. tail];
        }

        Comparison? c = page.Study.Comparisons.FirstOrDefault(x => x.Deployment == d.Name);
        return c is null
            ? [.. head, "baseline" + Standing(page, d), string.Empty, string.Empty, .. tail]
            :
            [
                .. head,
                WithInterval(view.Scale.Difference(c)),
                Digits.Percent(c.BetterIn, c.BetterInInterval)
                    + (HasIndependent(page) ? $"\n{Digits.Percent(c.BetterInIndependent)}" : string.Empty),
                Plain.Capital(OverInputsWords.Standing(page.Study, c) ?? c.Verdict.ToWords()) + Standing(page, d),
                .. tail,
            ];
    }

    // Where inputs are drawn, two periods share them, so nothing is independent.
    private static bool HasIndependent(ReportPage page) => page.Study.InputsDrawn == 0;

    private static string Standing(ReportPage page, DeploymentResult d) =>
        ChoiceWords.Standing(page.Study, d.Name) is { } standing ? $"\n{Plain.Capital(standing)}"
        : page.View.IsHypothetical(d.Name) ? "\nHypothetical"
        : string.Empty;

    /// <summary>Sets the interval on a line of its own.</summary>
    public static string WithInterval(string words)
    {
        int bracket = words.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? words : $"{words[..bracket]}\n{words[(bracket + 2)..^1]}";
    }

    private static string TakenBack(DeploymentResult d) => DisplacementWords.Cancelled(d);

    private static string Shown(DeploymentResult d, string measure) =>
        MeasureScale.Of(MeasureCatalog.Find(measure)!).ValueWithInterval(StudyView.MeasureOf(d, measure));

    private static string Spread(ReportPage page)
    {
        Estimate baseline = page.View.MeasureOf(page.View.Baseline);
        string spread = SpreadWords.Of(page.View.Scale, baseline, page.View.Baseline.Replications);
        return !SpreadWords.AreKnown(baseline, page.View.Baseline.Replications)
                ? $"How single {page.Period}s vary can't be said from this run."
            : baseline.P10 < baseline.P90 ? $"Single {page.Period}s vary: under {page.View.Baseline.Label}, 4 in 5 fall in {spread}."
            : baseline.Sd > 0 ? $"Most single {page.Period}s are alike: under {page.View.Baseline.Label}, {spread}."
            : $"The simulated {page.Period}s don't vary: under {page.View.Baseline.Label}, {spread}.";
    }
}
