using SimInterdiction.Scenarios.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = SimInterdiction.Scenarios.Problems.Mark;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>Makes a tree of one YAML text, with exact marks, from the parser's events.</summary>
/// <remarks>YamlDotNet's own trees stop at the first duplicate key or lose the columns, so only its parser is used.</remarks>
internal sealed class YamlReader
{
    private readonly string file;
    private readonly Parser parser;
    private readonly ProblemList problems;
    private readonly Dictionary<string, Node> anchors = [];
    private readonly (int Line, int Column) origin;
    private long values;

    private YamlReader(string file, string text, (int Line, int Column) origin, ProblemList problems)
    {
        this.file = file;
        this.origin = origin;
        this.problems = problems;
        parser = new Parser(new StringReader(text));
    }

    private ParsingEvent Current => parser.Current ?? throw new EndOfTextException();

    /// <summary>The tree of a whole text; null after reporting why there is none.</summary>
    public static Node? Read(string file, string text, ProblemList problems) => Read(file, text, (1, 1), problems);

    /// <summary>The tree of a value that stands at <paramref name="origin"/> of a file.</summary>
    public static Node? Read(string file, string text, (int Line, int Column) origin, ProblemList problems)
    {
        var reader = new YamlReader(file, text, origin, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (UnreadableException e)
        {
            problems.Error(e.Code, e.Mark, e.Message);
        }
        catch (YamlException e)
        {
            SyntaxProblems.Report(file, text, e.Message, ((int)e.Start.Line, (int)e.Start.Column), origin, problems);
        }
        catch (Exception e) when (e is InvalidOperationException or EndOfTextException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser throws these for some broken texts and doesn't say where it was, except by the last thing it read.
            YamlDotNet.Core.Mark last = reader.parser.Current?.End ?? YamlDotNet.Core.Mark.Empty;
            SyntaxProblems.Report(file, text, "", ((int)last.Line, (int)last.Column), origin, problems);
        }

        return null;
    }

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
            problems.Error("S015", MarkOf(next, 3), "a second document begins here ('---'), and a scenario is one document", hint: "put it into a file of its own");
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

        if (current is NodeEvent { Tag.IsEmpty: false } tagged && tagged is not Scalar { Tag.IsNonSpecific: true })
        {
            problems.Error("S019", MarkOf(current, 1), $"the tag '{tagged.Tag}' has no meaning in a scenario", hint: "leave it out");
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
            throw new UnreadableException("S044", mark, $"this value has {scalar.Value.Length:N0} characters, and at most {Limits.TextLength:N0} are read");
        }

        // Those written as such were found before; these are written by their number: "\e".
        TextCharacters.ReportFirstIn(scalar.Value, mark, problems);
        return new ScalarNode(mark, scalar.Value, scalar.Style != ScalarStyle.Plain);
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
            Node value = ReadNode(level + 1);
            if (key is not ScalarNode scalar)
            {
                problems.Error("S108", key.Mark, $"{key.Kind} stands where a key is due", "a key is a word and a colon");
            }
            else if (scalar is { Text: "<<", IsQuoted: false } && value is MapNode source)
            {
                merged.AddRange(source.Entries);
            }
            else if (keys.TryGetValue(scalar.Text, out Mark first))
            {
                problems.Error("S102", key.Mark, $"'{scalar.Text}' is there twice", (first, "the first one"));
            }
            else
            {
                keys.Add(scalar.Text, key.Mark);
                entries.Add(new Entry(scalar.Text, key.Mark, value));
            }
        }

        Mark mark = MarkOf(start, LengthTo(start, Current, ((MappingStart)start).Style == MappingStyle.Flow));
        parser.MoveNext();
        return new MapNode(mark, entries.Concat(merged));
    }

    private Node ReadAlias(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out Node? node))
        {
            // What the alias stands for is unknown, so nothing more can be said about the rest.
            throw new UnreadableException("S018", MarkOf(alias, alias.Value.Value.Length + 1), $"'*{alias.Value.Value}' refers to no anchor above it");
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
            throw new UnreadableException("S016", MarkOf(at, 1), $"the file holds more than {Limits.Values:N0} values once its aliases are written out");
        }
    }

    private static int LengthTo(ParsingEvent start, ParsingEvent end, bool isFlow) =>
        isFlow && end.Start.Line == start.Start.Line ? (int)(end.Start.Column - start.Start.Column) + 1 : 1;

    private Mark MarkOf(ParsingEvent token, int length)
    {
        int line = (int)token.Start.Line;
        int column = (int)token.Start.Column;
        return new Mark(file, line + origin.Line - 1, line == 1 ? column + origin.Column - 1 : column, Math.Max(1, length));
    }

    private sealed class UnreadableException(string code, Mark mark, string message) : Exception(message)
    {
        public string Code { get; } = code;

        public Mark Mark { get; } = mark;
    }

    private sealed class EndOfTextException : Exception;
}
