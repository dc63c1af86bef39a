using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Tables;

/// <summary>Every measure of every deployment as tidy CSV; rates are shares, undefined values empty. Frozen: with every
/// organization frozen.</summary>
public static class SummaryCsv
{
    public static string Write(StudyResult study)
    {
        var csv = new CsvText("deployment", "measure", "mean", "low", "high", "sd", "p10", "p90", "naive_mean", "naive_low", "naive_high");
        foreach (DeploymentResult deployment in study.Deployments)
        {
            foreach ((string measure, Estimate e) in deployment.Measures)
            {
                Estimate frozen = deployment.Frozen[measure];
                csv.Row(deployment.Name, measure, e.Mean, e.Low, e.High, e.Sd, e.P10, e.P90, frozen.Mean, frozen.Low, frozen.High);
            }
        }

        return csv.ToString();
    }
}
