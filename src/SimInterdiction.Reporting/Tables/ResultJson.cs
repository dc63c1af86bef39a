using System.Text;
using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>The result as JSON. Scripts read it: add fields, never rename one. Rates are shares, undefined values
/// null.</summary>
public static class ResultJson
{
    public static string Write(StudyResult study, Provenance provenance)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            Head(json, study, provenance);
            json.WriteStartObject("deployments");
            foreach (DeploymentResult deployment in study.Deployments)
            {
                Write(json, deployment, study.Scenario.Experiment.Hypothetical.Contains(deployment.Name));
            }

            json.WriteEndObject();
            Comparisons(json, study);
            Adversaries(json, study);
            Best(json, study.Best);
            Contests(json, study);
            Expansions(json, study);
            Requirements(json, study);
            WhatIfJson.Write(json, study);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
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
        Number(json, "found", precision.Found);
        json.WriteBoolean("reached", precision.IsReached);
        Number(json, "replications_needed", precision.ReplicationsNeeded);
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
        json.WriteStartArray("remaining");
        foreach (string deployment in choice.Remaining)
        {
            json.WriteStringValue(deployment);
        }

        json.WriteEndArray();
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

    private static void Write(Utf8JsonWriter json, DeploymentResult deployment, bool isHypothetical)
    {
        json.WriteStartObject(deployment.Name);
        json.WriteString("label", deployment.Label);
        json.WriteBoolean("hypothetical", isHypothetical);
        json.WriteNumber("replications", deployment.Replications);
        json.WriteStartObject("measures");
        foreach ((string measure, Estimate e) in deployment.Measures)
        {
            json.WriteStartObject(measure);
            Interval(json, e);
            Number(json, "sd", e.Sd);
            Number(json, "p10", e.P10);
            Number(json, "p90", e.P90);
            Number(json, "variance_left", e.VarianceLeft);
            json.WriteStartObject("naive");
            Interval(json, deployment.Frozen[measure]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        NoticeJson.Write(json, deployment.Notice);
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
                Interval(json, e);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Comparisons(Utf8JsonWriter json, StudyResult study)
    {
        Comparisons(json, "comparisons", study.Comparisons.Concat(study.AlsoCompared));
        if (study.Steps.Count == 0)
        {
            return;
        }

        json.WriteStartArray("steps");
        foreach (StepResult step in study.Steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Name);
            json.WriteString("label", step.Label);
            Comparisons(json, "up_to_here", step.UpToHere);
            Comparisons(json, "alone", step.Alone);
            if (step.MoreThanAlone is { } more)
            {
                json.WriteStartObject("more_than_alone");
                Number(json, "difference", more.Mean);
                Number(json, "low", more.Low);
                Number(json, "high", more.High);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Comparisons(Utf8JsonWriter json, string name, IEnumerable<Comparison> comparisons)
    {
        json.WriteStartArray(name);
        foreach (Comparison c in comparisons)
        {
            json.WriteStartObject();
            json.WriteString("deployment", c.Deployment);
            json.WriteString("against", c.Against);
            json.WriteString("measure", c.Measure);
            json.WriteString("unit", MeasureCatalog.Find(c.Measure)?.Unit.Name);
            Number(json, "difference", c.Difference);
            Number(json, "low", c.Low);
            Number(json, "high", c.High);
            if (c.Frozen is { } frozen)
            {
                json.WriteStartObject("naive");
                Number(json, "difference", frozen.Mean);
                Number(json, "low", frozen.Low);
                Number(json, "high", frozen.High);
                json.WriteEndObject();
            }

            OverInputs(json, c.OverInputs);
            Number(json, "better_in", c.BetterIn);
            Number(json, "better_in_low", c.BetterInInterval?.Low);
            Number(json, "better_in_high", c.BetterInInterval?.High);
            Number(json, "better_in_independent", c.BetterInIndependent);
            json.WriteString("verdict", c.Verdict.ToWords());
            Number(json, "pairing_gain", c.PairingGain);
            Number(json, "variance_left", c.VarianceLeft);
            Number(json, "replications_needed", c.ReplicationsNeeded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Requirements(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteStartArray("requirements");
        foreach (RequirementCheck check in RequirementCheck.Of(study))
        {
            json.WriteStartObject();
            json.WriteString("deployment", check.Requirement.Deployment);
            json.WriteString("measure", check.Requirement.Measure);
            json.WriteString("unit", MeasureCatalog.Find(check.Requirement.Measure)?.Unit.Name);
            Number(json, "at_least", check.Requirement.AtLeast);
            Number(json, "at_most", check.Requirement.AtMost);
            Interval(json, check.Estimate ?? default);
            json.WriteString("answer", check.Answer.Said());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void OverInputs(Utf8JsonWriter json, OverInputs? over)
    {
        if (over is null)
        {
            return;
        }

        json.WriteStartObject("over_inputs");
        json.WriteNumber("draws", over.Draws);
        Number(json, "sd", over.Sd);
        Object("p10", over.P10);
        Object("p90", over.P90);
        Object("better", over.Better);
        Object("better_by_what_matters", over.BetterByWhatMatters);
        Object("worse_by_what_matters", over.WorseByWhatMatters);
        json.WriteBoolean("hidden_by_chance", over.IsHiddenByChance);
        json.WriteEndObject();

        void Object(string name, Estimate? estimate)
        {
            if (estimate is { } known)
            {
                json.WriteStartObject(name);
                Interval(json, known);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }

    private static void Adversaries(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteStartObject("adversaries");
        foreach (AdversaryResult adversary in study.Adversaries)
        {
            json.WriteStartObject(adversary.Name ?? "as_stated");
            foreach ((DeploymentResult deployment, AgainstAdversary against) in study.Deployments.Zip(adversary.Deployments))
            {
                json.WriteStartObject(deployment.Name);
                Interval(json, against.Measure);
                json.WriteStartObject("regret");
                Interval(json, against.Regret);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // An object always: an empty group says that there is none.
    private static void Best(Utf8JsonWriter json, BestGroup? best)
    {
        json.WriteStartObject("best");
        json.WriteStartArray("may_be_best");
        foreach (string deployment in best?.MayBeBest ?? [])
        {
            json.WriteStringValue(deployment);
        }

        json.WriteEndArray();
        json.WriteStartArray("against_the_best_other");
        foreach (AgainstTheBest each in best?.AgainstTheBest ?? [])
        {
            json.WriteStartObject();
            json.WriteString("deployment", each.Deployment);
            Number(json, "difference", each.Difference);
            Number(json, "low", each.Low);
            Number(json, "high", each.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Contests(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteStartArray("contests");
        foreach (Contest contest in study.Contests)
        {
            json.WriteStartObject();
            json.WriteString("limit", contest.Limit is { } limit ? Name(limit) : null);
            Names(json, "entrants", contest.Entrants);
            json.WriteString("first", contest.First);
            json.WriteString("runner_up", contest.RunnerUp);
            Lead(json, contest.Lead);
            json.WriteString(
                "outcome",
                contest.Outcome switch
                {
                    ContestOutcome.Won => "won",
                    ContestOutcome.Tied => "tied",
                    _ => "not decided",
                }
            );
            Names(json, "in_front", contest.InFront);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Expansions(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteStartArray("expansions");
        foreach (Expansion expansion in study.Expansions)
        {
            json.WriteStartObject();
            json.WriteString("resource", Name(expansion.Resource));
            json.WriteStartArray("steps");
            foreach (ExpansionStep step in expansion.Steps)
            {
                json.WriteStartObject();
                json.WriteString("deployment", step.Gain.Deployment);
                json.WriteString("against", step.Gain.Against);
                json.WriteNumber("more", step.More);
                Lead(json, step.Gain);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(Resource resource) => resource == Resource.Money ? "cost_usd" : "officer_hours";

    private static void Lead(Utf8JsonWriter json, Comparison lead)
    {
        Number(json, "difference", lead.Difference);
        Number(json, "low", lead.Low);
        Number(json, "high", lead.High);
        json.WriteString("verdict", lead.Verdict.ToWords());
    }

    private static void Names(Utf8JsonWriter json, string key, IEnumerable<string> names)
    {
        json.WriteStartArray(key);
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void Interval(Utf8JsonWriter json, Estimate e)
    {
        Number(json, "mean", e.Mean);
        Number(json, "low", e.Low);
        Number(json, "high", e.High);
    }

    internal static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
