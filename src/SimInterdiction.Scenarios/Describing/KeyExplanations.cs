using System.Text;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>What each key of the scenario language means, where it stands, and what is usually written there.</summary>
public static class KeyExplanations
{
    private const string AnyName = "NAME";
    private const int MostValues = 4;

    // A map in which nothing is written.
    private const string Nothing = "{}";
    private const string OfCopies = "None by itself: the scenario is as if all were written out.";

    private static readonly IReadOnlyList<Described> All = [.. Walk(typeof(Scenario), [])];

    private static readonly Lazy<IReadOnlyList<(string[] Steps, string Value)>> Shipped = new(ShippedValues.Read);

    /// <summary>Every key and every word of the language, each once.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. All.Select(d => d.Steps[^1]).Concat(WordExplanations.All.SelectMany(each => each.Parts.Prepend(each.Word))).Distinct()];

    /// <summary>All that is to be said of a key, named alone or by the end of its path, or of a word; null where there
    /// is none.</summary>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] asked = name.Split('.');
        Described[] exact = [.. All.Where(d => d.Steps.TakeLast(asked.Length).SequenceEqual(asked))];
        string[] words =
        [
            .. WordExplanations.All.Where(each => each.Word == name || each.Parts.Contains(name)).Select(each => Text(name, each)),
        ];
        Described[] found = exact.Length > 0 || words.Length > 0 ? exact : [.. All.Where(d => EndsWith(d.Steps, asked))];
        if (found.Length + words.Length == 0)
        {
            return null;
        }

        // Keys that are alike are told once, with every path.
        return string.Join(
            "\n\n",
            words.Concat(found.GroupBy(d => (d.Meaning, d.Written, d.Default, d.Example, d.Effect)).Select(alike => Text(name, [.. alike])))
        );
    }

    private static string Text(string name, WordExplanation word) =>
        $"{(word.Word == name ? name : $"{name}, of {word.Word}")}: {word.Meaning}\n  Stands at    {word.Stands}\n"
        + $"  Written as   {string.Join("\n               ", word.Examples)}\n  Effect       {word.Effect}";

    private static string Text(string name, Described[] alike)
    {
        Described one = alike[0];
        var text = new StringBuilder($"{name}: {one.Meaning}\n");
        text.Append($"  Stands at    {string.Join("\n               ", alike.Select(d => string.Join('.', d.Steps)))}\n");
        text.Append($"  Written as   {one.Written}\n");
        text.Append($"  Default      {one.Default}");
        string[] inside = [.. All.Where(d => IsIn(d.Steps, one.Steps)).Select(d => d.Steps[^1]).Distinct()];
        if (inside.Length > 0)
        {
            text.Append($"\n  Keys in it   {string.Join(", ", inside)}");
        }

        IEnumerable<string> shipped = alike.SelectMany(d => Shipped.Value.Where(v => Matches(d.Steps, v.Steps)).Select(v => v.Value));
        string[] usual = [.. shipped.Where(value => value != Nothing).Distinct().Take(MostValues)];
        if (one.Example is not null || usual.Length > 0)
        {
            IEnumerable<string> examples = new[] { one.Example }.OfType<string>().Concat(usual).Distinct();
            text.Append($"\n  Such as      {string.Join("\n               ", examples)}");
        }

        if (one.Effect is { } effect)
        {
            text.Append($"\n  Effect       {effect}");
        }

        return text.ToString();
    }

    private static IEnumerable<Described> Walk(Type type, string[] above)
    {
        RecordShape shape = RecordShape.Of(type);
        foreach (KeyedProperty property in shape.Keys)
        {
            string[] path = [.. above, property.Key.Name];
            yield return Describe(shape, property, path);
            foreach (Described inner in Inside(property, path))
            {
                yield return inner;
            }
        }

        if (shape.OtherKeys is { } rest)
        {
            foreach (Described inner in Inside(rest, above))
            {
                yield return inner;
            }
        }

        foreach ((string key, string meaning) in ScenarioLanguage.ExtraKeys(type))
        {
            (string written, string example) = key == "remove" ? ("a list of names", "[laredo_nights]") : ("a name", "today");
            yield return new Described([.. above, key], meaning, written, "none", example, OfCopies);
        }
    }

    private static IEnumerable<Described> Inside(KeyedProperty property, string[] path) =>
        Shapes.IsRecord(property.ValueType)
            ? Walk(property.ValueType, Shapes.IsMap(property.Type) || Shapes.IsList(property.Type) ? [.. path, AnyName] : path)
            : [];

    private static Described Describe(RecordShape shape, KeyedProperty property, string[] path)
    {
        KeyAttribute key = property.Key;
        string words = ScenarioLanguage.IsSwitch(shape, property)
            ? "on, off, or settings to change"
            : ValueForms.Of(property.Type).Words(key);
        bool hasUnits =
            key.Quantity != Quantity.Count && UnitTable.Of(key.Quantity).Units.Length > 0 && !Shapes.IsRecord(property.ValueType);
        string units = hasUnits ? $" ({UnitTable.Of(key.Quantity).Listed})" : "";
        string byDefault = property.IsRequired ? "none: it must be written" : key.Default ?? "none";
        return new Described(path, key.Meaning, words + units + ScenarioReference.Range(key), byDefault, key.Example, key.Effect);
    }

    private static bool EndsWith(string[] steps, string[] asked) => asked.Length <= steps.Length && Matches(steps[^asked.Length..], asked);

    // Whether a key stands right in another, or in what that holds by name.
    private static bool IsIn(string[] steps, string[] above) =>
        steps.SkipLast(1).SequenceEqual(above) || steps.SkipLast(1).SequenceEqual(above.Append(AnyName));

    private static bool Matches(string[] steps, string[] written) =>
        steps.Length == written.Length && steps.Zip(written).All(pair => pair.First == pair.Second || pair.First == AnyName);

    /// <param name="Steps">Its path, with NAME for names that a planner gives.</param>
    /// <param name="Meaning">In a sentence.</param>
    /// <param name="Written">Its form, units and range.</param>
    /// <param name="Default">What holds without it.</param>
    /// <param name="Example">A value; null where none is stated.</param>
    /// <param name="Effect">What a change of it does to the answer; null where it does nothing.</param>
    private sealed record Described(string[] Steps, string Meaning, string Written, string Default, string? Example, string? Effect);
}
