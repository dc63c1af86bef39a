namespace SimInterdiction.Cli.Running;

/// <summary>What to replay of a run, and what to tell of it.</summary>
internal sealed record ReplayRequest
{
    public const string FollowLead = "lead";

    public required string Deployment { get; init; }

    /// <summary>From 0.</summary>
    public required int Replication { get; init; }

    /// <summary>A variant of the organizations; null for the one that results are about.</summary>
    public string? Adversary { get; init; }

    /// <summary><see cref="FollowLead"/> or a shipment; null for a summary.</summary>
    public string? Follow { get; init; }

    /// <summary>Where to write the replication moving on a map; null for nowhere.</summary>
    public string? AnimationFile { get; init; }

    /// <summary>The deployment to show beside it there; null for the baseline.</summary>
    public string? With { get; init; }

    public string? CsvFile { get; init; }

    public string? ParquetFile { get; init; }
}
