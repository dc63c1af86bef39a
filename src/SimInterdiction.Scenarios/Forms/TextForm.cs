using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A text, or a name that stands in another section.</summary>
internal sealed class TextForm : IValueForm
{
    public object? Read(Node node, Slot slot, BindingState state) => Scalars.Take(node, slot, state, Words(slot.Key))?.Text;

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = key.NamesIn is null ? new JsonArray("string", "number") : "string" };

    public string Words(KeyAttribute key) => key.NamesIn is null ? "a text" : $"a name from {key.NamesIn}";
}

/// <summary><c>yes</c> or <c>no</c>, in any of YAML's spellings.</summary>
internal sealed class YesNoForm : IValueForm
{
    public static bool? Parse(string text) => text switch
    {
        "yes" or "on" or "true" => true,
        "no" or "off" or "false" => false,
        _ => null,
    };

    public object? Read(Node node, Slot slot, BindingState state)
    {
        if (Scalars.Take(node, slot, state, "yes or no") is not { } scalar)
        {
            return null;
        }

        bool? value = Parse(scalar.Text);
        if (value is null)
        {
            state.Problems.Error("S113", scalar.Mark, $"'{scalar.Text}' is neither yes nor no", "yes, no, on, off, true or false", Names.DidYouMean(scalar.Text, ["yes", "no", "on", "off", "true", "false"]));
        }

        return value;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["enum"] = new JsonArray(true, false, "yes", "no", "on", "off") };

    public string Words(KeyAttribute key) => "yes or no";
}

/// <summary>One of a few words.</summary>
internal sealed class WordForm(Type type) : IValueForm
{
    public IReadOnlyList<string> Allowed { get; } = [.. Enum.GetNames(type).Select(Shapes.Snake)];

    public object? Read(Node node, Slot slot, BindingState state)
    {
        if (Scalars.Take(node, slot, state, Words(slot.Key)) is not { } scalar)
        {
            return null;
        }

        int index = Allowed.ToList().IndexOf(scalar.Text);
        if (index < 0)
        {
            state.Problems.Error("S114", scalar.Mark, $"'{scalar.Text}' is not possible for {slot.Name}", Names.Or(Allowed), Names.DidYouMean(scalar.Text, Allowed));
            return null;
        }

        return Enum.Parse(type, Enum.GetNames(type)[index]);
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["enum"] = new JsonArray([.. Allowed.Select(a => JsonValue.Create(a))]) };

    public string Words(KeyAttribute key) => Allowed.Count == 1 ? Allowed[0] : string.Join(", ", Allowed.Take(Allowed.Count - 1)) + " or " + Allowed[^1];
}
