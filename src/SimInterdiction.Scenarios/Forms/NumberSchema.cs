using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>JSON Schemas of numbers.</summary>
internal static class NumberSchema
{
    private const string Digits = @"[+-]?(\d[\d_]*(\.\d+)?|\.\d+)([eE][+-]?\d+)?";

    public static JsonObject Of(KeyAttribute key, bool isWhole)
    {
        UnitTable table = UnitTable.Of(key.Quantity);
        string units = string.Join('|', table.Spellings.Select(System.Text.RegularExpressions.Regex.Escape));
        JsonObject written = new() { ["type"] = "string", ["pattern"] = $"^{Digits}\\s*({units})( .*)?$" };
        return key.Quantity switch
        {
            Quantity.Count or Quantity.OfMeasure or Quantity.DifferenceOfMeasure => Either(
                Bare(key, isWhole),
                new JsonObject { ["type"] = "string", ["pattern"] = $"^{Digits}( .*)?$" }
            ),
            Quantity.Share or Quantity.Factor => Either(Bare(key, isWhole: false), written),
            _ => written,
        };
    }

    public static JsonObject OrUncertain(JsonObject number) => Either(number, Uncertain(number));

    public static JsonObject Either(params JsonObject[] schemas) =>
        new() { ["anyOf"] = new JsonArray([.. schemas.Select(s => s.DeepClone())]) };

    public static JsonObject Uncertain(JsonObject number) => OneKey(UncertainReader.Key, ListOf(number, 3));

    public static JsonObject ListOf(JsonObject item, int count) =>
        new()
        {
            ["type"] = "array",
            ["items"] = item.DeepClone(),
            ["minItems"] = count,
            ["maxItems"] = count,
        };

    public static JsonObject OneKey(string key, JsonObject value) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [key] = value.DeepClone() },
            ["required"] = new JsonArray(key),
            ["additionalProperties"] = false,
        };

    private static JsonObject Bare(KeyAttribute key, bool isWhole)
    {
        (double low, double high) = KeyRange.Of(key);
        JsonObject schema = new() { ["type"] = isWhole ? "integer" : "number" };
        if (double.IsFinite(low))
        {
            schema[key.Above ? "exclusiveMinimum" : "minimum"] = low;
        }

        if (double.IsFinite(high))
        {
            schema["maximum"] = high;
        }

        return schema;
    }
}
