using System.Collections;
using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A map from names, months, weekdays or hours to values of one form.</summary>
internal sealed class MapForm(Type key, Type value) : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (node is not MapNode && !node.IsNothing)
        {
            Scalars.Wrong(node, target, state, "a map", $"write '{ExampleKey}: ...', a line for each");
            return null;
        }

        var result = (IDictionary)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(key, value))!;
        IValueForm form = ValueForms.Of(value);
        Entry[] inherited = Shapes.IsRecord(value) && node is MapNode all ? [.. all.Entries.Where(e => e.Via is not null)] : [];
        Entry? empty = null;
        foreach (Entry entry in node is MapNode map ? map.Entries : [])
        {
            if (empty is not null && RecordShape.Of(value).Find(entry.Key) is not null)
            {
                RecordForm.NotIndented(empty, entry, target, state);
                continue;
            }

            empty = Shapes.IsRecord(value) && entry.Value.IsNothing ? entry : null;
            if (empty is not null && HasKeyAfter((MapNode)node, entry))
            {
                continue;
            }

            object? name = ReadKey(entry, target, state);
            BindingTarget inside = target.Inside(entry.Key, entry.KeyMark) with { InheritedBeside = entry.Via is null ? inherited : [] };
            object? read = state.Watching(inside.Path, () => form.Read(entry.Value, inside, state));
            if (name is not null && read is not null)
            {
                result[name] = read;
            }
        }

        return result;
    }

    // A name with nothing below it, before a key of what it should be: that key is not indented.
    private bool HasKeyAfter(MapNode map, Entry entry)
    {
        int next = map.Entries.ToList().IndexOf(entry) + 1;
        return next < map.Entries.Count
            && map.Entries[next].KeyMark.Column == entry.KeyMark.Column
            && RecordShape.Of(value).Find(map.Entries[next].Key) is not null;
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

    public string Words(KeyAttribute attribute) =>
        Shapes.IsRecord(value)
            ? $"by name, each {Names.WithArticle(RecordShape.Of(value).Name)}"
            : $"a map, each {ValueForms.Of(value).Words(attribute)}";

    private string ExampleKey =>
        key.IsEnum ? new WordForm(key).Allowed[0]
        : key == typeof(HoursOfDay) ? "\"20:00-04:00\""
        : "name";

    private object? ReadKey(Entry entry, BindingTarget target, BindingState state)
    {
        if (key == typeof(HoursOfDay))
        {
            return HoursForm.Parse(entry.Key, entry.KeyMark, target, state);
        }

        if (key.IsEnum)
        {
            return new WordForm(key).Read(new ScalarNode(entry.KeyMark, entry.Key, isQuoted: true), target, state);
        }

        if (Names.IsName(entry.Key))
        {
            return entry.Key;
        }

        state.Problems.Lose(target.Path);
        string plain = new([
            .. Names
                .WithoutAccents(entry.Key.Trim().ToLowerInvariant())
                .Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_'),
        ]);
        state.Problems.Error(
            "S106",
            entry.KeyMark,
            $"'{entry.Key}' can't be a name",
            "lower-case letters, digits and _, a letter first; label: is what people see",
            Names.IsName(plain) ? $"did you mean '{plain}'?" : null
        );
        return null;
    }
}
