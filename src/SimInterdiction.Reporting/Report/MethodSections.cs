using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The method in short, and what it takes to reproduce the run.</summary>
internal static class MethodSections
{
    public static void Method(IReportMedium report, ReportPage page)
    {
        report.Paragraph(
            "Under the headings of STRESS-DES (Monks and others 2019), the guideline for reporting discrete-event "
                + "simulations. What the scenario doesn't say is marked."
        );
        foreach ((string heading, IReadOnlyList<(string Item, string? Text)> items) in StressChecklist.Of(page))
        {
            report.Heading(heading);
            report.Definitions(items);
        }

        report.Heading("How the numbers are estimated");
        report.List(Statistics(page));
    }

    public static void Reproduction(IReportMedium report, ReportPage page)
    {
        report.Paragraph("This command reproduces the run, number for number:");
        report.Command(page.Provenance.Command);
        report.Paragraph(
            $"It needs {(page.Provenance.OtherFiles.Count == 0 ? "this file as it was" : "these files as they were")}, and SimInterdiction "
                + $"{page.Provenance.Version}. Run {page.Provenance.Run}."
        );
        report.List(page.Provenance.Files.Select(file => $"{file.Name}, SHA-256 {file.Sha256}"));
        report.Attachment("summary.csv", "text/csv", SummaryCsv.Write(page.Study), "every measure of every deployment.");
        FiguresLacking(report, page);
        Differences(report, page);
        report.Heading("The scenario as resolved");
        report.Listing("The scenario as resolved", page.Provenance.ResolvedYaml);
    }

    // Their numbers are missing in the order, which a reader would take for a mistake.
    private static void FiguresLacking(IReportMedium report, ReportPage page)
    {
        string[] lacking =
        [
            .. page
                .Lacking.GroupBy(kind => kind.Needs)
                .Select(kinds =>
                    kinds.Count() == 1
                        ? $"figure {kinds.First().Number}, which needs {kinds.Key}"
                        : $"figures {Plain.List([.. kinds.Select(kind => Digits.Whole(kind.Number))])}, which need {kinds.Key}"
                ),
        ];
        if (lacking.Length > 0)
        {
            report.Paragraph($"Figures keep their numbers in every report. Not in this one: {string.Join("; ", lacking)}.");
        }
    }

    private static void Differences(IReportMedium report, ReportPage page)
    {
        if (page.Study.Comparisons.Count == 0)
        {
            return;
        }

        report.Heading("What differs between the deployments");
        report.Reference(
            $"Section 2 says in words what each deployment has otherwise than {page.View.Baseline.Label}. Key by key",
            medium => Keys(medium, page)
        );
    }

    private static void Keys(IReportMedium report, ReportPage page)
    {
        foreach (DeploymentResult deployment in page.Study.Deployments.Where(d => d != page.View.Baseline))
        {
            IReadOnlyList<string>[] rows =
            [
                .. page
                    .Provenance.Differences.Where(d => d.Deployment == deployment.Name)
                    .Select(d => (IReadOnlyList<string>)[d.Path, d.Baseline ?? "nothing", d.Own ?? "nothing"]),
            ];
            if (rows.Length > 0)
            {
                report.Table(
                    $"{deployment.Label}: keys that differ from {page.View.Baseline.Label}",
                    ["Key", page.View.Baseline.Label, deployment.Label],
                    rows
                );
            }
            else
            {
                report.Paragraph($"{deployment.Label}: nothing differs from {page.View.Baseline.Label}.");
            }
        }
    }

