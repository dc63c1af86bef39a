using System.Collections;
using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A record: the keys its properties name.</summary>
internal sealed class RecordForm(Type type) : IValueForm
{
    private readonly RecordShape shape = RecordShape.Of(type);

    private const string None = "none";

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        object record = Blank(type);
        switch (node)
        {
            case ScalarNode { Text: None, IsQuoted: false } when target.Key?.Default == None:
                return null;
            case MapNode map:
                ReadKeys(map, record, target, state);
                break;
            case ScalarNode { IsNothing: false } when shape.ShortForm is { } bare:
                Set(record, bare, node, target with { Key = bare.Key }, state);
                break;
            case { IsNothing: true }:
                ReadKeys(new MapNode(node.Mark, []), record, target, state);
                break;
            default:
                Scalars.Wrong(
                    node,
                    target,
                    state,
                    $"{(shape.Name.EndsWith('s') ? shape.Name : Names.WithArticle(shape.Name))} (a map)",
                    $"keys: {Names.Few(shape.Keys.Select(k => k.Key.Name))}"
                );
                break;
        }

        return record;
    }

    public JsonObject Schema(KeyAttribute key)
    {
        JsonObject reference = new() { ["$ref"] = $"#/$defs/{Shapes.Snake(type.Name)}" };
        return shape.ShortForm is { } bare ? NumberSchema.Either(ValueForms.Of(bare.Type).Schema(bare.Key), reference)
            : key.Default == None ? NumberSchema.Either(new JsonObject { ["const"] = None }, reference)
            : reference;
    }

    public string Words(KeyAttribute key) => $"settings ({shape.Name})";

    private void ReadKeys(MapNode map, object record, BindingTarget target, BindingState state)
    {
        var others = new List<Entry>();
        var unknown = new List<Entry>();
        var emptied = new List<(Entry Entry, BindingTarget Target, KeyedProperty Property)>();
        Entry? before = null;
        foreach (Entry entry in map.Entries)
        {
            if (shape.Find(entry.Key) is { } known)
            {
                RefuseNotYet(entry, known.Key, state);
                BindingTarget inside = target.Inside(entry.Key, entry.KeyMark) with
                {
                    Key = known.Key,
                    Measure = MeasureBeside(known.Key, map, record),
                };
                before = entry;
                if (known.IsRequired && entry.Value.IsNothing && !Shapes.IsScalar(known.Type))
                {
                    emptied.Add((entry, inside, known));
                }
                else
                {
                    Set(record, known, Whole(map, entry, known.Type), inside, state);
                }
            }
            else if (shape.OtherKeys is not null)
            {
                others.Add(entry);
            }
            else if (!IsPartOf(before, entry, target, state))
            {
                unknown.Add(entry);
            }
        }

        // Unless what belongs there stands below it, not indented.
        foreach ((Entry entry, BindingTarget inside, KeyedProperty property) in emptied.Where(e => !state.Problems.IsLost(e.Target.Path)))
        {
            string due = Shapes.IsRecord(property.Type) ? "settings" : "at least one entry";
            Scalars.Wrong(
                entry.Value,
                inside,
                state,
                due,
                property.Key.Example is { } example ? $"write {example}" : "write what belongs there"
            );
            state.Problems.Lose(inside.Path);
        }

        if (shape.OtherKeys is { } rest)
        {
            Set(record, rest, new MapNode(map.Mark, others), target with { Key = rest.Key }, state);
        }

        KeyedProperty[] missing = [.. shape.Keys.Where(k => k.IsRequired && map.Find(k.Key.Name) is null)];
        ReportUnknown(unknown, map, missing, target, state);
        KeyAttribute[] told =
        [
            .. missing.Select(k => k.Key).Where(k => !state.Problems.IsLost(target.Inside(k.Name, target.KeyMark).Path)),
        ];
        if (told.Length > 0)
        {
            string owner = target.Path.Length == 0 ? "the scenario" : $"'{target.Name}'";
            string hint = string.Join(", ", told.Where(k => k.Example is not null).Select(k => $"'{k.Name}: {k.Example}'"));
            string meanings = string.Join("; ", told.Select(k => $"{k.Name}: {Decapitalise(k.Meaning)}"));
            string found = $"{owner} has no {string.Join(" and no ", told.Select(k => $"'{k.Name}'"))}";
            state.Problems.Error(
                "S103",
                target.KeyMark,
                found,
                meanings,
                InheritedName(target) ?? (hint.Length == 0 ? null : $"for instance {hint}")
            );
        }
    }

    // What a misspelt name was to change stands beside it, unchanged.
    // Of a section that another file has too, something new is as likely as a misspelt name.
    private string? InheritedName(BindingTarget target)
    {
        if (target.InheritedBeside is not [{ Via: { } via }, ..] beside)
        {
            return null;
        }

        // houston_area may be houston_1.
        string[] names = [.. beside.Select(e => e.Key)];
        string word = target.Name.Split('_')[0];
        string[] alike = [.. names.Where(name => name.Split('_')[0] == word).Take(4)];
        string found = $"'{via}' has no {shape.Name} '{target.Name}'";
        bool isBased = Names.IsName(via) && target.Path.Split('.').Length > 2;
        return Names.DidYouMean(target.Name, names) is { } meant ? $"{found}; {meant}"
            : isBased && alike.Length is >= 1 and <= 3 ? $"{found}; did you mean {Names.Or(alike)}?"
            : isBased ? $"{found}; it has: {Names.Few(names)}"
            : null;
    }

    // { path: houston, laredo }: without brackets a list falls apart into keys.
    private Node Whole(MapNode map, Entry entry, Type type)
    {
        if (
            entry.Value is not ScalarNode { IsNothing: false, IsQuoted: false } first
            || !(Shapes.IsList(type) || type == typeof(Model.Network.GeoPoint))
        )
        {
            return entry.Value;
        }

        IEnumerable<string> rest = map
            .Entries.SkipWhile(e => !ReferenceEquals(e, entry))
            .Skip(1)
            .TakeWhile(e => e.Value.IsNothing && shape.Find(e.Key) is null)
            .Select(e => e.Key);
        return new ScalarNode(first.Mark, string.Join(", ", rest.Prepend(first.Written)), isQuoted: false);
    }

    // What falls out of the value before it: a text with a comma falls apart inside { }, and a section whose keys are
    // not indented is empty.
    private bool IsPartOf(Entry? before, Entry entry, BindingTarget target, BindingState state)
    {
        if (before is null || shape.Find(before.Key) is not { } key)
        {
            return false;
        }

        bool isUnlike = entry.Value.IsNothing && Names.Nearest(entry.Key, shape.Keys.Select(k => k.Key.Name)).Count == 0;
        if (isUnlike && state.Problems.IsLost(target.Inside(before.Key, before.KeyMark).Path))
        {
            return true;
        }

        if (isUnlike && key.Type == typeof(HoursOfDay) && HoursReader.Read(entry.Key) is not null)
        {
            string hint = HoursForm.OneRange(target);
            state.Problems.Error("S116", entry.KeyMark, $"'{entry.Key}' is a second range of hours", hint: hint);
            return true;
        }

        if (isUnlike && key.Type == typeof(string) && FreeTexts.Is(key.Key))
        {
            state.Problems.Error(
                "S101",
                entry.KeyMark,
                $"'{entry.Key}' is not a key of {Names.WithArticle(shape.Name)}",
                hint: $"a comma ends a text inside {{ }}: put the whole {before.Key} in quotation marks"
            );
            state.Problems.Lose(target.Inside(before.Key, before.KeyMark).Path);
            return true;
        }

        if (before.Value.IsNothing && !Shapes.IsScalar(key.Type))
        {
            NotIndented(before, entry, target, state);
            return true;
        }

        return false;
    }

    /// <summary>Reports a key that begins in the column of the one that it belongs to.</summary>
    public static void NotIndented(Entry section, Entry entry, BindingTarget target, BindingState state)
    {
        string path = target.Inside(section.Key, section.KeyMark).Path;
        if (!state.Problems.IsLost(path))
        {
            state.Problems.Error(
                "S024",
                entry.KeyMark,
                $"'{entry.Key}' is not indented, so it does not belong to '{section.Key}:' above it",
                hint: "move it, and what belongs to it, two spaces to the right"
            );
            state.Problems.Lose(path);
        }
    }

    // Wherever in the map it stands, or its default: so the order of a file decides nothing, and what --set says
    // counts.
    private ChosenMeasure? MeasureBeside(KeyAttribute key, MapNode map, object record)
    {
        if (key.Quantity is not (Quantity.OfMeasure or Quantity.DifferenceOfMeasure))
        {
            return null;
        }

        Node? written = map.Find("measure")?.Value;
        string? name = written is null ? (string?)shape.Find("measure")!.Property.GetValue(record) : (written as ScalarNode)?.Text;
        return name is not null && MeasureCatalog.Find(name) is { } measure ? new ChosenMeasure(measure, written?.Mark) : null;
    }

    private void ReportUnknown(List<Entry> unknown, MapNode map, KeyedProperty[] missing, BindingTarget target, BindingState state)
    {
        string[] keys = [.. shape.Keys.Select(k => k.Key.Name)];
        foreach (Entry entry in unknown)
        {
            // What a misspelt key says is not known, and if none is like it, it may be any that is not there.
            IReadOnlyList<string> near = state.Problems.IsFull ? [] : Names.Nearest(entry.Key, keys);
            bool isTheMissing = near.Count == 0 && unknown.Count == 1 && missing.Length == 1;
            IReadOnlyList<string> meant = isTheMissing ? [missing[0].Key.Name] : near;
            string? hint = PeriodHint.Of(type, entry, map) ?? (meant.Count == 0 ? null : $"did you mean {Names.Or(meant)}?");
            foreach (string key in near.Count > 0 ? near : keys.Where(k => map.Find(k) is null))
            {
                state.Problems.Lose(target.Inside(key, entry.KeyMark).Path);
            }

            state.Problems.Error(
                "S101",
                entry.KeyMark,
                $"'{entry.Key}' is not a key of {Names.WithArticle(shape.Name)}",
                $"keys: {Names.Few(keys, 12)}",
                hint
            );
        }
    }

    private static void RefuseNotYet(Entry entry, KeyAttribute key, BindingState state)
    {
        if (key.NotYet is { } what && !state.AcceptsNotYet)
        {
            state.Problems.Error(
                "S107",
                entry.KeyMark,
                $"{what} can't be simulated by this version yet",
                hint: $"remove '{entry.Key}', or use a later version"
            );
        }
    }

    private static void Set(object record, KeyedProperty property, Node value, BindingTarget target, BindingState state)
    {
        object? read = state.Watching(target.Path, () => ValueForms.Of(property.Type).Read(value, target, state));
        if (read is not null)
        {
            property.Property.SetValue(record, read);
        }
    }

    /// <summary>A record with its defaults; what is required and has none is empty, so that the rules can go on
    /// looking.</summary>
    private static object Blank(Type type)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (KeyedProperty property in RecordShape.Of(type).Keys.Where(k => k.IsRequired && k.Property.GetValue(record) is null))
        {
            property.Property.SetValue(record, BlankValue(property.Type));
        }

        return record;
    }

    private static object? BlankValue(Type type) =>
        type switch
        {
            _ when type == typeof(string) => "",
            _ when Shapes.IsList(type) => Array.CreateInstance(type.GetGenericArguments()[0], 0),
            _ when Shapes.IsMap(type) => (IEnumerable)
                Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(type.GetGenericArguments()))!,
            _ when Shapes.IsRecord(type) => Blank(type),
            _ => null,
        };

    private static string Decapitalise(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
}
