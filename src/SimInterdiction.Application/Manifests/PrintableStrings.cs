using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Application.Manifests;

/// <summary>Texts of a stored file, which anybody may have written: they are made safe to show as they are
/// read.</summary>
internal sealed class PrintableStrings : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                ? Printable.Of(reader.GetString()!)
                : throw new JsonException("A text is due.");
        }
        catch (InvalidOperationException error)
        {
            // Half of a surrogate pair, escaped.
            throw new JsonException("It is no text.", error);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeof(string), options) ?? string.Empty;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
