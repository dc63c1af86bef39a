using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Json;

/// <summary>What a result says of each deployment by itself, as parts of <see cref="ResultJson"/>.</summary>
internal static class DeploymentJson
{
    public static void Write(Utf8JsonWriter json, DeploymentResult deployment, bool isHypothetical)
    {
        json.WriteStartObject(deployment.Name);
        json.WriteString("label", deployment.Label);
        json.WriteBoolean("hypothetical", isHypothetical);
        json.WriteNumber("replications", deployment.Replications);
        json.WriteStartObject("measures");
        foreach ((string measure, Estimate e) in deployment.Measures)
        {
            json.WriteStartObject(measure);
            json.WriteEstimate(e);
            json.WriteFinite("sd", e.Sd);
            json.WriteFinite("p10", e.P10);
            json.WriteFinite("p90", e.P90);
            json.WriteFinite("variance_left", e.VarianceLeft);
            json.WriteStartObject("naive");
            json.WriteEstimate(deployment.Frozen[measure]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("by");
        foreach (
            (Dimension dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> entries) in deployment.By.Where(b =>
                b.Key != Dimension.CheckpointHour
            )
        )
        {
            // Every checkpoint's hours would be most of the file; the figure 'when''s CSV holds them.
            By(json, dimension, entries);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteAdversaries(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteStartObject("adversaries");
        foreach (AdversaryResult adversary in study.Adversaries)
        {
            json.WriteStartObject(adversary.Name ?? "as_stated");
            foreach ((DeploymentResult deployment, AgainstAdversary against) in study.Deployments.Zip(adversary.Deployments))
            {
                json.WriteStartObject(deployment.Name);
                json.WriteEstimate(against.Measure);
                json.WriteStartObject("regret");
                json.WriteEstimate(against.Regret);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteRequirements(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteStartArray("requirements");
        foreach (RequirementCheck check in RequirementCheck.Of(study))
        {
            json.WriteStartObject();
            json.WriteString("deployment", check.Requirement.Deployment);
            json.WriteString("measure", check.Requirement.Measure);
            json.WriteString("unit", MeasureCatalog.Find(check.Requirement.Measure)?.Unit.Name);
            json.WriteFinite("at_least", check.Requirement.AtLeast);
            json.WriteFinite("at_most", check.Requirement.AtMost);
            json.WriteEstimate(check.Estimate ?? default);
            json.WriteString("answer", check.Answer.Said());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void By(
        Utf8JsonWriter json,
        Dimension dimension,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> entries
    )
    {
        json.WriteStartObject(JsonNamingPolicy.SnakeCaseLower.ConvertName(dimension.ToString()));
        foreach ((string entry, IReadOnlyDictionary<string, Estimate> measures) in entries)
        {
            json.WriteStartObject(entry);
            foreach ((string measure, Estimate e) in measures)
            {
                json.WriteStartObject(measure);
                json.WriteEstimate(e);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
