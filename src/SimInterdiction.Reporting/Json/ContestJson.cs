using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Json;

/// <summary>Which deployment is best, and what more of a resource brings: parts of
/// <see cref="ResultJson"/>.</summary>
internal static class ContestJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<Contest> contests)
    {
        json.WriteStartArray("contests");
        foreach (Contest contest in contests)
        {
            json.WriteStartObject();
            json.WriteString("limit", contest.Limit is { } limit ? Name(limit) : null);
            json.WriteNames("entrants", contest.Entrants);
            json.WriteString("first", contest.First);
            json.WriteString("runner_up", contest.RunnerUp);
            ComparisonJson.WriteLead(json, contest.Lead);
            json.WriteString("outcome", contest.Outcome.ToWords());
            json.WriteNames("in_front", contest.InFront);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // An object always: an empty group says that there is none.
    public static void WriteBest(Utf8JsonWriter json, BestGroup? best)
    {
        json.WriteStartObject("best");
        json.WriteNames("may_be_best", best?.MayBeBest ?? []);
        json.WriteStartArray("against_the_best_other");
        foreach (AgainstTheBest each in best?.AgainstTheBest ?? [])
        {
            json.WriteStartObject();
            json.WriteString("deployment", each.Deployment);
            json.WriteFinite("difference", each.Difference);
            json.WriteFinite("low", each.Low);
            json.WriteFinite("high", each.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteExpansions(Utf8JsonWriter json, IEnumerable<Expansion> expansions)
    {
        json.WriteStartArray("expansions");
        foreach (Expansion expansion in expansions)
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
                ComparisonJson.WriteLead(json, step.Gain);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(Resource resource) => resource == Resource.Money ? "cost_usd" : "officer_hours";
}
