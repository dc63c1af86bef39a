using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Every name that a key takes from another section is there.</summary>
internal static class NamesExist
{
    public static void Check(RuleContext context) => Walk(context.Root, typeof(Scenario), null, context);

    private static void Walk(Node node, Type type, KeyAttribute? key, RuleContext context)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        switch (node)
        {
            case ScalarNode scalar when Shapes.IsRecord(inner) && RecordShape.Of(inner).ShortForm is { } bare:
                Walk(scalar, bare.Type, bare.Key, context);
                break;
            case ScalarNode { IsNothing: false } scalar when inner == typeof(string):
                CheckName(scalar.Text, scalar.Mark, key, context);
                break;
            case ListNode list when Shapes.IsList(inner):
                foreach (Node item in list.Items)
                {
                    Walk(item, inner.GetGenericArguments()[0], key, context);
                }

                break;
            case MapNode map when Shapes.IsRecord(inner):
                WalkRecord(map, RecordShape.Of(inner), context);
                break;
            case MapNode map when Shapes.IsMap(inner):
                WalkMap(map.Entries, inner, key, context);
                break;
        }
    }

    private static void WalkRecord(MapNode map, RecordShape shape, RuleContext context)
    {
        foreach (Entry entry in map.Entries)
        {
            if (shape.Find(entry.Key) is { } known)
            {
                Walk(entry.Value, known.Type, known.Key, context);
            }
        }

        if (shape.OtherKeys is { } rest)
        {
            WalkMap(map.Entries.Where(e => shape.Find(e.Key) is null), rest.Type, rest.Key, context);
        }
    }

    private static void WalkMap(IEnumerable<Entry> entries, Type type, KeyAttribute? key, RuleContext context)
    {
        Type value = type.GetGenericArguments()[1];
        foreach (Entry entry in entries)
        {
            if (Shapes.IsRecord(value))
            {
                Walk(entry.Value, value, key, context);
            }
            else
            {
                CheckName(entry.Key, entry.KeyMark, key, context);
            }
        }
    }

    private static void CheckName(string name, Mark mark, KeyAttribute? key, RuleContext context)
    {
        if (key?.NamesIn is not { } section || context.Root.Find(section)?.Value is ListNode or ScalarNode { IsNothing: false })
        {
            return;
        }

        bool isCorridor = section == "corridors";
        if (!context.Has(section, name) || (isCorridor && name == "generate"))
        {
            IReadOnlyList<string> known = [.. context.NamesIn(section).Where(n => !isCorridor || n != "generate").Take(context.Problems.IsFull ? 0 : int.MaxValue)];
            string thing = Shapes.Words(section).Replace('_', ' ').TrimEnd('s');
            context.Problems.Error("S201", mark, $"there is no {thing} '{name}'", known.Count == 0 ? $"'{section}' names none" : $"{section}: {Names.Few(known)}", context.Problems.DidYouMean(name, known));
        }
    }
}
