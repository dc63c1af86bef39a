using System.Text;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>The reference of the scenario language for planners, made from the model's keys.</summary>
public static class ScenarioReference
{
    /// <summary>The whole reference.</summary>
    /// <param name="word">What a front end makes of the name of an action, such as "all measures" (see
    /// <see cref="ActionNames"/>).</param>
    public static string ToMarkdown(Func<string, string> word)
    {
        var text = new StringBuilder(ReferenceText.Opening);
        text.Append("\n## Units\n\n| what | written in | such as |\n|---|---|---|\n");
        foreach (Quantity quantity in Enum.GetValues<Quantity>())
        {
            UnitTable table = UnitTable.Of(quantity);
            text.Append(
                $"| {table.Name} | "
                    + $"{(quantity == Quantity.Count ? "no unit" : table.Units.Length == 0 ? "the measure's" : table.Listed)} | "
                    + $"{ReferenceText.ExampleOf(quantity)} |\n"
            );
        }

        text.Append(ReferenceText.Chance);
        foreach (DistributionEntry distribution in DistributionCatalog.All)
        {
            text.Append($"| {string.Join(" or ", distribution.Examples.Select(e => $"`{e}`"))} | {distribution.Meaning} |\n");
        }

        text.Append(ReferenceText.Rules).Append("| what | at most |\n|---|---|\n");
        foreach ((string what, string most) in Limits.InWords)
        {
            text.Append($"| {what} | {most} |\n");
        }

        text.Append("\n## Keys\n");
        foreach (RecordShape shape in ScenarioLanguage.Records)
        {
            AppendRecord(text, shape);
        }

        text.Append("\n## Codes of problems\n\nEach has [[an explanation]].\n\n| code | what it means |\n|---|---|\n");
        foreach (ProblemExplanation explanation in ProblemCatalog.All)
        {
            text.Append($"| {explanation.Code} | {Cell(explanation.Title)} |\n");
        }

        return ActionNames.Replace(text.ToString(), word);
    }

    private static void AppendRecord(StringBuilder text, RecordShape shape)
    {
        string title = shape.Type == typeof(Scenario) ? "The whole file" : char.ToUpperInvariant(shape.Name[0]) + shape.Name[1..];
        string[] places = [.. WrittenAt(shape.Type)];
        text.Append($"\n### {title}\n\n");
        if (places.Length > 0)
        {
            text.Append($"Written at {string.Join(", ", places.Select(p => $"`{p}`"))}.\n\n");
        }

        text.Append("| key | what it means | written as | default |\n|---|---|---|---|\n");
        foreach (KeyedProperty property in shape.Keys)
        {
            AppendKey(text, property.Key.Name, property, ScenarioLanguage.IsSwitch(shape, property));
        }

        if (shape.OtherKeys is { } rest)
        {
            AppendKey(text, "any other", rest, isSwitch: false);
        }

        foreach ((string key, string meaning) in ScenarioLanguage.ExtraKeys(shape.Type))
        {
            text.Append(
                $"| `{key}` | {Cell(meaning)} | "
                    + $"{(key == "remove" ? "a list of names" : shape.Type == typeof(Scenario) ? "a file name" : "a name")} | |\n"
            );
        }
    }

    private static void AppendKey(StringBuilder text, string name, KeyedProperty property, bool isSwitch)
    {
        KeyAttribute key = property.Key;
        string notYet = key.NotYet is null ? "" : " *Not simulated by this version yet.*";
        string shown = name == "any other" ? name : $"`{name}`";
        string words = isSwitch ? "on, off, or settings to change" : ValueForms.Of(property.Type).Words(key);
        string example = key.Example is null ? "" : $", such as `{key.Example}`";
        string byDefault = property.IsRequired ? "*required*" : key.Default ?? "";
        text.Append($"| {shown} | {Cell(key.Meaning)}{Range(key)}{notYet} | {Cell(words)}{Cell(example)} | {Cell(byDefault)} |\n");
    }

    /// <summary>The limits of a key in parentheses; empty where it has none worth saying.</summary>
    internal static string Range(KeyAttribute key)
    {
        (double low, double high) = (key.AtLeast, key.AtMost);
        string? least = double.IsFinite(low) ? $"{(key.Above ? "above" : "at least")} {QuantityReader.Show(low, key.Quantity)}" : null;
        string? most = double.IsFinite(high) && high < 1e9 ? $"at most {QuantityReader.Show(high, key.Quantity)}" : null;
        string range = string.Join(", ", new[] { least, most }.OfType<string>());
        return range.Length == 0 || (low == 0 && !key.Above && most is null) ? "" : $" ({range})";
    }

    /// <summary>The paths at which a record is written.</summary>
    private static IEnumerable<string> WrittenAt(Type type)
    {
        foreach (RecordShape owner in ScenarioLanguage.Records)
        {
            foreach (KeyedProperty property in owner.Keys.Where(k => k.ValueType == type))
            {
                string prefix = owner.Type == typeof(Scenario) ? "" : $"{owner.Name}: ";
                string each =
                    Shapes.IsMap(property.Type) ? ".NAME"
                    : Shapes.IsList(property.Type) ? "[]"
                    : "";
                yield return $"{prefix}{property.Key.Name}{each}";
            }

            if (owner.OtherKeys is { } rest && rest.ValueType == type)
            {
                yield return "corridors.NAME";
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
