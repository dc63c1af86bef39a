using System.Collections;
using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A record: the keys its properties name.</summary>
internal sealed class RecordForm(Type type) : IValueForm
{
    private readonly RecordShape shape = RecordShape.Of(type);

    public object? Read(Node node, Slot slot, BindingState state)
    {
        object record = Blank(type);
        switch (node)
        {
            case MapNode map:
                ReadKeys(map, record, slot, state);
                break;
            case ScalarNode { IsNothing: false } when shape.ShortForm is { } bare:
                Set(record, bare, node, slot with { Key = bare.Key }, state);
                break;
            case { IsNothing: true }:
                ReadKeys(new MapNode(node.Mark, []), record, slot, state);
                break;
            default:
                Scalars.Wrong(node, slot, state, Shapes.WithArticle($"{shape.Name} (a map)"), $"keys: {Names.Few(shape.Keys.Select(k => k.Key.Name))}");
                break;
        }

        return record;
    }

    public JsonObject Schema(KeyAttribute key)
    {
        JsonObject reference = new() { ["$ref"] = $"#/$defs/{Shapes.Snake(type.Name)}" };
        return shape.ShortForm is { } bare ? NumberSchema.Either(ValueForms.Of(bare.Type).Schema(bare.Key), reference) : reference;
    }

    public string Words(KeyAttribute key) => $"settings ({shape.Name})";

    private void ReadKeys(MapNode map, object record, Slot slot, BindingState state)
    {
        var others = new List<Entry>();
        foreach (Entry entry in map.Entries)
        {
            if (shape.Find(entry.Key) is { } known)
            {
                RefuseNotYet(entry, known.Key, state);
                Set(record, known, entry.Value, slot.Inside(entry.Key, entry.KeyMark) with { Key = known.Key, Measure = MeasureBeside(known.Key, map, record) }, state);
            }
            else if (shape.OtherKeys is not null)
            {
                others.Add(entry);
            }
            else
            {
                ReportUnknown(entry, map, state);
            }
        }

        if (shape.OtherKeys is { } rest)
        {
            Set(record, rest, new MapNode(map.Mark, others), slot with { Key = rest.Key }, state);
        }

        foreach (KeyedProperty missing in shape.Keys.Where(k => k.IsRequired && map.Find(k.Key.Name) is null))
        {
            string owner = slot.Path.Length == 0 ? "the scenario" : $"'{slot.Name}'";
            state.Problems.Error("S103", slot.KeyMark, $"{owner} has no '{missing.Key.Name}'", $"{missing.Key.Name}: {Decapitalise(missing.Key.Meaning)}", missing.Key.Example is { } example ? $"for instance '{missing.Key.Name}: {example}'" : null);
        }
    }

    // Wherever in the map it stands, or its default: so the order of a file decides nothing, and what --set says counts.
    private MeasureDue? MeasureBeside(KeyAttribute key, MapNode map, object record)
    {
        if (key.Quantity is not (Quantity.OfMeasure or Quantity.DifferenceOfMeasure))
        {
            return null;
        }

        Node? written = map.Find("measure")?.Value;
        string? name = written is null ? (string?)shape.Find("measure")!.Property.GetValue(record) : (written as ScalarNode)?.Text;
        return name is not null && MeasureCatalog.Find(name) is { } measure ? new MeasureDue(measure, written?.Mark) : null;
    }

    private void ReportUnknown(Entry entry, MapNode map, BindingState state)
    {
        string[] keys = [.. shape.Keys.Select(k => k.Key.Name)];

        // A text with a comma inside { } falls apart there.
        bool isRestOfText = entry.Value.IsNothing && entry.Key.Contains(' ', StringComparison.Ordinal);
        string? hint = isRestOfText
            ? "a comma ends a value inside { }: put the whole text into quotation marks"
            : PeriodHint.Of(type, entry, map) ?? state.Problems.DidYouMean(entry.Key, keys);
        state.Problems.Error("S101", entry.KeyMark, $"'{Quantities.QuantityReader.Short(entry.Key)}' is not a key of {Shapes.WithArticle(shape.Name)}", $"keys: {Names.Few(keys, 12)}", hint);
    }

    private static void RefuseNotYet(Entry entry, KeyAttribute key, BindingState state)
    {
        if (key.NotYet is { } what && !state.AcceptsNotYet)
        {
            state.Problems.Error("S107", entry.KeyMark, $"{what} can't be simulated by this version yet", hint: $"remove '{entry.Key}', or use a later version");
        }
    }

    private static void Set(object record, KeyedProperty property, Node value, Slot slot, BindingState state)
    {
        object? read = ValueForms.Of(property.Type).Read(value, slot, state);
        if (read is not null)
        {
            property.Property.SetValue(record, read);
        }
    }

    /// <summary>A record with its defaults; what is required and has none is empty, so that the rules can go on looking.</summary>
    private static object Blank(Type type)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (KeyedProperty property in RecordShape.Of(type).Keys.Where(k => k.IsRequired && k.Property.GetValue(record) is null))
        {
            property.Property.SetValue(record, BlankValue(property.Type));
        }

        return record;
    }

    private static object? BlankValue(Type type) => type switch
    {
        _ when type == typeof(string) => "",
        _ when Shapes.IsList(type) => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ when Shapes.IsMap(type) => (IEnumerable)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(type.GetGenericArguments()))!,
        _ when Shapes.IsRecord(type) => Blank(type),
        _ => null,
    };

    private static string Decapitalise(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
}
