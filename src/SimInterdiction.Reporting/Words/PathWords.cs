using SimInterdiction.Model;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a path of the scenario file is called: the thing's label, and its key in plain words.</summary>
/// <param name="Name">The key, such as <c>Chance to find</c>.</param>
/// <param name="Owner">Whose it is, such as <c>Outbound team</c>; empty where the key says it all.</param>
/// <param name="Others">How many more places of the file have the same number.</param>
public sealed record PathWords(string Name, string Owner, int Others)
{
    // Of keys whose own words say too little alone: the end of a path, and its words.
    private static readonly Dictionary<string, string> Words = new()
    {
        ["acts_on"] = "share of shipments acted on",
        ["finds"] = "chance to find",
        ["further_team_adds"] = "gain from a further team",
        ["lead.life"] = "life of a lead",
        ["mexican_access.after"] = "time until recovery in Mexico",
        ["mexican_access.recovered"] = "share recovered in Mexico",
        ["rings.life"] = "life of a ring",
        ["rings.number"] = "number of rings",
        ["rings.sizes"] = "sizes of rings",
        ["route_choice.risk_aversion"] = "risk aversion",
        ["search"] = "time of a search",
        ["secondary.finds"] = "chance to find at secondary",
        ["secondary.search"] = "time of a search at secondary",
        ["seizure_time"] = "time of a seizure",
        ["sharing.delay"] = "delay of shared leads",
        ["stops"] = "chance to stop a shipment",
        ["tracing.lead.life"] = "life of a lead",
        ["tracing.lead.raises_stops"] = "factor by which a lead raises stops",
        ["tracing.resolved"] = "share of traces that give a lead",
        ["tracing.submitted"] = "share of seized firearms traced",
        ["tracing.takes"] = "time of a trace",
        ["trafficking_group.substitution"] = "share of loads that others send instead",
        ["trafficking_group.takes"] = "time of a case",
    };

    /// <summary>"Outbound team: chance to find", to begin a line.</summary>
    public string Heading => Owner.Length > 0 ? $"{Whose}: {Plain.Small(Name)}" : Name + More;

    /// <summary>"Outbound team's chance to find", "the total flow", within a sentence.</summary>
    public string InSentence =>
        Owner.Length == 0 ? $"the {Plain.Small(Name)}{More}"
        : Others > 0 ? $"the {Plain.Small(Name)} of {Whose}"
        : $"{Owner}'{(Owner.EndsWith('s') ? string.Empty : "s")} {Plain.Small(Name)}";

    /// <summary>"Outbound team and 1 more".</summary>
    public string Whose => Owner + More;

    private string More => Others > 0 ? $" and {Others} more" : string.Empty;

    /// <param name="path">Such as <c>team_types.outbound.finds</c>.</param>
    /// <param name="scenario">Which has the labels; null where it is not known.</param>
    /// <param name="places">In how many places the file has the number, by an anchor and its aliases.</param>
    public static PathWords Of(string path, Scenario? scenario, int places = 1)
    {
        string[] steps = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        string? owner = steps.Length > 2 ? LabelOf(steps[0], steps[1], scenario) : null;
        (string[] key, string law) = WithoutLaw(steps);
        string name = NameOf(key, owner is null ? 0 : 2);
        string called = law switch
        {
            "" => name,
            "mean" or "median" or "lowest" or "most likely" or "highest" => $"{law} {name}",
            _ => $"{name}, {law}",
        };
        return new PathWords(Plain.Capital(called), owner ?? string.Empty, places - 1);
    }

    // The words of the longest end that has some, after those of the steps before it.
    private static string NameOf(string[] key, int skipped)
    {
        string[] own = key[skipped..];
        for (int from = 0; from < own.Length; from++)
        {
            string end = string.Join('.', own[from..]);
            if (Words.GetValueOrDefault(end) is { } words)
            {
                return from == 0 ? words : $"{Spoken(own[..from])} {words}";
            }
        }

        return own is ["profile", _, var when] ? $"{(key[0] == "checkpoints" ? "traffic" : "departures")} {when}" : Spoken(own);
    }

    private static string Spoken(string[] steps) => string.Join(' ', steps).Replace('_', ' ');

    // A planner knows what varies, and not the law by its name.
    private static (string[] Key, string Law) WithoutLaw(string[] steps) =>
        steps switch
        {
            [.. var key, "exponential"] => (key, "mean"),
            [.. var key, "fixed"] => (key, string.Empty),
            [.. var key, "lognormal" or "gamma", var parameter] => (key, parameter),
            [.. var key, "varies" or "uniform", "0"] => (key, "lowest"),
            [.. var key, "varies", "1"] => (key, "most likely"),
            [.. var key, "varies" or "uniform", _] => (key, "highest"),
            _ => (steps, string.Empty),
        };

    // Null where the section does not hold things by their names.
    private static string? LabelOf(string section, string name, Scenario? scenario) =>
        section switch
        {
            "checkpoints" => Labels.Of(name, scenario?.Checkpoints.GetValueOrDefault(name)?.Label ?? PlaceOf(name, scenario)),
            "deployments" => Labels.Of(name, scenario?.Deployments.GetValueOrDefault(name)?.Label),
            "flows" => Labels.Of(name, scenario?.Flows.GetValueOrDefault(name)?.Label),
            "organizations" => Labels.Of(name, scenario?.Organizations.GetValueOrDefault(name)?.Label),
            "places" => Labels.Of(name, PlaceOf(name, scenario)),
            "task_forces" => Labels.Of(name, scenario?.TaskForces.GetValueOrDefault(name)?.Label),
            "team_types" => Labels.Of(name, scenario?.TeamTypes.GetValueOrDefault(name)?.Label),
            "roads" or "windows" => Labels.Of(name, null),
            _ => null,
        };

    private static string? PlaceOf(string name, Scenario? scenario) => scenario?.Places.GetValueOrDefault(name)?.Label;
}
