namespace SimInterdiction.Reporting.Report;

/// <summary>One of several alike, which <see cref="IReportMedium.Series"/> takes.</summary>
/// <param name="Name">What tells it from the others.</param>
/// <param name="InFull">Writes all of it.</param>
/// <param name="InShort">Writes what it has otherwise than the first of the series.</param>
internal sealed record SeriesPiece(string Name, Action<IReportMedium> InFull, Action<IReportMedium> InShort);
