using System.Text;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The method in short, and what it takes to make the run again.</summary>
internal static class MethodSections
{
    public static void Method(Html html, ReportPage page)
    {
        html.Paragraph("Under the headings of STRESS-DES (Monks and others 2019), the guideline for reporting discrete-event simulations. What the scenario doesn't say is marked.");
        foreach ((string heading, IReadOnlyList<(string Item, string? Text)> items) in StressChecklist.Of(page))
        {
            html.Heading(3, heading).Definitions(items);
        }

        html.Heading(3, "How the numbers are estimated").List(Statistics(page));
    }

    public static void Reproduction(Html html, ReportPage page)
    {
        html.Paragraph("This command makes the run again, number for number:");
        html.Raw($"<pre><code>{Html.Escape(page.Provenance.Command)}</code></pre>");
        html.Raw($"<p>Scenario <code>{Html.Escape(page.Provenance.ScenarioFile)}</code>, SHA-256 <code>{Html.Escape(page.Provenance.Sha256)}</code>; run <code>{Html.Escape(page.Provenance.Run)}</code>; SimInterdiction {Html.Escape(page.Provenance.Version)}.</p>");
        html.Raw($"<p>{Download("summary.csv", "text/csv", SummaryCsv.Write(page.Study))}: every measure of every deployment.</p>");
        Differences(html, page);
        html.Heading(3, "The scenario as resolved");
        html.Raw($"<pre class=\"long\" tabindex=\"0\" role=\"region\" aria-label=\"The scenario as resolved\">{Html.Escape(page.Provenance.ResolvedYaml)}</pre>");
    }

    private static void Differences(Html html, ReportPage page)
    {
        if (page.Study.Comparisons.Count == 0)
        {
            return;
        }

        html.Heading(3, "What differs between the deployments");
        foreach (DeploymentResult deployment in page.Study.Deployments.Where(d => d != page.View.Baseline))
        {
            IReadOnlyList<string>[] rows = [.. page.Provenance.Differences.Where(d => d.Deployment == deployment.Name).Select(d => (IReadOnlyList<string>)[d.Path, d.Baseline ?? "nothing", d.Own ?? "nothing"])];
            if (rows.Length > 0)
            {
                html.Table($"{deployment.Label}: keys that differ from {page.View.Baseline.Label}", ["Key", page.View.Baseline.Label, deployment.Label], rows);
            }
            else
            {
                html.Paragraph($"{deployment.Label}: nothing differs from {page.View.Baseline.Label}.");
            }
        }
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

    private static string Download(string name, string type, string content) =>
        $"<a download=\"{name}\" href=\"data:{type};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\">{name}</a>";
}
