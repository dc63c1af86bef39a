using SimInterdiction.Scenarios.Completion;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Moving;

/// <summary>Posts a team elsewhere in the text of a scenario. All that is not about it stays as it is written, with
/// comments and layout.</summary>
public static class PostingMove
{
    /// <summary>The text with a posting at another checkpoint; null where that can't be said by changing one place of
    /// the text, as where postings come from a table or from an alias.</summary>
    /// <param name="text">The text of the file, which holds the deployment.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="posting">The posting: its own, or one that <c>based_on</c> copied.</param>
    /// <param name="checkpoint">Where it shall be.</param>
    public static string? In(string text, string deployment, string posting, string checkpoint)
    {
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<OutlineKey> keys = TextOutline.KeysOf(text);
        string[] path = ["deployments", deployment, "post", posting];
        string? moved =
            Find(keys, [.. path, "at"]) is { } at ? WithValue(text, at, checkpoint)
            : Find(keys, path) is { } own ? WithFirst(text, keys, own, $"at: {checkpoint}")
            : Find(keys, path[..3]) is { } post ? WithFirst(text, keys, post, $"{posting}: {{ at: {checkpoint} }}")
            : Find(keys, path[..2]) is { } whole ? WithFirst(text, keys, whole, $"post: {{ {posting}: {{ at: {checkpoint} }} }}")
            : null;
        return moved is not null && SaysOnly(moved, text, [.. path, "at"], checkpoint) ? moved : null;
    }

    /// <summary>Whether deployments or postings come from tables too, so that only reading tells whether what the text
    /// says can stand beside their rows.</summary>
    /// <param name="text">The text of the file.</param>
    public static bool TakesTables(string text) => TextOutline.KeysOf(text).Any(key => key.Path is ["deployments", .., "from"]);

    // The outline knows no keys behind question marks, and not what aliases and merged maps share.
    private static bool SaysOnly(string moved, string text, ReadOnlySpan<string> path, string checkpoint) =>
        TreeOf(text) is { } before && With(before, path, checkpoint) is { } wanted && TreeOf(moved) is { } after && IsSame(wanted, after);

    private static MapNode? TreeOf(string text)
    {
        var problems = new ProblemList();
        return YamlReader.Read("scenario.yaml", text, problems) is MapNode root && !problems.HasErrors ? root : null;
    }

    private static MapNode? With(MapNode map, ReadOnlySpan<string> path, string word)
    {
        Node? inside = map.Find(path[0])?.Value;
        Node? value =
            path.Length == 1 ? new ScalarNode(map.Mark, word, isQuoted: false)
            : (inside ?? new MapNode(map.Mark, [])) is MapNode next ? With(next, path[1..], word)
            : null;
        return value is null ? null : map.With(new Entry(path[0], map.Mark, value));
    }

    private static bool IsSame(Node one, Node other) =>
        (one, other) switch
        {
            (ScalarNode a, ScalarNode b) => a.Written == b.Written,
            (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
            (MapNode a, MapNode b) => a.Entries.Count == b.Entries.Count
                && a.Entries.All(entry => b.Find(entry.Key) is { } same && IsSame(entry.Value, same.Value)),
            _ => false,
        };

    private static OutlineKey? Find(IReadOnlyList<OutlineKey> keys, IReadOnlyList<string> path) =>
        keys.FirstOrDefault(key => key.Path.SequenceEqual(path));

    // A word in the place of the word that is there; of a rotation nothing is moved.
    private static string? WithValue(string text, OutlineKey key, string word)
    {
        if (key.Value is not { Length: > 0 } old)
        {
            return null;
        }

        int start = text.IndexOf(':', key.Start) + 1;
        int at = text.IndexOf(old, start, StringComparison.Ordinal);
        bool isQuoted = at > start && text[at - 1] is '"' or '\'';
        return at < 0 || text[start..(isQuoted ? at - 1 : at)].Any(c => c != ' ') || old[0] == '*'
            ? null
            : string.Concat(text.AsSpan(0, at), word, text.AsSpan(at + old.Length));
    }

    // An entry before the first of a map, laid out as that is.
    private static string? WithFirst(string text, IReadOnlyList<OutlineKey> keys, OutlineKey map, string entry)
    {
        int colon = text.IndexOf(':', map.Start);
        int rest = colon + 1;
        while (rest < text.Length && text[rest] == ' ')
        {
            rest++;
        }

        if (rest < text.Length && text[rest] == '{')
        {
            bool isEmpty = text[(rest + 1)..].TrimStart().StartsWith('}');
            return text.Insert(rest + 1, isEmpty ? $" {entry} " : $" {entry},");
        }

        // Below the key, in lines of their own.
        if (
            keys.FirstOrDefault(key => key.Path.Count == map.Path.Count + 1 && key.Path.Take(map.Path.Count).SequenceEqual(map.Path))
            is not { } first
        )
        {
            return null;
        }

        int line = text.LastIndexOf('\n', first.Start) + 1;
        string indent = text[line..first.Start];
        string end = line >= 2 && text[line - 2] == '\r' ? "\r\n" : "\n";
        return indent.All(c => c == ' ') && line > colon ? text.Insert(line, indent + entry + end) : null;
    }
}
