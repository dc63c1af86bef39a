using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = SimInterdiction.Scenarios.Problems.Mark;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>Makes a tree of one YAML text, with exact marks, from the parser's events.</summary>
/// <remarks>YamlDotNet's own trees stop at the first duplicate key or lose the columns, so only its parser is
/// used.</remarks>
internal sealed partial class YamlReader
{
    private const string MergeKey = "<<";

    private readonly string file;
    private readonly Parser parser;
    private readonly ProblemList problems;
    private readonly Dictionary<string, Node> anchors = [];
    private readonly HashSet<string> open = [];
    private readonly Lazy<HashSet<string>> repeated;
    private readonly string[] lines;
    private readonly (int Line, int Column) origin;
    private long values;

    // Some value is not what it seems: what else is said of the text would only follow from that.
    private bool isMisread;

    // What is read now was to be merged.
    private bool isMerging;

    private YamlReader(string file, string text, (int Line, int Column) origin, ProblemList problems)
    {
        this.file = file;
        this.origin = origin;
        this.problems = problems;
        repeated = new(() => [.. Alias().Matches(text).Select(m => m.Groups[1].Value)]);
        lines = SyntaxProblems.Lines(text);
        parser = new Parser(new StringReader(text));
    }

    private ParsingEvent Current => parser.Current ?? throw new EndOfTextException();

    /// <summary>The tree of a whole text; null after reporting why there is none.</summary>
    public static Node? Read(string file, string text, ProblemList problems) => Read(file, text, (1, 1), problems);

    /// <summary>The tree of a value that stands at <paramref name="origin"/> of a file.</summary>
    public static Node? Read(string file, string text, (int Line, int Column) origin, ProblemList problems)
    {
        text = LookAlikes.WithPlainIndents(text);
        if (SyntaxProblems.ReportInvisibleIndents(file, text, origin, problems))
        {
            return null;
        }

        var reader = new YamlReader(file, text, origin, problems);
        try
        {
            return reader.ReadDocument() is { } root && !reader.isMisread ? root : null;
        }
        catch (UnreadableException e)
        {
            problems.Error(e.Code, e.Mark, e.Message, hint: e.Hint);
        }
        catch (YamlException e)
        {
            SyntaxProblems.Report(file, text, e.Message, ((int)e.Start.Line, (int)e.Start.Column), origin, problems);
        }
        catch (Exception e) when (IsOfParser(e))
        {
            YamlDotNet.Core.Mark last = reader.parser.Current?.End ?? YamlDotNet.Core.Mark.Empty;
            SyntaxProblems.Report(file, text, "", ((int)last.Line, (int)last.Column), origin, problems);
        }

        return null;
    }

