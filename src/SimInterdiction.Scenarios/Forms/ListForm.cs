using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A list of values of one form.</summary>
internal sealed class ListForm(Type item) : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (node is not ListNode && !node.IsNothing)
        {
            string? hint =
                node is not ScalarNode scalar ? "write [ ... ], or a line with '- ' for each"
                : Meant(scalar.Text) is { } list ? $"did you mean '[{string.Join(", ", list)}]'?"
                : null;
            state.Problems.Error(
                "S104",
                node.Mark,
                $"'{target.Name}' needs a list, such as {target.Key.Example ?? "[one, another]"}",
                hint: hint
            );
            return null;
        }

        IValueForm form = ValueForms.Of(item);
        IReadOnlyList<Node> items = node is ListNode given ? given.Items : [];
        object?[] read = [.. items.Select((n, i) => form.Read(n, target.Inside($"{i}", n.Mark), state))];
        object?[] good = [.. read.Where(r => r is not null)];
        Array result = Array.CreateInstance(item, good.Length);
        good.CopyTo(result, 0);
        return result;
    }

    // Texts are names here, and names hold no commas, blanks or arrows.
    private IEnumerable<string>? Meant(string text) =>
        text.Length > Quantities.Suggestion.LongestText
            ? null
            : ValueForms.Of(item) switch
            {
                WordForm words => words.Listed(text),
                TextForm => text.Split(
                    [",", ";", "->", "→", " - ", " to ", " and ", " ", "-"],
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                ),
                _ => null,
            };

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = "array", ["items"] = ValueForms.Of(item).Schema(key) };

    public string Words(KeyAttribute key) => Shapes.IsRecord(item) ? "a list" : $"a list, each {ValueForms.Of(item).Words(key)}";
}
