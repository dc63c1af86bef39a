using System.Collections;
using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A map from names, months, weekdays or hours to values of one form.</summary>
internal sealed class MapForm(Type key, Type value) : IValueForm
{
    public object? Read(Node node, Slot slot, BindingState state)
    {
        if (node is not MapNode && !node.IsNothing)
        {
            Scalars.Wrong(node, slot, state, "a map", $"write '{ExampleKey}: ...', a line for each");
            return null;
        }

        var result = (IDictionary)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(key, value))!;
        IValueForm form = ValueForms.Of(value);
        foreach (Entry entry in node is MapNode map ? map.Entries : [])
        {
            object? name = ReadKey(entry, slot, state);
            object? read = form.Read(entry.Value, slot.Inside(entry.Key, entry.KeyMark), state);
            if (name is not null && read is not null)
            {
                result[name] = read;
            }
        }

        return result;
    }

    public JsonObject Schema(KeyAttribute attribute)
    {
        JsonObject schema = new() { ["type"] = "object", ["additionalProperties"] = ValueForms.Of(value).Schema(attribute) };
        if (key.IsEnum)
        {
            schema["propertyNames"] = new WordForm(key).Schema(attribute);
        }
        else if (key == typeof(string))
        {
            schema["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z][a-z0-9_]*$" };
        }

        return schema;
    }

    public string Words(KeyAttribute attribute) => Shapes.IsRecord(value) ? $"by name, each {Shapes.WithArticle(RecordShape.Of(value).Name)}" : $"a map, each {ValueForms.Of(value).Words(attribute)}";

    private string ExampleKey => key.IsEnum ? new WordForm(key).Allowed[0] : key == typeof(HoursOfDay) ? "\"20:00-04:00\"" : "name";

    private object? ReadKey(Entry entry, Slot slot, BindingState state)
    {
        if (key == typeof(HoursOfDay))
        {
            return HoursForm.Parse(entry.Key, entry.KeyMark, state);
        }

        if (key.IsEnum)
        {
            return new WordForm(key).Read(new ScalarNode(entry.KeyMark, entry.Key, isQuoted: true), slot, state);
        }

        if (Names.IsName(entry.Key))
        {
            return entry.Key;
        }

        string plain = new([.. entry.Key.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_')]);
        state.Problems.Error("S106", entry.KeyMark, $"'{Quantities.QuantityReader.Short(entry.Key)}' can't be a name", "lower-case letters, digits and _, a letter first; label: is what people see", Names.IsName(plain) ? $"did you mean '{plain}'?" : null);
        return null;
    }
}
