using System.Text;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>One cell of a table, trimmed, and where it stands.</summary>
internal readonly record struct Cell(string Text, Mark Mark, bool IsQuoted);

/// <summary>Reads comma-separated values: quotation marks around a cell, doubled inside it, line breaks allowed within.</summary>
internal sealed class CsvReader(string file, string text, ProblemList problems)
{
    private int at;
    private int line = 1;
    private int column = 1;

    private bool IsAtEnd => at >= text.Length;

    private char Current => text[at];

    /// <summary>The rows that hold anything; what can't be read is reported.</summary>
    public List<IReadOnlyList<Cell>> Rows()
    {
        var rows = new List<IReadOnlyList<Cell>>();
        while (!IsAtEnd)
        {
            List<Cell> row = Row();
            if (row.Any(c => c.Text.Length > 0) && !(row[0].Text.StartsWith('#') && !row[0].IsQuoted))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private List<Cell> Row()
    {
        var cells = new List<Cell>();
        while (true)
        {
            cells.Add(NextCell());
            if (IsAtEnd)
            {
                return cells;
            }

            bool ends = Current != ',';
            Step();
            if (ends)
            {
                return cells;
            }
        }
    }

    private Cell NextCell()
    {
        while (!IsAtEnd && Current is ' ' or '\t')
        {
            Step();
        }

        if (!IsAtEnd && Current == '"')
        {
            return Quoted();
        }

        (int startLine, int startColumn, int start) = (line, column, at);
        while (!IsAtEnd && Current is not (',' or '\n'))
        {
            Step();
        }

        string content = text[start..at].Trim();
        return new Cell(content, new Mark(file, startLine, startColumn, Math.Max(1, content.Length)), false);
    }

    private Cell Quoted()
    {
        (int startLine, int startColumn) = (line, column);
        var content = new StringBuilder();
        Step();
        while (!IsAtEnd)
        {
            if (Current == '"')
            {
                Step();
                if (IsAtEnd || Current != '"')
                {
                    SkipToEnd();
                    return new Cell(content.ToString().Trim(), new Mark(file, startLine, startColumn, line == startLine ? Math.Max(1, content.Length + 2) : 1), true);
                }
            }

            content.Append(Current);
            Step();
        }

        problems.Error("S161", new Mark(file, startLine, startColumn, 1), "this quotation mark has no partner", hint: "close the cell with another");
        return new Cell(content.ToString().Trim(), new Mark(file, startLine, startColumn, 1), true);
    }

    private void SkipToEnd()
    {
        while (!IsAtEnd && Current is not (',' or '\n'))
        {
            if (!char.IsWhiteSpace(Current))
            {
                problems.Error("S161", new Mark(file, line, column, 1), "something stands behind the closing quotation mark", hint: "a quotation mark inside a cell is doubled");
            }

            Step();
        }
    }

    private void Step()
    {
        (line, column) = Current == '\n' ? (line + 1, 1) : (line, column + 1);
        at++;
    }
}
