namespace SimInterdiction.Reporting.Figures.Catalog;

/// <summary>The places of the report that show figures.</summary>
public enum ReportPlace
{
    /// <summary>Below the answer.</summary>
    Answer,

    /// <summary>With the table of deployments.</summary>
    Comparison,

    /// <summary>Where shipments are found, before the table of checkpoints.</summary>
    Where,

    /// <summary>What becomes of shipments and of other traffic, after that table.</summary>
    Outcomes,

    /// <summary>With the uncertainty about inputs.</summary>
    Sensitivity,

    /// <summary>With what replications leave open.</summary>
    Precision,

    /// <summary>With the search for deployments that nobody thought of.</summary>
    Optimization,
}
