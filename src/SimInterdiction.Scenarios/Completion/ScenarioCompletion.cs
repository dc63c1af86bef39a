using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Completion;

/// <summary>What may be written where the cursor is in the text of a scenario, from the records' keys and the names in
/// the text.</summary>
public static class ScenarioCompletion
{
    private static readonly string[] KeysOfMeasures = ["measure", "also_report"];
    private static readonly string[] Tables = ["places", "roads", "flows", "deployments"];

    /// <summary>What may be written at a place in a text, which may be broken there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">In characters from its beginning.</param>
    /// <param name="folder">Where the files are that the text names; null for nowhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cursor is not in the text.</exception>
    public static CompletionList At(string text, int cursor, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(cursor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cursor, text.Length);
        if (TextOutline.PlaceAt(text, cursor) is not { } place || Slot.At(place.Path) is not { } slot)
        {
            return new CompletionList(cursor, cursor, []);
        }

        IReadOnlyList<OutlineKey> keys = TextOutline.KeysOf(text);
        var names = new KnownNames(keys, place.Path, folder);
        string typed = text[place.Start..cursor];
        IEnumerable<CompletionOption> options = place.Kind switch
        {
            CursorKind.Key => KeyOptions(slot, place, keys, names),
            CursorKind.Value => ValueOptions(slot, typed, names),
            _ => [.. KeyOptions(slot, place, keys, names), .. ValueOptions(slot, typed, names)],
        };
        int end = place.Kind != CursorKind.Key && NumberIn(typed) is not null ? EndOfValue(text, cursor) : EndOfWord(text, cursor);
        return new CompletionList(place.Start, end, [.. options.DistinctBy(option => option.Text)]);
    }

