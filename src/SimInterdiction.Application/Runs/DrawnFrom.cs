using System.Security.Cryptography;
using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Application.Runs;

/// <summary>What stands for all that the pictures and the report of a run are made from: where it is the same, they
/// would come out the same.</summary>
internal static class DrawnFrom
{
    /// <param name="data">The data of the run, by name of file, with the SHA-256 of each.</param>
    /// <param name="result">What came out, with the analyses that are shown too.</param>
    /// <param name="provenance">What is burned in.</param>
    /// <param name="wording">Whose words stand in them.</param>
    /// <returns>A SHA-256, as hexadecimal digits.</returns>
    public static string Of(
        IEnumerable<KeyValuePair<string, string>> data,
        StudyResult result,
        Provenance provenance,
        IRequestWording wording
    )
    {
        string[] parts =
        [
            ProgramVersion.Code,
            $"{wording.GetType().Module.ModuleVersionId}",
            HashOf(JsonSerializer.SerializeToUtf8Bytes(provenance)),
            HashOf(StoredSensitivity.Text(result.Sensitivities)),
            HashOf(JsonSerializer.SerializeToUtf8Bytes(result.Optimization)),
            .. data.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {file.Value}"),
        ];
        return CanonicalText.HashOfText(string.Join('\n', parts));
    }

    /// <summary>SHA-256 of a file's content, in lower-case hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
