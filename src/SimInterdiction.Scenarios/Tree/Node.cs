using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>A value of a scenario file as it was written: text, a list or a map. Immutable, so that copies by
/// inheritance share it.</summary>
internal abstract class Node(Mark mark)
{
    /// <summary>The value's own token; for a list or map its first.</summary>
    public Mark Mark { get; } = mark;

    /// <summary>How many values it holds when every alias is written out, itself included.</summary>
    public abstract long Size { get; }

    /// <summary>What it is, in words for messages.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether nothing was written (<c>key:</c>).</summary>
    public virtual bool IsNothing => false;
}

/// <summary>A text, number or word; never interpreted here, so <c>10:30</c>, <c>no</c> and <c>012</c> stay what they
/// are.</summary>
internal sealed class ScalarNode(Mark mark, string written, bool isQuoted) : Node(mark)
{
    /// <summary>As it was written, for what people see and for names of files.</summary>
    public string Written { get; } = written;

    /// <summary>The same in plain characters, for what is read.</summary>
    public string Text { get; } = LookAlikes.Plain(written);

    public bool IsQuoted { get; } = isQuoted;

    /// <summary>As it stands in a table that has decimal commas; null where nothing was changed.</summary>
    public string? WithComma { get; init; }

    /// <summary>What YAML takes away from it, because it is not in quotation marks; null where nothing is.</summary>
    public Dropped? Dropped { get; init; }

    public override long Size => 1;

    public override string Kind => IsNothing ? "nothing" : "a single value";

    public override bool IsNothing => !IsQuoted && Text is "" or "~" or "null";
}

/// <summary>What stands beside a value and is not part of it: a comment behind it, or an anchor (<c>&amp;name</c>)
/// before it.</summary>
/// <param name="Mark">Where it begins.</param>
/// <param name="Text">What it says.</param>
internal sealed record Dropped(Mark Mark, string Text);

internal sealed class ListNode(Mark mark, IReadOnlyList<Node> items) : Node(mark)
{
    public IReadOnlyList<Node> Items { get; } = items;

    public override long Size { get; } = items.Aggregate(1L, (sum, item) => Math.Min(long.MaxValue / 4, sum + item.Size));

    public override string Kind => "a list";
}

internal sealed class MapNode : Node
{
    private readonly Dictionary<string, Entry> byKey = [];

    public MapNode(Mark mark, IEnumerable<Entry> entries)
        : base(mark)
    {
        var kept = new List<Entry>();
        long size = 1;
        foreach (Entry entry in entries)
        {
            if (byKey.TryAdd(entry.Key, entry))
            {
                kept.Add(entry);
                size = Math.Min(long.MaxValue / 4, size + entry.Value.Size);
            }
        }

        Entries = kept;
        Size = size;
    }

    /// <summary>In the order written; keys are distinct.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    public IReadOnlyCollection<string> Keys => byKey.Keys;

    public override long Size { get; }

    public override string Kind => "a map";

    public Entry? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The same map with every value changed.</summary>
    public MapNode Change(Func<Entry, Entry> change) => new(Mark, Entries.Select(change));

    /// <summary>The same map, as if it stood elsewhere: each value in it too.</summary>
    public MapNode At(Mark mark) => new(mark, Entries.Select(e => e with { KeyMark = mark, Value = Moved(e.Value, mark) }));

    private static Node Moved(Node node, Mark mark) =>
        node switch
        {
            MapNode map => map.At(mark),
            ListNode list => new ListNode(mark, [.. list.Items.Select(item => Moved(item, mark))]),
            ScalarNode scalar => new ScalarNode(mark, scalar.Written, scalar.IsQuoted),
            _ => node,
        };

    public MapNode Without(string key) => new(Mark, Entries.Where(e => e.Key != key));

    /// <summary>The same map with one entry replaced in its place, or added at the end.</summary>
    public MapNode With(Entry entry) =>
        Find(entry.Key) is null ? new(Mark, Entries.Append(entry)) : new(Mark, Entries.Select(e => e.Key == entry.Key ? entry : e));
}

/// <summary>A key and its value; <paramref name="Via"/> is the name of the deployment, team type or section it was
/// copied from.</summary>
internal sealed record Entry(string Key, Mark KeyMark, Node Value, string? Via = null);
