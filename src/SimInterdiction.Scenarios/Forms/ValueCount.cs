using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Reports a list that holds another number of values than is due.</summary>
internal static class ValueCount
{
    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static void Report(Entry entry, int due, string shape, BindingState state)
    {
        Node value = entry.Value;
        string found = value is ListNode list
            ? $"there {(list.Items.Count == 1 ? "is one value" : $"are {Number(list.Items.Count)} values")} here"
            : $"this is {value.Kind}";
        string? hint =
            value is ListNode { Items: var items } && Joined(items, due) is { } joined
                ? $"a comma separates values: did you mean [{string.Join(", ", joined)}]?"
                : null;
        state.Problems.Error("S118", value.IsNothing ? entry.KeyMark : value.Mark, $"{found}, but {Number(due)} are needed", shape, hint);
    }

    private static string Number(int count) => count < Words.Length ? Words[count] : $"{count}";

    // [11,5%, 12%, 13%]: digits before a comma that are followed by digits and the unit.
    private static List<string>? Joined(IReadOnlyList<Node> items, int due)
    {
        var joined = new List<string>();
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is not ScalarNode scalar)
            {
                return null;
            }

            bool isBegun =
                i + 1 < items.Count
                && scalar.Text.All(char.IsAsciiDigit)
                && items[i + 1] is ScalarNode next
                && next.Text.Length > 0
                && char.IsAsciiDigit(next.Text[0])
                && items.Count - i > due - joined.Count;
            joined.Add(isBegun ? $"{scalar.Text}.{((ScalarNode)items[++i]).Text}" : scalar.Text);
        }

        return joined.Count == due && items.Count > due && joined.All(t => NumberText.Split(t) is not null) ? joined : null;
    }
}
