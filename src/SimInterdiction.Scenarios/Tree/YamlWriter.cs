using System.Text;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>Writes a tree as YAML: maps of maps in lines, what is small in one line.</summary>
internal static class YamlWriter
{
    private const int WidestLine = 100;

    public static string Write(MapNode root)
    {
        var text = new StringBuilder();
        foreach (Entry entry in root.Entries)
        {
            WriteEntry(text, entry, 0);
        }

        return text.ToString();
    }

    /// <summary>A value in one line.</summary>
    public static string Inline(Node node) =>
        node switch
        {
            MapNode map => map.Entries.Count == 0
                ? "{}"
                : $"{{ {string.Join(", ", map.Entries.Select(e => $"{Key(e.Key)}: {Inline(e.Value)}"))} }}",
            ListNode list => $"[{string.Join(", ", list.Items.Select(Inline))}]",
            ScalarNode { IsNothing: true } => "~",
            ScalarNode scalar => Scalar(scalar.Written),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static void WriteEntry(StringBuilder text, Entry entry, int indent)
    {
        string head = $"{new string(' ', indent)}{Key(entry.Key)}:";
        string inline = Inline(entry.Value);
        bool isSection = indent == 0 && entry.Value is MapNode;
        if (!isSection && head.Length + inline.Length < WidestLine)
        {
            text.Append(head).Append(' ').Append(inline).Append('\n');
            return;
        }

        switch (entry.Value)
        {
            case MapNode { Entries.Count: > 0 } map:
                text.Append(head).Append('\n');
                foreach (Entry inner in map.Entries)
                {
                    WriteEntry(text, inner, indent + 2);
                }

                break;
            case ListNode { Items.Count: > 0 } list:
                text.Append(head).Append('\n');
                foreach (Node item in list.Items)
                {
                    text.Append(' ', indent + 2).Append("- ").Append(Inline(item)).Append('\n');
                }

                break;
            default:
                text.Append(head).Append(' ').Append(inline).Append('\n');
                break;
        }
    }

    private static string Key(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && key[0] != '-' ? key : Quote(key);

    private static string Scalar(string text)
    {
        bool isPlain =
            text.Length > 0
            && text is not ("~" or "null")
            && (
                char.IsAsciiLetterOrDigit(text[0])
                || text[0] is '_' or '.' or '+'
                || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))
            )
            && !text.Contains(": ", StringComparison.Ordinal)
            && !text.Contains(" #", StringComparison.Ordinal)
            && text[^1] is not (':' or ' ')
            && text.All(c =>
                c >= ' '
                && c is not ('[' or ']' or '{' or '}' or ',' or '"' or '\'' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF')
            )
            && !text.StartsWith("---", StringComparison.Ordinal)
            && !text.StartsWith("...", StringComparison.Ordinal);
        return isPlain ? text : Quote(text);
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    '\r' => "\\r",
                    < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)c:X4}",
                    _ => c.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
