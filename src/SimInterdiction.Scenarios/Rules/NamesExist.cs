using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Every name that a key takes from another section is there.</summary>
internal static class NamesExist
{
    public static void Check(RuleContext context)
    {
        var references = new List<Reference>();
        foreach (Entry section in context.Root.Entries)
        {
            if (RecordShape.Of(typeof(Scenario)).Find(section.Key) is { } known)
            {
                Walk(section.Value, known.Type, known.Key, (to, name, mark) => references.Add(new Reference(section.Key, to, name, mark)));
            }
        }

        foreach (IGrouping<string, Reference> to in references.GroupBy(r => r.To))
        {
            CheckSection(to.Key, [.. to], context);
        }
    }

    private static void CheckSection(string section, Reference[] references, RuleContext context)
    {
        if (context.Problems.IsLost(section))
        {
            return;
        }

        string thing = Shapes.Words(section).Replace('_', ' ').TrimEnd('s');
        HashSet<string> known = [.. context.NamesIn(section).Where(n => section != "corridors" || n != "generate")];
        HashSet<string> used = [.. references.Select(r => r.Name)];
        foreach (IGrouping<string, Reference> missing in references.Where(r => !known.Contains(r.Name)).GroupBy(r => r.Name))
        {
            // Written several times, and one that nothing refers to is nearly called so: that one is misspelt.
            IReadOnlyList<string> near = context.Problems.IsFull ? [] : Names.Nearest(missing.Key, known);
            if (near is [string misspelt] && missing.Count() > 1 && !used.Contains(misspelt))
            {
                context.Problems.Error(
                    "S201",
                    context.KeyAt(section, misspelt),
                    $"nothing refers to '{misspelt}', but {missing.Count()} values refer to '{missing.Key}', which doesn't exist",
                    hint: $"did you mean '{missing.Key}'?"
                );
                context.Problems.Lose(section);
                continue;
            }

            foreach (Reference reference in missing)
            {
                string there = known.Count == 0 ? $"'{section}' names none" : $"{section}: {Names.Few(known)}";
                context.Problems.Error(
                    "S201",
                    reference.Mark,
                    $"there is no {thing} '{reference.Name}'",
                    there,
                    near.Count == 0 ? null : $"did you mean {Names.Or(near)}?"
                );
                context.Problems.Lose($"{reference.In}.{reference.Name}");
            }
        }
    }

    /// <param name="In">The section that it stands in.</param>
    /// <param name="To">The section that should have the name.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Mark">Where it stands.</param>
    private sealed record Reference(string In, string To, string Name, Mark Mark);

    private static void Walk(Node node, Type type, KeyAttribute? key, Action<string, string, Mark> take)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        switch (node)
        {
            case ScalarNode scalar when Shapes.IsRecord(inner) && RecordShape.Of(inner).ShortForm is { } bare:
                Walk(scalar, bare.Type, bare.Key, take);
                break;
            case ScalarNode { IsNothing: false } scalar when inner == typeof(string):
                Take(scalar.Text, scalar.Mark, key, take);
                break;
            case ListNode list when Shapes.IsList(inner):
                foreach (Node item in list.Items)
                {
                    Walk(item, inner.GetGenericArguments()[0], key, take);
                }

                break;
            case MapNode map when Shapes.IsRecord(inner):
                WalkRecord(map, RecordShape.Of(inner), take);
                break;
            case MapNode map when Shapes.IsMap(inner):
                WalkMap(map.Entries, inner, key, take);
                break;
        }
    }

    private static void WalkRecord(MapNode map, RecordShape shape, Action<string, string, Mark> take)
    {
        foreach (Entry entry in map.Entries)
        {
            if (shape.Find(entry.Key) is { } known)
            {
                Walk(entry.Value, known.Type, known.Key, take);
            }
        }

        if (shape.OtherKeys is { } rest && Shapes.IsMap(rest.Type))
        {
            WalkMap(map.Entries.Where(e => shape.Find(e.Key) is null), rest.Type, rest.Key, take);
        }
    }

    private static void WalkMap(IEnumerable<Entry> entries, Type type, KeyAttribute? key, Action<string, string, Mark> take)
    {
        Type value = type.GetGenericArguments()[1];
        foreach (Entry entry in entries)
        {
            if (Shapes.IsRecord(value))
            {
                Walk(entry.Value, value, key, take);
            }
            else
            {
                Take(entry.Key, entry.KeyMark, key, take);
            }
        }
    }

    private static void Take(string name, Mark mark, KeyAttribute? key, Action<string, string, Mark> take)
    {
        if (key?.NamesIn is { } section)
        {
            take(section, name, mark);
        }
    }
}
