namespace SimInterdiction.Reporting.Office;

/// <summary>One sheet of a workbook: a table with a header. Cells are text, numbers, an <see cref="Amount"/> or
/// nothing; what isn't finite is nothing.</summary>
/// <param name="Name">At most 31 letters, as spreadsheets allow.</param>
/// <param name="Header">The columns, units included.</param>
/// <param name="Rows">The cells.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);
