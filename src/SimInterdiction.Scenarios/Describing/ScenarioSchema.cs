using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>The JSON Schema (2020-12) of scenario files, for completion and checks in editors; made from the model's
/// keys.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToJson()
    {
        var definitions = new JsonObject();
        foreach (RecordShape shape in ScenarioLanguage.Records.Where(s => s.Type != typeof(Scenario)))
        {
            definitions[Shapes.Snake(shape.Type.Name)] = Record(shape);
        }

        RecordShape root = RecordShape.Of(typeof(Scenario));
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "scenario.schema.json",
            ["title"] = "SimInterdiction scenario",
        };
        foreach ((string key, JsonNode? value) in Record(root).ToArray())
        {
            schema[key] = value?.DeepClone();
        }

        string[] required = [.. root.Keys.Where(k => k.IsRequired).Select(k => k.Key.Name)];
        schema["anyOf"] = new JsonArray(Required(required), Required(Inheritance.BasedOn));
        schema["$defs"] = definitions;
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Record(RecordShape shape)
    {
        var properties = new JsonObject();
        foreach (KeyedProperty property in shape.Keys)
        {
            properties[property.Key.Name] = Property(shape, property);
        }

        foreach ((string key, string meaning) in ScenarioLanguage.ExtraKeys(shape.Type))
        {
            properties[key] = key == Merging.Remove ? Names(meaning) : new JsonObject { ["type"] = "string", ["description"] = meaning };
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties };
        string[] required = [.. shape.Keys.Where(k => k.IsRequired).Select(k => k.Key.Name)];
        if (required.Length > 0 && !ScenarioLanguage.MayBePartial(shape.Type))
        {
            schema["required"] = Required(required)["required"]!.DeepClone();
        }

        schema["additionalProperties"] = shape.OtherKeys is { } rest ? ValueForms.Of(rest.ValueType).Schema(rest.Key) : false;
        return schema;
    }

    private static JsonObject Property(RecordShape owner, KeyedProperty property)
    {
        KeyAttribute key = property.Key;
        IValueForm form = ValueForms.Of(property.Type);
        JsonObject schema = form.Schema(key);
        if (ScenarioLanguage.IsSwitch(owner, property))
        {
            schema = NumberSchema.Either(new YesNoForm().Schema(key), schema);
        }

        if (Shapes.IsNamedMap(property.Type))
        {
            AddReserved(schema, property);
        }

        string notYet = key.NotYet is null ? "" : " Not simulated by this version yet.";
        string byDefault = key.Default is null ? "" : $" Default: {key.Default}.";
        schema["description"] = $"{key.Meaning}{byDefault}{notYet}";
        if (DefaultValue(form, key) is { } value)
        {
            schema["default"] = value;
        }

        if (key.Example is { } example)
        {
            schema["examples"] = new JsonArray(example);
        }

        return schema;
    }

    private static void AddReserved(JsonObject map, KeyedProperty property)
    {
        var reserved = new JsonObject();
        if (Tables.Sections.Contains(property.Key.Name) && property.ValueType != typeof(Posting))
        {
            reserved[Tables.From] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = TableRows.Of(property.Key.Name).Group is { } group
                    ? $"A table (CSV) with a row for each posting; its columns are {group}, name and the keys of a posting."
                    : "A table (CSV) with a row for each; its columns are the keys, lat and lon stand for at, name for the key.",
            };
        }

        if (property.ValueType == typeof(Deployment))
        {
            reserved[Moves.Key] = Generator();
        }

        if (property.ValueType == typeof(Posting))
        {
            reserved[Merging.Remove] = Names("Names of postings that based_on copied and that are taken away again.");
        }

        if (reserved.Count > 0)
        {
            map["properties"] = reserved;
        }
    }

    private static JsonObject Generator()
    {
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] =
                "Deployments in bulk: each of these postings moved to each of these places in each of these hours, by itself. Left out "
                + "are moves that change nothing or go beyond a task force's reach.",
            ["properties"] = new JsonObject
            {
                ["based_on"] = Text("The deployment whose postings are moved. Default: the first one."),
                ["unit"] = Text("The postings that are moved, by name: one, a list, or any."),
                ["to"] = Text("The checkpoints that they are moved to: one, a list, or any."),
                ["hours"] = Text("In which hours: from-to, or a list of them. Default: those that the posting has."),
            },
        };

        static JsonObject Text(string description) => new() { ["description"] = description };
    }

    /// <summary>The default as a value, where its words are one.</summary>
    private static JsonValue? DefaultValue(IValueForm form, KeyAttribute key)
    {
        if (key.Default is null || form is TextForm or RecordForm or MapForm or ListForm)
        {
            return null;
        }

        var problems = new ProblemList();
        var state = new BindingState(problems, new ReadingOptions(), input => input.Best, new Dictionary<Node, List<string>>());
        var node = new ScalarNode(default, key.Default, isQuoted: true);
        object? value = form.Read(node, new BindingTarget(key, key.Name, default), state);
        return (value, problems.HasErrors) switch
        {
            (null, _) or (_, true) => null,
            (int or long, _) => JsonValue.Create(Convert.ToInt64(value)),
            (double number, _) when key.Quantity == Quantity.Count => JsonValue.Create(number),
            _ => JsonValue.Create(key.Default),
        };
    }

    private static JsonObject Names(string meaning) =>
        new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string" },
            ["description"] = meaning,
        };

    private static JsonObject Required(params string[] keys) =>
        new() { ["required"] = new JsonArray([.. keys.Select(k => JsonValue.Create(k))]) };
}
