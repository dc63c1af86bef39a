namespace SimInterdiction.Application.Requests;

/// <summary>Where use cases work, and for whom.</summary>
/// <param name="Results">The folder that holds the results of all scenarios.</param>
/// <param name="Wording">How the front end words requests.</param>
public sealed record Workspace(string Results, IRequestWording Wording)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How much memory there is for the process, in bytes: of the machine, or of the container it runs
    /// in.</summary>
    public double AvailableBytes { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Now, in universal time.</summary>
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
