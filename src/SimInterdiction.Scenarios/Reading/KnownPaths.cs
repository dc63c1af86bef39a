using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Which dotted paths name a value: every key of the language, below the names that the file gives.</summary>
internal static class KnownPaths
{
    /// <summary>The first step that leads nowhere, and what there is instead; null where the path is good.</summary>
    public static (int Index, IReadOnlyList<string> Known)? FirstUnknown(IReadOnlyList<string> steps, MapNode root)
    {
        Type? type = typeof(Scenario);
        Node? node = root;
        for (int i = 0; i < steps.Count; i++)
        {
            (bool isKnown, Type? next, IReadOnlyList<string> known) = Step(type, node, steps[i], i);
            if (!isKnown)
            {
                return (i, known);
            }

            node = TreePath.Find(node ?? root, node is null ? "\0" : steps[i]);
            type = next;
        }

        return null;
    }

    /// <summary>The key whose value, or a part of whose value, stands at a path that is good, and of what type that is;
    /// null within what is written as a whole, such as a distribution.</summary>
    public static (KeyAttribute Key, Type Type)? KeyOf(IReadOnlyList<string> steps)
    {
        (KeyAttribute? key, Type type) = (null, typeof(Scenario));
        foreach (string step in steps)
        {
            Type inner = Nullable.GetUnderlyingType(type) ?? type;
            if (Shapes.IsMap(inner) || Shapes.IsList(inner))
            {
                type = inner.GetGenericArguments()[^1];
            }
            else if (Shapes.IsRecord(inner) && RecordShape.Of(inner) is var shape && (shape.Find(step) ?? shape.OtherKeys) is { } found)
            {
                (key, type) = (found.Key, found == shape.OtherKeys ? found.ValueType : found.Type);
            }
            else
            {
                return null;
            }
        }

        return key is null ? null : (key, type);
    }

    private static (bool IsKnown, Type? Next, IReadOnlyList<string> Known) Step(Type? type, Node? node, string step, int depth)
    {
        string[] written = node switch
        {
            MapNode map => [.. map.Keys],
            ListNode list => [.. Enumerable.Range(0, list.Items.Count).Select(i => $"{i}")],
            _ => [],
        };
        Type? inner = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        switch (inner)
        {
            case not null when Shapes.IsRecord(inner):
                RecordShape shape = RecordShape.Of(inner);
                string[] keys =
                [
                    .. shape.Keys.Select(k => k.Key.Name),
                    .. depth == 2 && IsInheriting(inner) ? new[] { Inheritance.BasedOn } : [],
                    .. shape.OtherKeys is null ? [] : written,
                ];
                Type? next = shape.Find(step)?.Type ?? shape.OtherKeys?.ValueType;
                return (
                    keys.Contains(step) || (shape.OtherKeys is { } other && !Shapes.IsRecord(other.ValueType)),
                    next,
                    [.. keys.Distinct()]
                );
            case not null when Shapes.IsNamedMap(inner):
                return (written.Contains(step), inner.GetGenericArguments()[1], written);
            case not null when Shapes.IsMap(inner):
                return (step.Length > 0, inner.GetGenericArguments()[1], written);
            case not null when Shapes.IsList(inner):
                return (written.Contains(step), inner.GetGenericArguments()[0], written);
            default:
                return (written.Contains(step), null, written);
        }
    }

    private static bool IsInheriting(Type type) =>
        type == typeof(Model.Interdiction.Deployment) || type == typeof(Model.Interdiction.TeamType);
}
