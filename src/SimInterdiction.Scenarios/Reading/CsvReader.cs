using System.Text;
using SimInterdiction.Model.Files;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>One cell of a table, trimmed, and where it stands.</summary>
internal readonly record struct Cell(string Text, Mark Mark, bool IsQuoted)
{
    /// <summary>What stands there, where a decimal comma of it was read as a point; else null.</summary>
    public string? WithComma { get; init; }
}

/// <summary>One row of a table.</summary>
/// <param name="Cells">Its cells, as many as a table may have columns.</param>
/// <param name="Beyond">The first cell after those that holds anything.</param>
internal sealed record CsvRow(IReadOnlyList<Cell> Cells, Cell? Beyond);

/// <summary>
/// Reads a table as spreadsheets write it: cells divided by commas, semicolons, tabs or bars, quotation marks around a
/// cell, doubled inside it, line breaks allowed within; an apostrophe that kept a spreadsheet from calculating is not
/// part of the text.
/// </summary>
internal sealed class CsvReader
{
    private readonly string file;
    private readonly string text;
    private readonly char divider;
    private readonly ProblemList problems;
    private readonly bool isMisstated;
    private int at;
    private int line = 1;
    private int column = 1;

    public CsvReader(string file, string text, ProblemList problems)
    {
        (this.file, this.text, this.problems) = (file, text, problems);
        (divider, int begin, char? used) = CsvDivider.Of(text);
        if (used is { } other)
        {
            isMisstated = true;
            problems.Error(
                "S161",
                new Mark(file, 1, 1, text.AsSpan(0, begin).TrimEnd().Length),
                $"this line says that {CsvDivider.Named(divider)} divide the cells, but {CsvDivider.Named(other)} do",
                hint: "remove the line, or name what divides them"
            );
        }

        while (at < begin)
        {
            Step();
        }
    }

    private bool IsAtEnd => at >= text.Length;

    private char Current => text[at];

    private bool IsAtBreak => Current is '\n' or '\r';

    /// <summary>The rows that hold anything, one after the other; ends where one can't be read, which is
    /// reported.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        if (isMisstated)
        {
            yield break;
        }

        int before = problems.ErrorsReported;
        while (!IsAtEnd)
        {
            CsvRow row = Row();
            if (problems.ErrorsReported > before)
            {
                yield break;
            }

            bool isRemark = row.Cells[0].Text.StartsWith('#') && !row.Cells[0].IsQuoted;
            if (!isRemark && (row.Beyond is not null || row.Cells.Any(c => c.Text.Length > 0)))
            {
                yield return row;
            }
        }
    }

    private CsvRow Row()
    {
        var cells = new List<Cell>();
        Cell? beyond = null;
        while (true)
        {
            Cell cell = NextCell();
            if (cells.Count < Limits.TableColumns)
            {
                cells.Add(cell);
            }
            else if (cell.Text.Length > 0)
            {
                beyond ??= cell;
            }

            if (IsAtEnd || IsAtBreak)
            {
                SkipBreak();
                return new CsvRow(cells, beyond);
            }

            Step();
        }
    }

    private Cell NextCell()
    {
        while (!IsAtEnd && Current is ' ' or '\t' && Current != divider)
        {
            Step();
        }

        if (!IsAtEnd && Current == '"')
        {
            return Quoted();
        }

        (int startLine, int startColumn, int start) = (line, column, at);
        while (!IsAtEnd && !IsAtBreak && Current != divider)
        {
            Step();
        }

        string content = text[start..at].Trim();
        return Checked(content, new Mark(file, startLine, startColumn, Math.Max(1, content.Length)), isQuoted: false);
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
                    int length = line == startLine ? column - startColumn : 1;
                    SkipToDivider();
                    return Checked(content.ToString().Trim(), new Mark(file, startLine, startColumn, length), isQuoted: true);
                }
            }

            content.Append(Current);
            Step();
        }

        problems.Error(
            "S161",
            new Mark(file, startLine, startColumn, 1),
            "this quotation mark is never closed",
            hint: "close the cell with another"
        );
        return new Cell("", new Mark(file, startLine, startColumn, 1), true);
    }

    private Cell Checked(string content, Mark mark, bool isQuoted)
    {
        if (content.Length > Limits.TextLength)
        {
            problems.Error("S044", mark, $"this cell has {content.Length:N0} characters, and at most {Limits.TextLength:N0} are read");
            content = "";
        }

        return new Cell(SpreadsheetText.Read(content), mark, isQuoted);
    }

    private void SkipToDivider()
    {
        bool isClean = true;
        while (!IsAtEnd && !IsAtBreak && Current != divider)
        {
            if (isClean && !char.IsWhiteSpace(Current))
            {
                isClean = false;
                problems.Error(
                    "S161",
                    new Mark(file, line, column, 1),
                    "something follows the closing quotation mark",
                    hint: "a quotation mark inside a cell is doubled"
                );
            }

            Step();
        }
    }

    private void SkipBreak()
    {
        bool isTwo = at + 1 < text.Length && Current == '\r' && text[at + 1] == '\n';
        for (int i = 0; i < (isTwo ? 2 : 1) && !IsAtEnd; i++)
        {
            Step();
        }
    }

    private void Step()
    {
        bool ends = Current == '\n' || (Current == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n'));
        (line, column) = ends ? (line + 1, 1) : (line, column + 1);
        at++;
    }
}
