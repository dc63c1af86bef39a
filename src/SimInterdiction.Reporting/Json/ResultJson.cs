using System.Text;
using System.Text.Json;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Json;

/// <summary>The result as JSON. Scripts read it: add fields, never rename one. Rates are shares, undefined values
/// null.</summary>
public static class ResultJson
{
    /// <summary>The text.</summary>
    public static string Write(StudyResult study, Provenance provenance)
    {
        using var stream = new MemoryStream();
        Write(stream, study, provenance);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>The same as a file holds it, in UTF-8. Of many deployments it is tens of megabytes, of which never more
    /// than one deployment's wait to be written.</summary>
    public static void Write(Stream stream, StudyResult study, Provenance provenance)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            Head(json, study, provenance);
            json.WriteStartObject("deployments");
            foreach (DeploymentResult deployment in study.Deployments)
            {
                DeploymentJson.Write(json, deployment, study.Scenario.Experiment.Hypothetical.Contains(deployment.Name));
                json.Flush();
            }

            json.WriteEndObject();
            ComparisonJson.Write(json, "comparisons", study.Comparisons.Concat(study.AlsoCompared));
            ComparisonJson.WriteSteps(json, study.Steps);
            DeploymentJson.WriteAdversaries(json, study);
            ContestJson.WriteBest(json, study.Best);
            ContestJson.Write(json, study.Contests);
            ContestJson.WriteExpansions(json, study.Expansions);
            DeploymentJson.WriteRequirements(json, study);
            WhatIfJson.Write(json, study);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Head(Utf8JsonWriter json, StudyResult study, Provenance provenance)
    {
        json.WriteStartObject("scenario");
        json.WriteString("title", study.Scenario.Title);
        json.WriteString("file", provenance.ScenarioFile);
        json.WriteString("sha256", provenance.Sha256);
        json.WriteEndObject();
        json.WriteString("data", "synthetic");
        json.WriteString("run", provenance.Run);
        json.WriteNumber("seed", study.Seed);
        json.WriteNumber("replications", study.Replications);
        json.WriteNumber("inputs_drawn", study.InputsDrawn);
        json.WriteNumber("replications_asked", study.ReplicationsAsked);
        Precision(json, study.Precision);
        Choice(json, study.Choice);
        json.WriteString("baseline", study.Baseline);
        json.WriteString("measure", study.Measure.Name);
        json.WriteString("unit", study.Measure.Unit.Name);
        json.WriteNumber("smallest_difference_that_matters", study.Scenario.Experiment.SmallestDifferenceThatMatters);
        json.WriteNumber("elapsed_s", provenance.ElapsedSeconds);
        json.WriteStartArray("failed");
        foreach (FailedReplication failed in study.Failed)
        {
            json.WriteStartObject();
            json.WriteString("deployment", failed.Arm.Deployment);
            json.WriteString("adversary", failed.Arm.Adversary);
            json.WriteNumber("replication", failed.Replication);
            json.WriteString("reason", failed.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("adaptive", study.IsAdaptive);
    }

    private static void Precision(Utf8JsonWriter json, PrecisionCheck? precision)
    {
        if (precision is null)
        {
            return;
        }

        json.WriteStartObject("precision");
        json.WriteNumber("wanted", precision.Wanted);
        json.WriteFinite("found", precision.Found);
        json.WriteBoolean("reached", precision.IsReached);
        json.WriteFinite("replications_needed", precision.ReplicationsNeeded);
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, Choice? choice)
    {
        if (choice is null)
        {
            return;
        }

        json.WriteStartObject("choice");
        json.WriteNumber("smallest_difference_that_matters", choice.SmallestThatMatters);
        json.WriteNumber("confidence", choice.Confidence);
        json.WriteString("good_selection", choice.Selected);
        json.WriteNames("remaining", choice.Remaining);
        json.WriteStartArray("out");
        foreach (DroppedOut each in choice.Out)
        {
            json.WriteStartObject();
            json.WriteString("deployment", each.Deployment);
            json.WriteNumber("replications", each.Replications);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
