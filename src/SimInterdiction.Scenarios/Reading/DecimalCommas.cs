using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>
/// Reads numbers of a table as the rest of the table writes them: <c>29,42</c> is 29.42 where no other number has a
/// decimal point. <c>7,844</c> alone could be either, and is not guessed at.
/// </summary>
internal sealed partial class DecimalCommas
{
    private Cell? comma;
    private Cell? point;
    private Cell? unclear;

    /// <summary>Takes note of how one number is written.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="cell">Its cell.</param>
    public void Note(TableColumn column, Cell cell)
    {
        if (!column.IsNumber || cell.Text.Length is 0 or > Limits.NumberLength)
        {
            return;
        }

        if (WithPoint().IsMatch(cell.Text))
        {
            point ??= cell;
        }
        else if (WithComma().Match(cell.Text) is { Success: true } match)
        {
            // No latitude or longitude has thousands.
            bool isUnclear =
                match.Groups["fraction"].Length == 3
                && match.Groups["whole"].Value.TrimStart('0').Length is >= 1 and <= 3
                && column.Key is not (TableColumn.Latitude or TableColumn.Longitude);
            (comma, unclear) = isUnclear ? (comma, unclear ?? (Cell?)cell) : (comma ?? (Cell?)cell, unclear);
        }
    }

    /// <summary>Reports numbers that can be read in two ways.</summary>
    public void Check(ProblemList problems)
    {
        if (comma is { } one && point is { } other)
        {
            (Cell second, Cell first) =
                (one.Mark.Line, one.Mark.Column).CompareTo((other.Mark.Line, other.Mark.Column)) > 0 ? (one, other) : (other, one);
            string marks = second == one ? "a comma and a point" : "a point and a comma";
            problems.Error(
                "S042",
                second.Mark,
                $"'{second.Text}' and '{first.Text}' have different decimal marks, {marks}",
                (first.Mark, "written another way")
            );
        }
        else if (comma is null && point is null && unclear is { } cell)
        {
            int at = WithComma().Match(cell.Text).Groups["comma"].Index;
            (string whole, string fraction) = (cell.Text[..at], cell.Text.Substring(at + 1, 3));
            string part = fraction.TrimEnd('0') switch
            {
                "" => whole,
                // Three decimals would be asked about again.
                { Length: 3 } => $"{whole}.{fraction}0",
                var digits => $"{whole}.{digits}",
            };
            problems.Error(
                "S042",
                cell.Mark,
                $"'{cell.Text}' could be {whole}_{fraction} or {part}",
                hint: "write it in one of these ways"
            );
        }
    }

    /// <summary>The cell with a decimal point.</summary>
    public Cell Read(TableColumn column, Cell cell) =>
        comma is not null
        && column.IsNumber
        && cell.Text.Length <= Limits.NumberLength
        && WithComma().Match(cell.Text) is { Success: true } match
            ? cell with
            {
                WithComma = cell.Text,
                Text = string.Concat(
                    cell.Text.AsSpan(0, match.Groups["comma"].Index),
                    ".",
                    cell.Text.AsSpan(match.Groups["comma"].Index + 1)
                ),
            }
            : cell;

    [GeneratedRegex(@"\A[+-]?(?<whole>\d+)(?<comma>,)(?<fraction>\d+)(?![\d,.])")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"\A[+-]?\d*\.\d+(?![\d,.])")]
    private static partial Regex WithPoint();
}
