using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A list of values of one form.</summary>
internal sealed class ListForm(Type item) : IValueForm
{
    public object? Read(Node node, Slot slot, BindingState state)
    {
        if (node is not ListNode && !node.IsNothing)
        {
            Scalars.Wrong(node, slot, state, "a list", node is ScalarNode scalar ? $"did you mean '[{scalar.Text}]'?" : "write [ ... ], or a line with '- ' for each");
            return null;
        }

        IValueForm form = ValueForms.Of(item);
        IReadOnlyList<Node> items = node is ListNode list ? list.Items : [];
        object?[] read = [.. items.Select((n, i) => form.Read(n, slot.Inside($"{i}", n.Mark), state))];
        object?[] good = [.. read.Where(r => r is not null)];
        Array result = Array.CreateInstance(item, good.Length);
        good.CopyTo(result, 0);
        return result;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = "array", ["items"] = ValueForms.Of(item).Schema(key) };

    public string Words(KeyAttribute key) => Shapes.IsRecord(item) ? "a list" : $"a list, each {ValueForms.Of(item).Words(key)}";
}
