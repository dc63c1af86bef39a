namespace SimInterdiction.Reporting.Report;

/// <summary>A table as every medium takes it: see <see cref="IReportMedium.Table"/>.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Their heads.</param>
/// <param name="Rows">Of as many cells.</param>
internal sealed record ReportTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