    /// <summary>Where the parser stops; null where it reads all of the text.</summary>
    public static (int Line, int Column)? StopsAt(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            while (parser.MoveNext()) { }

            return null;
        }
        catch (YamlException e)
        {
            return ((int)e.Start.Line, (int)e.Start.Column);
        }
        catch (Exception e) when (IsOfParser(e))
        {
            return (parser.Current is { } last ? (int)last.End.Line : 1, 1);
        }
    }

    // The parser throws these for some broken texts and doesn't say where it was, except by the last thing it read.
    private static bool IsOfParser(Exception e) =>
        e
            is InvalidOperationException
                or EndOfTextException
                or ArgumentException
                or IndexOutOfRangeException
                or FormatException
                or OverflowException;

    private Node? ReadDocument()
    {
        parser.MoveNext();
        while (Current is StreamStart or DocumentStart)
        {
            parser.MoveNext();
        }

        if (Current is StreamEnd)
        {
            return null;
        }

        Node root = ReadNode(0);
        if (Current is DocumentEnd && parser.MoveNext() && Current is DocumentStart next)
        {
            problems.Error(
                "S015",
                MarkOf(next, 3),
                next.IsImplicit
                    ? "'...' ends the document, and a scenario is one document: what stands below belongs to none"
                    : "a second document begins here ('---'), and a scenario is one document",
                hint: "put it in a file of its own"
            );
        }

        return root;
    }

    private Node ReadNode(int level)
    {
        ParsingEvent current = Current;
        if (level > Limits.Levels)
        {
            throw new UnreadableException("S017", MarkOf(current, 1), $"values are nested more than {Limits.Levels} deep");
        }

        if (
            current is NodeEvent { Tag.IsEmpty: false } tagged
            && (tagged is not Scalar { Tag.IsNonSpecific: true } || tagged is Scalar { Style: ScalarStyle.Plain })
        )
        {
            problems.Error(
                "S019",
                MarkOf(current, 1),
                $"the tag '{tagged.Tag}' has no meaning in a scenario",
                hint: "leave it out, or put a text that begins with '!' in quotation marks"
            );
            isMisread = true;
        }

        if (current is NodeEvent { Anchor.IsEmpty: false } opening)
        {
            open.Add(opening.Anchor.Value);
        }

        Node node = current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadList(level),
            MappingStart => ReadMap(level),
            AnchorAlias alias => ReadAlias(alias),
            _ => throw new InvalidOperationException($"Unexpected {current.GetType().Name}."),
        };

        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            open.Remove(anchored.Anchor.Value);
            anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        Count(1, scalar);
        bool oneLine = scalar.End.Line == scalar.Start.Line;
        int length = oneLine ? (int)(scalar.End.Column - scalar.Start.Column) : LengthOfFirstLine(scalar);
        parser.MoveNext();
        Mark mark = MarkOf(scalar, length);
        if (!scalar.Anchor.IsEmpty && oneLine && scalar.Style == ScalarStyle.Plain && length > scalar.Value.Length)
        {
            // The parser counts the anchor to the value.
            mark = mark with { Column = mark.Column + length - scalar.Value.Length, Length = Math.Max(1, scalar.Value.Length) };
        }

        if (scalar.Value.Length > Limits.TextLength)
        {
            throw new UnreadableException(
                "S044",
                mark,
                $"this value has {scalar.Value.Length:N0} characters, and at most {Limits.TextLength:N0} are read"
            );
        }

        // Those written as such were found before; these are written by their number: "\e".
        isMisread |= TextCharacters.ReportFirstIn(scalar.Value, mark, problems);
        return new ScalarNode(mark, scalar.Value, scalar.Style != ScalarStyle.Plain) { Dropped = DroppedFrom(scalar) };
    }

    // An anchor that no alias repeats was hardly meant as one.
    private Dropped? DroppedFrom(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain)
        {
            bool isEmptyBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && scalar.Value.Length == 0;
            return isEmptyBlock ? new Dropped(MarkOf(scalar, 1), scalar.Style == ScalarStyle.Literal ? "|" : ">") : null;
        }

        if (!scalar.Anchor.IsEmpty && !repeated.Value.Contains(scalar.Anchor.Value))
        {
            return new Dropped(MarkOf(scalar, scalar.Anchor.Value.Length + 1), $"&{scalar.Anchor.Value}");
        }

        string line = lines[Math.Clamp((int)scalar.End.Line - 1, 0, lines.Length - 1)].TrimEnd();
        int at = Math.Min(line.Length, (int)scalar.End.Column - 1);
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        return at > 0 && at < line.Length && line[at] == '#' && line[at - 1] == ' '
            ? new Dropped(MarkAt((int)scalar.End.Line, at + 1, line.Length - at), line[at..])
            : null;
    }

    private int LengthOfFirstLine(Scalar scalar)
    {
        string? line = problems.LineOf(MarkOf(scalar, 1));
        return line is null ? 1 : Math.Max(1, line.TrimEnd().Length - (int)scalar.Start.Column + 1);
    }

    private ListNode ReadList(int level)
    {
        ParsingEvent start = Current;
        Count(1, start);
        var items = new List<Node>();
        parser.MoveNext();
        while (Current is not SequenceEnd)
        {
            items.Add(ReadNode(level + 1));
        }

        Mark mark = MarkOf(start, LengthTo(start, Current, ((SequenceStart)start).Style == SequenceStyle.Flow));
        parser.MoveNext();
        return new ListNode(mark, items);
    }

    private MapNode ReadMap(int level)
    {
        ParsingEvent start = Current;
        Count(1, start);
        var entries = new List<Entry>();
        var keys = new Dictionary<string, Mark>();
        var merged = new List<Entry>();
        parser.MoveNext();
        while (Current is not MappingEnd)
        {
            Node key = ReadNode(level + 1);
            isMerging = key is ScalarNode { Text: MergeKey, IsQuoted: false };
            Node value = ReadNode(level + 1);
            isMerging = false;
            if (key is not ScalarNode scalar)
            {
                problems.Error("S108", key.Mark, $"{key.Kind} can't be a key", "a key is a word and a colon");
            }
            else if (entries.Count > 0 && value.IsNothing && Continued(entries[^1], scalar) is { } whole)
            {
                entries[^1] = whole;
            }
            else if (keys.TryGetValue(scalar.Text, out Mark first))
            {
                // Which of the two is meant is unknown, and with it whatever follows.
                problems.Error("S102", key.Mark, $"'{scalar.Text}' is given twice", (first, "the first one"));
                problems.Lose("");
            }
            else
            {
                keys.Add(scalar.Text, key.Mark);
                if (scalar is { Text: MergeKey, IsQuoted: false })
                {
                    merged.AddRange(Merged(value, key.Mark));
                }
                else
                {
                    entries.Add(new Entry(scalar.Text, key.Mark, value));
                }
            }
        }

        Mark mark = MarkOf(start, LengthTo(start, Current, ((MappingStart)start).Style == MappingStyle.Flow));
        parser.MoveNext();

        // Of equal keys a map takes the first: its own before merged ones, and those of the first map before those of
        // the next.
        return new MapNode(mark, entries.Concat(merged));
    }

    // { finds: 11,5% }: the comma ends the value for YAML, and the rest of the number would be a key of its own.
    private static Entry? Continued(Entry before, ScalarNode key) =>
        before.Value is ScalarNode { IsQuoted: false, Text: [>= '0' and <= '9' or '-' or '+' or '$', ..] } value
        && char.IsAsciiDigit(value.Text[^1])
        && !key.IsQuoted
        && key.Text.Length > 0
        && char.IsAsciiDigit(key.Text[0])
        && value.Mark.Line == key.Mark.Line
        && value.Mark.Column + value.Mark.Length + 1 == key.Mark.Column
            ? before with
            {
                Value = new ScalarNode(
                    value.Mark with
                    {
                        Length = value.Mark.Length + 1 + key.Mark.Length,
                    },
                    $"{value.Written},{key.Written}",
                    isQuoted: false
                ),
            }
            : null;

    private static IEnumerable<Entry> Merged(Node value, Mark key)
    {
        IReadOnlyList<Node> maps = value is ListNode list ? list.Items : [value];
        if (maps.FirstOrDefault(m => m is not MapNode) is { } wrong)
        {
            // Which keys were to be merged is unknown, so nothing more can be said about the rest.
            string found = wrong is ScalarNode { IsNothing: false } scalar ? $"'{scalar.Text}'" : wrong.Kind;
            throw new UnreadableException(
                "S022",
                wrong.IsNothing ? key : wrong.Mark,
                $"'{MergeKey}' takes maps, not {found}",
                $"write {MergeKey}: *name, or {MergeKey}: [*name, *other]"
            );
        }

        return maps.Cast<MapNode>().SelectMany(m => m.Entries);
    }

    private Node ReadAlias(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out Node? node))
        {
            // What the alias stands for is unknown, so nothing more can be said about the rest.
            string name = alias.Value.Value;
            string found = open.Contains(name)
                ? $"'*{name}' is inside what '&{name}' marks, so it would repeat itself forever"
                : $"'*{name}' refers to no anchor above it";
            throw new UnreadableException(
                "S018",
                MarkOf(alias, name.Length + 1),
                found,
                open.Contains(name) ? null
                    : Names.Nearest(name, anchors.Keys) is { Count: > 0 } near ? $"did you mean {Names.Or(near.Select(n => $"*{n}"))}?"
                    : isMerging ? $"write '&{name}' before the map above that is to be copied"
                    : "put a text that begins with '*' in quotation marks"
            );
        }

        Count(node.Size, alias);
        parser.MoveNext();
        return node;
    }

    private void Count(long more, ParsingEvent at)
    {
        values += more;
        if (values > Limits.Values)
        {
            throw new UnreadableException(
                "S016",
                MarkOf(at, 1),
                $"the file has more than {Limits.Values:N0} values once its aliases are expanded"
            );
        }
    }

    private static int LengthTo(ParsingEvent start, ParsingEvent end, bool isFlow) =>
        isFlow && end.Start.Line == start.Start.Line ? (int)(end.Start.Column - start.Start.Column) + 1 : 1;

    private Mark MarkOf(ParsingEvent token, int length) => MarkAt((int)token.Start.Line, (int)token.Start.Column, length);

    private Mark MarkAt(int line, int column, int length) =>
        new(file, line + origin.Line - 1, line == 1 ? column + origin.Column - 1 : column, Math.Max(1, length));

    [GeneratedRegex(@"\*([^\s,\[\]{}]+)")]
    private static partial Regex Alias();

    private sealed class UnreadableException(string code, Mark mark, string message, string? hint = null) : Exception(message)
    {
        public string? Hint { get; } = hint;

        public string Code { get; } = code;

        public Mark Mark { get; } = mark;
    }

    private sealed class EndOfTextException : Exception;
}
