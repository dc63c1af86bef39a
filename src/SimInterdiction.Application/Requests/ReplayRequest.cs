namespace SimInterdiction.Application.Requests;

/// <summary>One replication of a run again, with everything that happens in it.</summary>
public sealed record ReplayRequest
{
    /// <summary>The run's folder or id.</summary>
    public required string Run { get; init; }

    public required string Deployment { get; init; }

    /// <summary>From 0.</summary>
    public required int Replication { get; init; }

    /// <summary>A variant of the organizations; null for the one that results are about.</summary>
    public string? Adversary { get; init; }

    /// <summary>The shipment that the story shall be about: its name or number; null for none.</summary>
    public string? Shipment { get; init; }

    /// <summary>Where to write the replication moving on a map; null for nowhere.</summary>
    public string? AnimationFile { get; init; }

    /// <summary>The deployment to show beside it there; null for the baseline.</summary>
    public string? Beside { get; init; }

    /// <summary>Where to write every fact as CSV; null for nowhere.</summary>
    public string? CsvFile { get; init; }

    /// <summary>Where to write every fact as Parquet; null for nowhere.</summary>
    public string? ParquetFile { get; init; }

    /// <summary>Whether files of those names may be replaced.</summary>
    public bool MayReplace { get; init; }
}