    private static int EndOfWord(string text, int cursor)
    {
        int end = cursor;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    // A number goes on with its unit.
    private static int EndOfValue(string text, int cursor)
    {
        int end = cursor;
        while (end < text.Length && text[end] is not (',' or '}' or ']' or '\r' or '\n' or '#'))
        {
            end++;
        }

        return end - (text[cursor..end].Length - text[cursor..end].TrimEnd().Length);
    }

    private static IEnumerable<CompletionOption> KeyOptions(Slot slot, CursorPlace place, IReadOnlyList<OutlineKey> keys, KnownNames names)
    {
        // The word under the cursor may be one of them already.
        HashSet<string> there =
        [
            .. keys.Where(key => key.Start != place.Start && key.Path.Count == place.Path.Count + 1)
                .Where(key => key.Path.Take(place.Path.Count).SequenceEqual(place.Path))
                .Select(key => key.Path[^1]),
        ];
        return KeysOf(slot, place.Path, names).Where(option => !there.Contains(option.Label));
    }

    private static IEnumerable<CompletionOption> KeysOf(Slot slot, IReadOnlyList<string> path, KnownNames names)
    {
        if (slot.Record is { } record)
        {
            IEnumerable<CompletionOption> extra = ScenarioLanguage
                .ExtraKeys(record.Type)
                .Select(each => new CompletionOption(each.Key, $"{each.Key}: ", "key", null, each.Meaning));
            IEnumerable<CompletionOption> others =
                record.OtherKeys is not { } rest ? []
                : rest.Type == typeof(WrittenChanges) ? Changeable()
                : NamesAsKeys(rest.Key, names);
            return [.. record.Keys.Where(key => key.Key.NotYet is null).Select(key => OptionOf(record, key)), .. extra, .. others];
        }

        if (Shapes.IsMap(slot.Type))
        {
            Type key = slot.Type.GetGenericArguments()[0];
            IEnumerable<CompletionOption> table =
                path is [var section] && Tables.Contains(section)
                    ? [new CompletionOption("from", "from: ", "key", "a file name", "A table (CSV) with a row for each.")]
                    : [];
            return
            [
                .. key.IsEnum ? Words(new WordForm(key).Allowed, asKeys: true) : NamesAsKeys(slot.Key, names),
                .. UsualNames(slot, names),
                .. table,
            ];
        }

        return !slot.TakesNumber ? []
            : slot.Type == typeof(Distribution)
                ?
                [
                    Uncertain,
                    .. DistributionCatalog.All.Select(each => new CompletionOption(each.Key, $"{each.Key}: ", "key", null, each.Meaning)),
                ]
            : [Uncertain];
    }

    // What a question may change.
    private static IEnumerable<CompletionOption> Changeable()
    {
        var scenario = RecordShape.Of(typeof(Scenario));
        return scenario.Keys.Select(key => OptionOf(scenario, key));
    }

    private static CompletionOption Uncertain { get; } =
        new(
            "uncertain",
            "uncertain: [",
            "key",
            "[low, best, high]",
            "What nobody knows: the lowest it may be, the best guess, the highest."
        );

    private static CompletionOption OptionOf(RecordShape record, KeyedProperty property)
    {
        KeyAttribute key = property.Key;
        string words = ScenarioLanguage.IsSwitch(record, property)
            ? "on, off, or settings to change"
            : ValueForms.Of(property.Type).Words(key);
        string?[] more =
        [
            key.Meaning,
            property.IsRequired ? "It must be written."
            : key.Default is { } value ? $"Default: {value}."
            : null,
            key.Example is { } example ? $"Such as {example}." : null,
            key.Effect,
        ];
        return new CompletionOption(
            key.Name,
            $"{key.Name}: ",
            "key",
            words + ScenarioReference.Range(key),
            string.Join(' ', more.OfType<string>())
        );
    }

    // A checkpoint is mostly called as its place, and a posting as its checkpoint.
    private static IEnumerable<CompletionOption> UsualNames(Slot slot, KnownNames names)
    {
        Type value = slot.Type.GetGenericArguments()[1];
        return value == typeof(Posting) ? names.In("checkpoints").Select(name => Named(name, "a checkpoint", asKey: true))
            : value == typeof(Checkpoint) ? names.In("places").Select(name => Named(name, "a place", asKey: true))
            : [];
    }

    private static IEnumerable<CompletionOption> NamesAsKeys(KeyAttribute? key, KnownNames names) =>
        key?.NamesIn is { } section ? names.In(section).Select(name => Named(name, OneOf(section), asKey: true)) : [];

    private static IEnumerable<CompletionOption> ValueOptions(Slot slot, string typed, KnownNames names)
    {
        if (slot.IsSwitch)
        {
            return Words(["on", "off"]);
        }

        if (slot.Record is { } record)
        {
            return record.ShortForm is { } bare
                ? ValueOptions(new Slot(Nullable.GetUnderlyingType(bare.Type) ?? bare.Type, bare.Key), typed, names)
                : [];
        }

        KeyAttribute? key = slot.Key;
        IValueForm form = ValueForms.Of(slot.Type);
        IEnumerable<CompletionOption> own = form switch
        {
            WordForm words => Words(words.Allowed),
            YesNoForm => Words(["yes", "no"]),
            RouteEndsForm => Words(["ports", "destinations"]),
            TextForm when key?.NamesIn is { } section => names.In(section).Select(name => Named(name, OneOf(section), asKey: false)),
            TextForm when key is not null && KeysOfMeasures.Contains(key.Name) => Measures(),
            NumberForm or RateForm or DistributionForm when NumberIn(typed) is { } number => WithUnits(number, slot),
            _ => [],
        };
        return own.Concat(key is null || own.Any() || Shapes.IsMap(slot.Type) ? [] : Examples(key));
    }

    private static IEnumerable<CompletionOption> Examples(KeyAttribute key) =>
        new[] { key.Example, key.Default }
            .OfType<string>()
            .Where(value => value == key.Example || value.Any(char.IsAsciiDigit))
            .Select(value => new CompletionOption(value, value, "value", value == key.Default ? "default" : "example", null));

    private static IEnumerable<CompletionOption> Measures() =>
        MeasureCatalog.All.Select(measure => new CompletionOption(measure.Name, measure.Name, "value", measure.Label, measure.Meaning));

    private static IEnumerable<CompletionOption> WithUnits(string number, Slot slot)
    {
        Quantity quantity = slot.Key?.Quantity ?? Quantity.Count;
        string[] things =
            slot.Type == typeof(FlowRate) ? ["firearms ", "shipments "]
            : slot.Type == typeof(FlowLooks) ? ["vehicles "]
            : [""];
        IEnumerable<string> units = UnitTable.Of(things[0].Length > 0 ? Quantity.Rate : quantity).Units.Select(unit => unit.Names[0]);
        return units
            .SelectMany(unit => things.Select(thing => UnitTable.Join(number, thing + unit)))
            .Select(value => new CompletionOption(value, value, "value", null, null));
    }

    // Of what was typed, the number that it begins with; null where it begins with none.
    private static string? NumberIn(string typed)
    {
        string number = new([.. typed.TakeWhile(c => char.IsAsciiDigit(c) || c is '_' or '.')]);
        return number.Any(char.IsAsciiDigit) ? number : null;
    }

    private static IEnumerable<CompletionOption> Words(IReadOnlyList<string> words, bool asKeys = false) =>
        words.Select(word => new CompletionOption(word, asKeys ? $"{word}: " : word, asKeys ? "key" : "value", null, null));

    private static CompletionOption Named(string name, string what, bool asKey) =>
        new(name, asKey ? $"{name}: " : name, "name", what, null);

    private static string OneOf(string section) => Names.WithArticle(section.Replace('_', ' ').TrimEnd('s'));
}

/// <summary>What may be written at a place.</summary>
/// <param name="Start">Where it replaces the text, in characters from the beginning.</param>
/// <param name="End">Up to where.</param>
/// <param name="Options">In the order of the language and of the text.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionOption> Options);

/// <summary>One of the things that may be written.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Text">What is written.</param>
/// <param name="Kind">"key", "name" (of something in the file) or "value".</param>
/// <param name="Detail">How it is written, or what it is, in a few words.</param>
/// <param name="Info">What it means.</param>
public sealed record CompletionOption(string Label, string Text, string Kind, string? Detail, string? Info);
