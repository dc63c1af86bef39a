using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Store;

/// <summary>Everything that decides what the replications of one arm come to, as hashes: two arms with equal keys have
/// equal replications.</summary>
/// <remarks>
/// Not in it: the other deployments, the number of replications, what is measured and compared, titles and labels. So
/// more replications, one more deployment or one more measure leave what was simulated valid.
/// </remarks>
public sealed record ArmKey
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    public required string Deployment { get; init; }

    public required string? Adversary { get; init; }

    /// <summary>The scenario apart from its deployments, one hash a section.</summary>
    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    /// <summary>What the deployment holds, and what today's does where that matters for it.</summary>
    public required string DeploymentHash { get; init; }

    /// <summary>What the variant of the organizations holds; empty where they are as stated.</summary>
    public required string AdversaryHash { get; init; }

    public required long Seed { get; init; }

    public required string ModelVersion { get; init; }

    /// <summary>The key: SHA-256 over all of it, in lower-case hexadecimal digits.</summary>
    [JsonIgnore]
    public string Hash =>
        CanonicalText.HashOfText(
            string.Join(
                '\n',
                [
                    Deployment,
                    Adversary ?? "",
                    .. Sections.Select(s => $"{s.Key}={s.Value}"),
                    DeploymentHash,
                    AdversaryHash,
                    $"{Seed}",
                    ModelVersion,
                ]
            )
        );

    /// <summary>The key of an arm.</summary>
    /// <param name="scenario">As simulated, options applied.</param>
    /// <param name="arm">One of its deployments against one of its variants.</param>
    public static ArmKey Of(Scenario scenario, Arm arm)
    {
        return new ArmKey
        {
            Deployment = arm.Deployment,
            Adversary = arm.Adversary,
            Sections = SharedSections.Of(scenario),
            DeploymentHash = CanonicalText.Hash(
                new[]
                {
                    scenario.Deployments[arm.Deployment],
                    TodayMatters(scenario) && arm.Deployment != scenario.InForce ? scenario.Deployments[scenario.InForce] : null,
                }
            ),
            AdversaryHash = scenario.Experiment.Adversaries.TryGetValue(arm.Adversary ?? "", out AdversaryVariant? variant)
                ? CanonicalText.Hash(variant)
                : "",
            Seed = scenario.Experiment.Seed,
            ModelVersion = Store.ModelVersion.Current,
        };
    }

    /// <summary>A key that no replication was ever simulated under.</summary>
    internal static ArmKey Unknown(Arm arm) =>
        new()
        {
            Deployment = arm.Deployment,
            Adversary = arm.Adversary,
            Sections = new Dictionary<string, string>(),
            DeploymentHash = "",
            AdversaryHash = "",
            Seed = 0,
            ModelVersion = "",
        };

    /// <summary>Why replications with an earlier key can't be used, in words for planners; empty when the keys are
    /// equal.</summary>
    public IReadOnlyList<string> ChangedSince(ArmKey earlier)
    {
        var reasons = new List<string>();
        if (ModelVersion != earlier.ModelVersion)
        {
            reasons.Add("the program's model");
        }

        if (Seed != earlier.Seed)
        {
            reasons.Add("the seed");
        }

        reasons.AddRange(
            Sections.Keys.Union(earlier.Sections.Keys).Where(s => Sections.GetValueOrDefault(s) != earlier.Sections.GetValueOrDefault(s))
        );
        if (DeploymentHash != earlier.DeploymentHash)
        {
            reasons.Add("the deployment");
        }

        if (AdversaryHash != earlier.AdversaryHash)
        {
            reasons.Add("the organizations' variant");
        }

        return reasons;
    }

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null where the text is not one of a key.</summary>
    internal static ArmKey? FromJson(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ArmKey>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // It acts during the warm-up, or is what organizations that choose their routes are used to.
    private static bool TodayMatters(Scenario scenario) =>
        scenario.Experiment.DuringWarmUp == DuringWarmUp.Today
        || scenario.Organizations.Count > 0
        || scenario.Experiment.Adversaries.Count > 0;
}
