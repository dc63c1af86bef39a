using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SimInterdiction.Application.Manifests;

/// <summary>Reads a text that nobody will ask for: it has to be there and to be a text, but is not kept, which would
/// take most of the time.</summary>
internal sealed class UnkeptText : JsonConverter<string>
{
    private static readonly string ResolvedYaml = JsonNamingPolicy.SnakeCaseLower.ConvertName(nameof(RunManifest.ResolvedYaml));

    /// <summary>Has it read the scenarios of a manifest.</summary>
    public static void OfScenarios(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.Name == ResolvedYaml))
        {
            property.CustomConverter = new UnkeptText();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no text.</exception>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? string.Empty : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