    private static IEnumerable<string> Statistics(ReportPage page)
    {
        StudyResult study = page.Study;
        Measure measure = study.Measure;
        yield return measure.Estimator == Estimator.Ratio
            ? $"{measure.Label}: {Plain.Small(measure.Meaning)} It is a ratio of sums over all replications, never the mean "
                + "of the replications' ratios; its interval is a t interval by the delta method."
            : $"{measure.Label}: {Plain.Small(measure.Meaning)} It is the mean over replications, with a t interval.";
        if (LuckWords.Gains(study).Length > 0)
        {
            yield return ControlVariate(study);
        }

        if (measure.Searched is not null)
        {
            yield return $"An interval of what is seized allows for {UnseenFinds.Count:0} finds more than happened, so that it holds "
                + "however rare they are: where none was seen, up to 3.7 may be expected (Garwood 1936). With hundreds of finds "
                + "it makes no difference.";
            yield return Coverage;
        }

        if (study.Comparisons.Count == 0)
        {
            yield break;
        }

        int others = study.Comparisons.Count;
        yield return "Differences are paired: in each replication every deployment meets the same shipments with the same luck "
            + "(common random numbers), so that only the deployment differs. "
            + PairingGain(study);
        yield return others == 1
            ? "The interval of the difference is a 95% interval."
            : $"The intervals of the {others} differences are widened (Bonferroni) so that all are right at once in 95 "
                + "of 100 such studies. Intervals of single deployments are 95% each. Where any two are compared (what more officer-hours "
                + "or money bring), those of all pairs are right at once, so that the same difference has a wider one there.";
        double smallest = study.Scenario.Experiment.SmallestDifferenceThatMatters;
        if (study.InputsDrawn > 0)
        {
            yield return "Uncertain inputs are drawn anew every 2 replications, so estimates are made of the means of draws, which "
                + "are independent. The variance of the true difference over the draws is what that of the means leaves once "
                + "the "
                + "variance between the 2 replications of a draw is taken off (one-way random effects; Searle, Casella and "
                + "McCulloch 1992); its percentiles and shares are those of the means, drawn in until they vary as much. "
                + "Their intervals are by order statistics and Wilson's, widened by what chance may have moved.";
        }

        yield return study.InputsDrawn > 0
            ? "Verdicts rest on the true difference for 4 in 5 plausible inputs, not on the interval of the average."
        : smallest > 0
            ? $"Verdicts compare the interval with the smallest difference that matters, {page.View.Scale.Exact(smallest)}: "
                + "wholly beyond it is clearly better or worse, wholly within it no difference that matters, neither and "
                + "around 0 not decided."
        : "The scenario names no smallest difference that matters; an interval that misses 0 is clearly better or worse.";
        if (PrecisionWords.Of(study) is { } precision)
        {
            yield return precision;
        }

        if (study.Failed.Count > 0)
        {
            yield return $"{Plain.Count(study.Failed.Count, "replication")} failed and {(study.Failed.Count == 1 ? "is" : "are")} left "
                + "out.";
        }
    }

    private static string ControlVariate(StudyResult study)
    {
        double[] gains = LuckWords.Gains(study);
        string range =
            LuckWords.Times(gains[0]) == LuckWords.Times(gains[^1])
                ? LuckWords.Times(gains[0])
                : $"{LuckWords.Times(gains[0])} to {LuckWords.Times(gains[^1])}";
        return "From what searches decide of a measure (what is seized, and what follows from it; never what is "
            + "dispatched), a control variate is taken off (Lavenberg and Welch 1981): what the luck of the searches found "
            + "beyond "
            + "expectation in the same replication, whose mean is 0 exactly. How much of it to take off is estimated by "
            + "regression, for each fifth of the replications from the other four fifths, so that it biases no mean "
            + "(splitting; "
            + $"Avramidis and Wilson 1993); where those found fewer than {ControlledMoments.FewestFinds}, all of it is. "
            + $"Measured, that was worth {range} times the replications. Percentiles, standard deviations and \"better in\" "
            + "are those of single replications, with their luck.";
    }

    // Measured in 500 to 600 studies of each kind.
    private const string Coverage =
        "Loads of firearms are skewed, so an interval may hold the truth a little less often than in 95 of 100 "
        + "studies: in tests with lanes and traffickers who adapt, in 93 to 97 with 15 to 100 replications, and in 90 "
        + "to 95 where loads vary much more or lanes are "
        + "mostly busy and 10 to 60 shipments are found in all. Firearms per seizure with such loads and only 8 to 20 "
        + "seizures held in 77 to 87.";

    private static string PairingGain(StudyResult study)
    {
        double[] gains = [.. study.Comparisons.Select(c => c.PairingGain).OfType<double>().Where(double.IsFinite).Order()];
        if (gains.Length == 0)
        {
            return "What pairing gained can't be measured here.";
        }

        if (gains[^1] < 1.05)
        {
            return "Measured, pairing saved no replications here.";
        }

        string low = Digits.ToPlace(gains[0], -1);
        string high = Digits.ToPlace(gains[^1], -1);
        return low == high
            ? $"Measured, pairing is worth {low} times the replications of independent runs."
            : $"Measured, pairing is worth {low} to {high} times the replications of independent runs, depending on the deployment.";
    }
}
