using System.Text;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The method in short, and what it takes to make the run again.</summary>
internal static class MethodSections
{
    public static void Method(Html html, ReportPage page)
    {
        Scenario scenario = page.Study.Scenario;
        html.Heading(3, "What is simulated");
        html.Paragraph($"Shipments of firearms leave {Plain.Count(scenario.Flows.Count, "origin")} at random times and travel along corridors at varying speeds. "
            + $"At {Plain.Count(scenario.Checkpoints.Count, "checkpoint")}, teams on duty stop some of the vehicles that pass, search them while lanes are free, and find some of the loads. "
            + $"The observed window is {Plain.Duration(scenario.LengthHours)} from {scenario.Start:yyyy-MM-dd}{(scenario.WarmUpHours > 0 ? $", after {Plain.Duration(scenario.WarmUpHours)} of warm-up" : string.Empty)}. "
            + "Shipments that leave inside the window are followed to their end.");
        html.Heading(3, "How the numbers are estimated");
        html.List(Statistics(page));
        html.Heading(3, "What was computed");
        WorkDone work = page.Study.Work;
        html.Paragraph($"{ProvenanceBlock.Sampling(page.Study)}; {Digits.Of(work.Events)} events, {Digits.Of(work.Shipments)} shipments and {Digits.Of(work.Searches)} searches in {Seconds(page.Provenance.ElapsedSeconds)}.");
    }

    public static void Reproduction(Html html, ReportPage page)
    {
        html.Paragraph("This command makes the run again, number for number:");
        html.Raw($"<pre><code>{Html.Escape(page.Provenance.Command)}</code></pre>");
        html.Raw($"<p>Scenario <code>{Html.Escape(page.Provenance.ScenarioFile)}</code>, SHA-256 <code>{Html.Escape(page.Provenance.Sha256)}</code>; run <code>{Html.Escape(page.Provenance.Run)}</code>; SimInterdiction {Html.Escape(page.Provenance.Version)}.</p>");
        html.Raw($"<p>{Download("summary.csv", "text/csv", SummaryCsv.Write(page.Study))}: every measure of every deployment.</p>");
        html.Raw($"<details><summary>The scenario as resolved</summary><pre>{Html.Escape(page.Provenance.ResolvedYaml)}</pre></details>");
    }

    private static IEnumerable<string> Statistics(ReportPage page)
    {
        StudyResult study = page.Study;
        Measure measure = study.Measure;
        yield return measure.Estimator == Estimator.Ratio
            ? $"{measure.Label}: {Plain.Small(measure.Meaning)} It is a ratio of sums over all replications, never the mean of the replications' ratios; its interval is a t interval by the delta method."
            : $"{measure.Label}: {Plain.Small(measure.Meaning)} It is the mean over replications, with a t interval.";
        if (study.Comparisons.Count == 0)
        {
            yield break;
        }

        int others = study.Comparisons.Count;
        yield return "Differences are paired: in each replication every deployment meets the same shipments with the same luck (common random numbers), so that only the deployment differs. "
            + PairingGain(study);
        yield return others == 1
            ? "The interval of the difference is a 95% interval."
            : $"The intervals of the {others} differences are widened (Bonferroni) so that all of them hold together in 95 of 100 such studies. Intervals of single deployments are 95% each.";
        double smallest = study.Scenario.Experiment.SmallestDifferenceThatMatters;
        yield return smallest > 0
            ? $"Verdicts compare the interval with the smallest difference that matters, {page.View.Scale.Exact(smallest)}: wholly beyond it is clearly better or worse, wholly within it no difference that matters, neither and around 0 not decided."
            : "The scenario names no smallest difference that matters; an interval that misses 0 is clearly better or worse.";
        if (PrecisionWords.Of(study) is { } precision)
        {
            yield return precision;
        }

        if (study.Failed.Count > 0)
        {
            yield return $"{Plain.Count(study.Failed.Count, "replication")} failed and {(study.Failed.Count == 1 ? "is" : "are")} left out.";
        }
    }

    private static string PairingGain(StudyResult study)
    {
        double[] gains = [.. study.Comparisons.Select(c => c.PairingGain).OfType<double>().Where(double.IsFinite).Order()];
        if (gains.Length == 0)
        {
            return "What pairing gained can't be measured here.";
        }

        string low = Digits.ToPlace(gains[0], -1);
        string high = Digits.ToPlace(gains[^1], -1);
        return low == high
            ? $"Measured, pairing needed {low} times fewer replications than independent runs would."
            : $"Measured, pairing needed {low} to {high} times fewer replications than independent runs would, depending on the deployment.";
    }

    private static string Seconds(double seconds) => seconds < 10 ? $"{Digits.ToPlace(seconds, -1)} seconds" : $"{Digits.Whole(seconds)} seconds";

    private static string Download(string name, string type, string content) =>
        $"<a download=\"{name}\" href=\"data:{type};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\">{name}</a>";
}
