using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Reads <c>{ uncertain: [low, best, high] }</c>: a number that nobody knows.</summary>
internal static class UncertainReader
{
    public const string Key = "uncertain";

    public static bool Is(Node node) => node is MapNode map && map.Find(Key) is not null;

    /// <summary>The value chosen, in base units; null after reporting.</summary>
    public static double? Read(MapNode map, BindingTarget target, BindingState state, Func<Node, double?> readOne, bool isWhole)
    {
        Entry entry = map.Find(Key)!;
        foreach (Entry other in map.Entries.Where(e => e.Key != Key))
        {
            state.Problems.Error(
                "S130",
                other.KeyMark,
                $"'{other.Key}' can't be combined with 'uncertain'",
                "{ uncertain: [low, best, high] } alone"
            );
        }

        if (entry.Value is not ListNode { Items.Count: 3 } list)
        {
            ValueCount.Report(entry, 3, "[low, best, high]", state);
            return null;
        }

        double?[] values = [.. list.Items.Select(readOne)];
        if (values is not [{ } low, { } best, { } high])
        {
            return null;
        }

        if (!(low <= best && best <= high))
        {
            Node culprit = best < low ? list.Items[1] : list.Items[2];
            state.Problems.Error(
                "S132",
                culprit.Mark,
                $"'{Text(culprit)}' is below the value before it",
                "[low, best, high] in rising order"
            );
            return null;
        }

        if (low == high && !IsTimesNothing(list))
        {
            state.Problems.Warning(
                "S508",
                list.Mark,
                "the lowest value, the best guess and the highest are the same, so nothing is uncertain",
                $"write {Text(list.Items[1])}"
            );
        }

        string written = $"[{string.Join(", ", list.Items.Select(Text))}]";
        double chosen = state.Choose(map, new UncertainInput(target.Path, low, best, high, written) { IsWhole = isWhole });
        return isWhole ? Math.Round(chosen) : chosen;
    }

    // All that 'x 0' leaves stands where that is written.
    private static bool IsTimesNothing(ListNode list) => list.Items.All(item => item.Mark == list.Items[0].Mark);

    private static string Text(Node node) => node is ScalarNode scalar ? scalar.Text : node.Kind;
}
