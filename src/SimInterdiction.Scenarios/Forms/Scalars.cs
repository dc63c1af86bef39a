using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>What the forms of single values share.</summary>
internal static class Scalars
{
    /// <summary>The single value there; null after reporting that it is something else or nothing.</summary>
    public static ScalarNode? Take(Node node, BindingTarget target, BindingState state, string due, string? hint = null)
    {
        if (node is ScalarNode { IsNothing: false } scalar)
        {
            return scalar;
        }

        Wrong(node, target, state, due, hint);
        return null;
    }

    /// <summary>Reports that another kind of value is due.</summary>
    public static void Wrong(Node node, BindingTarget target, BindingState state, string due, string? hint = null)
    {
        if (node.IsNothing)
        {
            state.Problems.Error(
                "S105",
                target.KeyMark,
                $"'{target.Name}' has no value; it needs {due}",
                hint: hint ?? "give it a value, or remove the line"
            );
            return;
        }

        string found = node is ScalarNode scalar ? $"'{scalar.Text}'" : node.Kind;
        string subject = target.Name.All(char.IsAsciiDigit) ? "this" : $"'{target.Name}'";
        state.Problems.Error("S104", node.Mark, $"{subject} needs {due}, not {found}", hint: hint);
    }
}
