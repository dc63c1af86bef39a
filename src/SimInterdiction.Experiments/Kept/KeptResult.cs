using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Kept;

/// <summary>
/// What a study came to, as a file beside its replications, so that they need not be merged again for one figure. It
/// names what it was made from: the study, the version of what simulates and analyses, and every file of replications.
/// </summary>
/// <remarks>
/// Names are those of the study and not in the file, but where they say which of several something is about. Whatever
/// does not fit the study is damage: then the replications are merged again, which is slower and never wrong.
/// </remarks>
internal sealed record KeptResult
{
    private const long MostBytes = 256_000_000;

    private static readonly string Unsealed = new('0', 2 * SHA256.HashSizeInBytes);

    // What a file begins with, before its seal.
    private static ReadOnlySpan<byte> Head => "{\"sha256\":\""u8;

    private static readonly JsonSerializerOptions Json = new()
    {
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IncludeFields = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new FiniteNumbers(),
            new EstimateNumbers(),
            new ConvergenceNumbers(),
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
        },
    };

    /// <summary>Of the whole file, with zeros in this place; see <see cref="Seal"/>.</summary>
    [JsonPropertyOrder(-2)]
    public string Sha256 { get; init; } = Unsealed;

    [JsonPropertyOrder(-1)]
    public string SyntheticData { get; init; } = "SYNTHETIC DATA. Not evidence about real shipments.";

    public required string MadeFrom { get; init; }

    public required int Replications { get; init; }

    public required int ReplicationsAsked { get; init; }

    public required PrecisionCheck? Precision { get; init; }

    public required Choice? Choice { get; init; }

    public required IReadOnlyList<KeptDeployment> Deployments { get; init; }

    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    public required IReadOnlyList<Comparison> AlsoCompared { get; init; }

    public required IReadOnlyList<StepResult> Steps { get; init; }

    public required BestGroup? Best { get; init; }

    public required IReadOnlyList<Contest> Contests { get; init; }

    public required IReadOnlyList<Expansion> Expansions { get; init; }

    public required IReadOnlyList<AdversaryResult> Adversaries { get; init; }

    public required IReadOnlyList<FailedReplication> Failed { get; init; }

    public required WorkDone Work { get; init; }

    /// <summary>Writes the file's content, piece by piece.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="result">What came out.</param>
    /// <param name="plan">Of which study.</param>
    /// <param name="store">Made from which replications.</param>
    /// <exception cref="IOException">They can't be read now.</exception>
    public static void Write(Stream stream, StudyResult result, StudyPlan plan, RunStore store)
    {
        var kept = new KeptResult
        {
            MadeFrom = KeyOf(plan, store),
            Replications = result.Replications,
            ReplicationsAsked = result.ReplicationsAsked,
            Precision = result.Precision,
            Choice = result.Choice,
            Deployments = [.. result.Deployments.Select(deployment => KeptDeployment.Of(deployment, plan.Arms.Frozen is not null))],
            Comparisons = result.Comparisons,
            AlsoCompared = result.AlsoCompared,
            Steps = result.Steps,
            Best = result.Best,
            Contests = result.Contests,
            Expansions = result.Expansions,
            Adversaries = result.Adversaries,
            Failed = result.Failed,
            Work = result.Work,
        };
        string seal = Hashed.Of(unsealed => JsonSerializer.Serialize(unsealed, kept, Json));
        JsonSerializer.Serialize(stream, kept with { Sha256 = seal }, Json);
    }

    /// <summary>Puts the hash of a file's content into its place at the beginning: a file that was changed since does
    /// not count.</summary>
    internal static void Seal(Span<byte> content)
    {
        Span<byte> place = content.Slice(Head.Length, Unsealed.Length);
        Encoding.ASCII.GetBytes(Unsealed, place);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(content)), place);
    }

    /// <summary>The result kept beside a store; null where there is none, or it was made from anything else than what
    /// is there now.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="store">Its replications.</param>
    /// <param name="entryNames">The names of a dimension's entries.</param>
    public static StudyResult? Read(StudyPlan plan, RunStore store, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        try
        {
            return
                store.ResultFile is { } file
                && PlainFile.Read(file, MostBytes) is { } content
                && IsSealed(content)
                && JsonSerializer.Deserialize<KeptResult>(content, Json) is { } kept
                && kept.MadeFrom == KeyOf(plan, store)
                && new KeptShape(plan, entryNames).Fits(kept)
                ? kept.ToResult(plan, entryNames)
                : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsSealed(byte[] content)
    {
        if (content.Length < Head.Length + Unsealed.Length || !content.AsSpan().StartsWith(Head))
        {
            return false;
        }

        byte[] seal = content[Head.Length..(Head.Length + Unsealed.Length)];
        Seal(content);
        return content.AsSpan(Head.Length, Unsealed.Length).SequenceEqual(seal);
    }

    private static string KeyOf(StudyPlan plan, RunStore store) =>
        CanonicalText.HashOfText(string.Join('\n', plan.Key, ModelVersion.Analysis, store.Fingerprint()));

    private StudyResult ToResult(StudyPlan plan, Func<Dimension, IReadOnlyList<string>> entryNames) =>
        new()
        {
            Scenario = plan.Scenario,
            Seed = plan.Scenario.Experiment.Seed,
            Replications = Replications,
            ReplicationsAsked = ReplicationsAsked,
            Precision = Precision,
            InputsDrawn = plan.Batch.Draws?.Inputs ?? 0,
            Choice = Choice,
            Baseline = plan.Scenario.Baseline,
            Measure = plan.Batch.Measure,
            IsAdaptive = plan.Arms.Frozen is not null,
            Deployments =
            [
                .. plan.Arms.Deployments.Zip(Deployments, (name, kept) => kept.ToResult(name, plan.Scenario.Deployments[name], entryNames)),
            ],
            Comparisons = Comparisons,
            AlsoCompared = AlsoCompared,
            Steps = Steps,
            Best = Best,
            Contests = Contests,
            Expansions = Expansions,
            Adversaries = Adversaries,
            Failed = [.. Failed.Select(failed => failed with { Reason = Printable.Of(failed.Reason) })],
            Work = Work,
        };
}
