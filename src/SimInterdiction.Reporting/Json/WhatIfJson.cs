using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Json;

/// <summary>The questions of a scenario as a part of <see cref="ResultJson"/>: the array <c>what_if</c>, where there
/// are any.</summary>
internal static class WhatIfJson
{
    public static void Write(Utf8JsonWriter json, StudyResult study)
    {
        if (study.WhatIfs.Count == 0)
        {
            return;
        }

        json.WriteStartArray("what_if");
        foreach (WhatIfResult question in study.WhatIfs)
        {
            json.WriteStartObject();
            json.WriteString("name", question.Name);
            json.WriteString("label", question.Label);
            json.WriteStartObject("changes");
            foreach (WrittenChange change in question.Changes)
            {
                json.WriteString(change.Path, change.Value);
            }

            json.WriteEndObject();
            json.WriteNumber("replications", question.Result.Replications);
            json.WriteBoolean("no_effect", question.HasNoEffect(study));
            Averages(json, question.Result);
            ComparisonJson.Write(json, "comparisons", question.Result.Comparisons);
            ContestJson.Write(json, question.Result.Contests);
            json.WriteStartObject("verdict_survives");
            foreach (Comparison comparison in study.Comparisons)
            {
                Survives(json, comparison.Deployment, question.VerdictOf(comparison.Deployment, study));
            }

            json.WriteEndObject();
            Survives(json, "winner_survives", question.WinnerOf(study));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Of the study's measure.
    private static void Averages(Utf8JsonWriter json, StudyResult here)
    {
        json.WriteStartObject("averages");
        foreach (DeploymentResult deployment in here.Deployments)
        {
            json.WriteStartObject(deployment.Name);
            json.WriteEstimate(deployment.Measures.GetValueOrDefault(here.Measure.Name));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Null where there is nothing that could.
    private static void Survives(Utf8JsonWriter json, string name, Survival? survival) => json.WriteString(name, survival?.ToWords());
}
