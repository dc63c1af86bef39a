using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Json;

/// <summary>Differences between deployments, with intervals and verdicts: parts of <see cref="ResultJson"/>.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Comparison> comparisons)
    {
        json.WriteStartArray(name);
        foreach (Comparison c in comparisons)
        {
            json.WriteStartObject();
            json.WriteString("deployment", c.Deployment);
            json.WriteString("against", c.Against);
            json.WriteString("measure", c.Measure);
            json.WriteString("unit", MeasureCatalog.Find(c.Measure)?.Unit.Name);
            json.WriteFinite("difference", c.Difference);
            json.WriteFinite("low", c.Low);
            json.WriteFinite("high", c.High);
            if (c.Frozen is { } frozen)
            {
                json.WriteStartObject("naive");
                json.WriteFinite("difference", frozen.Mean);
                json.WriteFinite("low", frozen.Low);
                json.WriteFinite("high", frozen.High);
                json.WriteEndObject();
            }

            OverInputs(json, c.OverInputs);
            json.WriteFinite("better_in", c.BetterIn);
            json.WriteFinite("better_in_low", c.BetterInInterval?.Low);
            json.WriteFinite("better_in_high", c.BetterInInterval?.High);
            json.WriteFinite("better_in_independent", c.BetterInIndependent);
            json.WriteString("verdict", c.Verdict.ToWords());
            json.WriteFinite("pairing_gain", c.PairingGain);
            json.WriteFinite("variance_left", c.VarianceLeft);
            json.WriteFinite("replications_needed", c.ReplicationsNeeded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The array <c>steps</c>, where there are any.</summary>
    public static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<StepResult> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        json.WriteStartArray("steps");
        foreach (StepResult step in steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Name);
            json.WriteString("label", step.Label);
            Write(json, "up_to_here", step.UpToHere);
            Write(json, "alone", step.Alone);
            if (step.MoreThanAlone is { } more)
            {
                json.WriteStartObject("more_than_alone");
                json.WriteFinite("difference", more.Mean);
                json.WriteFinite("low", more.Low);
                json.WriteFinite("high", more.High);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The difference, its interval and the verdict alone, into the open object.</summary>
    public static void WriteLead(Utf8JsonWriter json, Comparison lead)
    {
        json.WriteFinite("difference", lead.Difference);
        json.WriteFinite("low", lead.Low);
        json.WriteFinite("high", lead.High);
        json.WriteString("verdict", lead.Verdict.ToWords());
    }

    private static void OverInputs(Utf8JsonWriter json, OverInputs? over)
    {
        if (over is null)
        {
            return;
        }

        json.WriteStartObject("over_inputs");
        json.WriteNumber("draws", over.Draws);
        json.WriteFinite("sd", over.Sd);
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
                json.WriteEstimate(known);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }
}
